// Checks the contract, and then each check on a fault planted for it: a check that does not find it fails.
//
//     node check.mjs openapi.yaml

import {readFileSync} from 'node:fs';
import {parse, stringify} from 'yaml';
import {checks, exampleFaults, examples, operations, Schemas} from './checks.mjs';

let passed = 0;
let failed = 0;

function say(name, faults) {
    faults.length ? ++failed : ++passed;
    if (faults.length)
        console.log(`FAIL  ${name}\n${faults.slice(0, 20).map(fault => `      ${fault}`).join('\n')}`);
}

// A fault, and the check that must find it.
const controls = {
    'an example with a wrong type': ['every example obeys its schema',
        api => { api.components.examples.BookingSubmitted.value.version = 'one'; }],
    'an example with a member that requests do not have': ['every example obeys its schema',
        api => { api.components.examples.DecisionAsk.value.urgent = true; }],
    'an example that lacks a member': ['every example obeys its schema',
        api => { delete api.components.examples.DecisionEligible.value.fee; }],
    'a refusal that names a place': ['every example obeys its schema',
        api => { api.components.examples.DecisionRefuse.value.place = api.components.examples.DecisionMove.value.place; }],
    'a time in Z': ['every example obeys its schema',
        api => { api.components.examples.VisitArrived.value.at = '2026-12-01T01:14:00Z'; }],
    'a changed resource that is not of its kind': ['every example obeys its schema',
        api => { api.components.examples.ChangePage.value.changes[0].kind = 'slots'; }],
    'a wrong example of a form': ['every example obeys its schema',
        api => { api.components.schemas.BookedForm.examples[0].applicant.number = '650102'; }],
    'a missing example of an answer': ['every request and answer with a body has an example',
        api => { delete api.components.responses.NotFound.content['application/problem+json'].examples; }],
    'a missing example of a request': ['every request and answer with a body has an example',
        api => { delete api.paths['/visits/{id}'].put.requestBody.content['application/json'].examples; }],
    'a kind of decision without an example': ['every kind of decision, visit, receipt and message of a station has an example',
        api => { api.components.schemas.BookingDecision.properties.kind.enum.push('postpone'); }],
    'an unknown problem type': ['problem types: the list, the answers and the table are the same',
        api => { problem(api, 'NotFound').type = 'urn:idcounter:problem:gone-fishing'; }],
    'a problem type that no answer gives': ['problem types: the list, the answers and the table are the same',
        api => { api.components.schemas.ProblemType.enum.push('urn:idcounter:problem:never'); }],
    'a problem type missing in the table': ['problem types: the list, the answers and the table are the same',
        api => { api.info.description = api.info.description.replace(/^\| `seat-taken`.*\n/m, ''); }],
    'a problem with another status': ['problem types: the list, the answers and the table are the same',
        api => { problem(api, 'NotFound').status = 410; }],
    'a dangling $ref (lint)': ['redocly, no error and no warning', dangling],
    'a dangling $ref (references)': ['every reference leads somewhere', dangling],
    'a dangling $ref (schemas)': ['every schema is one of JSON Schema 2020-12', dangling],
    'an operation without an id (lint)': ['redocly, no error and no warning',
        api => { delete api.paths['/meta'].get.operationId; }],
    'an operation without a summary (lint)': ['redocly, no error and no warning',
        api => { delete api.paths['/meta'].get.summary; }],
    'an unused schema': ['every component is used; a form that no answer bears has examples of its own',
        api => { api.components.schemas.Forgotten = {type: 'string'}; }],
    'an unused example': ['every component is used; a form that no answer bears has examples of its own',
        api => { api.components.examples.Forgotten = {value: 1}; }],
    'an operation without answers': ['openapi-schema-validator',
        api => { api.paths['/meta'].get.responses = 'none'; }],
    'a schema that is none': ['every schema is one of JSON Schema 2020-12',
        api => { api.components.schemas.Fen.minimum = 'zero'; }],
    'an error that is no problem': ['every answer of 400 and above is a problem',
        api => {
            const {content} = api.components.responses.Internal;
            content['application/json'] = content['application/problem+json'];
        }],
    'an operation that takes a certificate only': ['every operation takes a certificate or a token',
        api => { api.paths['/meta'].get.security = [{stationCert: []}]; }],
    'certificate and token together': ['every operation takes a certificate or a token',
        api => { api.security = [{stationCert: [], stationToken: []}]; }],
    'an operation without 429': ['every operation has the answers that it can give',
        api => { delete api.paths['/decisions/{id}'].put.responses['429']; }],
    'a 503 without Retry-After': ['every operation has the answers that it can give',
        api => { delete api.components.responses.Unavailable.headers['Retry-After']; }],
    'If-Match without 412': ['every operation has the answers that it can give',
        api => { delete api.paths['/slots/{id}'].put.responses['412']; }],
    'an open request': ['requests are closed: an unknown member is refused',
        api => { delete api.components.schemas.Visit.additionalProperties; }],
    'an open part of a request': ['requests are closed: an unknown member is refused',
        api => { delete api.components.schemas.Place.properties.rules.additionalProperties; }],
    'a body without its id': ['what an id is put at is the id of the body',
        api => { api.components.schemas.Receipt.required = ['kind', 'station', 'at']; }],
    'a kind that cannot travel as a file': ['what an id is put at is the id of the body',
        api => { api.components.schemas.FileRequest.properties.kind.enum.pop(); }],
    'a decision changed after it was signed': ['signatures, tokens and sealed forms are vectors',
        api => { api.components.examples.DecisionEligible.value.fee.amountFen = 2000; }],
    'an officer\'s signature under another decision': ['signatures, tokens and sealed forms are vectors',
        api => {
            const {DecisionAsk, DecisionMove} = api.components.examples;
            DecisionAsk.value.signatures.officer = DecisionMove.value.signatures.officer;
        }],
    'a sealed form with one byte changed': ['signatures, tokens and sealed forms are vectors',
        api => {
            const {sealed} = api.components.examples.ApplicationPaid.value;
            sealed.data = (sealed.data[0] === 'A' ? 'B' : 'A') + sealed.data.slice(1);
        }],
    'a token for another target': ['signatures, tokens and sealed forms are vectors',
        api => { api.components.schemas.TokenClaims.examples[0].target = '/station/v1/meta'; }],
    'a receipt for something else': ['signatures, tokens and sealed forms are vectors',
        api => { api.components.examples.ReceiptTakenOver.value.sealedSha256 = ['x'.repeat(43)]; }],
    'a number that is not of practice': ['people in examples are practice people',
        api => { api.components.schemas.BookedForm.examples[0].applicant.number = '440524188001010014'; }],
    'a telephone number in a message': ['people in examples are practice people',
        api => { api.components.examples.MessageTelephoned.value.text = '已拨打13700000000'; }],
};

function problem(api, answer) {
    return Object.values(api.components.responses[answer].content['application/problem+json'].examples)[0].value;
}

function dangling(api) {
    api.components.schemas.Booking.properties.place = {$ref: '#/components/schemas/Nowhere'};
}

const source = readFileSync(process.argv[2], 'utf8');
const api = parse(source);

for (const [name, check] of Object.entries(checks))
    say(name, await check(api, source));

const schemas = new Schemas(api);
const found = examples(api);
for (const example of found)
    say(`example ${example.name}`, exampleFaults(schemas, example));

// A copy without a fault passes, so what a control finds is what was planted.
const copy = stringify(api, {aliasDuplicateObjects: false});
for (const [name, check] of Object.entries(checks))
    say(`copy, ${name}`, await check(structuredClone(api), copy));

for (const [name, [check, plant]] of Object.entries(controls)) {
    const faulty = structuredClone(api);
    plant(faulty);
    const faults = await checks[check](faulty, stringify(faulty, {aliasDuplicateObjects: false}));
    say(`control, ${name}`, faults.length ? [] : [`"${check}" did not find it`]);
}

console.log(`${operations(api).length} operations, ${Object.keys(checks).length} checks, ${found.length} examples, `
    + `${Object.keys(controls).length} controls`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
