// What is checked of the contract. A check is handed the contract and returns its faults as sentences, empty when there are none.

import {lintFromString, loadConfig} from '@redocly/openapi-core';
import {Validator} from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {claimsOf, formsOf, isSigned, jcs, platformKey, sha256, stationKey, unseal} from './vectors.mjs';

const methods = ['get', 'put', 'post', 'patch', 'delete'];
const prefix = 'urn:idcounter:problem:';

export function pointer(api, ref) {
    return ref.slice(2).split('/').reduce((at, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], api);
}

const follow = (api, value) => value?.$ref ? follow(api, pointer(api, value.$ref)) : value;

export function operations(api) {
    return Object.entries(api.paths).flatMap(([path, item]) => methods.filter(method => item[method]).map(method => ({
        name: `${method.toUpperCase()} ${path}`,
        path,
        method,
        operation: item[method],
        parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(one => follow(api, one)),
        answers: Object.entries(item[method].responses).map(([status, answer]) => [status, follow(api, answer) ?? {}]),
    })));
}

// Calls see for every object of a tree, with the names that lead to it.
function walk(value, see, names = []) {
    if (value === null || typeof value !== 'object')
        return;
    see(value, names);
    for (const [name, child] of Object.entries(value))
        walk(child, see, [...names, name]);
}

// Bodies of requests and answers, with the place they stand at.
function bodies(api) {
    return operations(api).flatMap(({name, operation, answers}) => [
        ...(operation.requestBody ? [[`${name} request`, follow(api, operation.requestBody)]] : []),
        ...answers.map(([status, answer]) => [`${name} ${status}`, answer]),
    ]).flatMap(([name, body]) => Object.entries(body.content ?? {}).map(([type, media]) => ({name, type, media})));
}

// Every example with the schema it must obey, once: bodies, parameters, headers, and those of the schemas themselves.
export function examples(api) {
    const found = [];
    for (const {name, media} of bodies(api))
        for (const [key, example] of Object.entries(media.examples ?? {}))
            found.push({name: `${name} ${key}`, schema: media.schema, value: follow(api, example)?.value});
    for (const part of ['parameters', 'headers'])
        for (const [name, one] of Object.entries(api.components[part]))
            found.push({name: `${part} ${name}`, schema: one.schema, value: one.example});
    walk(api.components.schemas, (schema, names) => {
        const isSchema = names.length === 1 || names.at(-2) === 'properties';
        if (isSchema && Array.isArray(schema.examples))
            schema.examples.forEach((value, at) => found.push({name: `schema ${names.join('/')} ${at}`, schema, value}));
    });
    return [...new Map(found.reverse().map(one => [JSON.stringify([one.schema, one.value]), one])).values()].reverse();
}

// The contract's schemas in ajv, JSON Schema 2020-12.
export class Schemas {
    constructor(api) {
        this.ajv = new Ajv2020({strict: true, strictRequired: false, strictTypes: false, allErrors: true});
        addFormats(this.ajv);
        this.ajv.addVocabulary(['components', 'x-vector']);
        this.ajv.addSchema({$id: 'contract', components: {schemas: api.components.schemas}}, 'contract', undefined, false);
        this.known = new Map();
    }

    faults(schema, value) {
        const key = JSON.stringify(schema);
        if (!this.known.has(key)) {
            const absolute = JSON.parse(key, (name, one) => name === '$ref' ? one.replace(/^#/, 'contract#') : one);
            this.known.set(key, this.ajv.compile(absolute));
        }
        const validate = this.known.get(key);
        return validate(value) ? [] : validate.errors.map(error => `${error.instancePath || '/'} ${error.message}`);
    }
}

const caught = make => {
    try {
        return make();
    } catch (error) {
        return [error.message];
    }
};

export function exampleFaults(schemas, {schema, value}) {
    return value === undefined ? ['there is none'] : caught(() => schemas.faults(schema, value));
}

const redocly = await loadConfig({configPath: new URL('redocly.yaml', import.meta.url).pathname});

export const checks = {
    async 'redocly, no error and no warning'(api, source) {
        const problems = await lintFromString({source, absoluteRef: '/openapi.yaml', config: redocly});
        return problems.map(({ruleId, message, location}) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`);
    },

    async 'openapi-schema-validator'(api) {
        const {valid, errors} = await new Validator().validate(structuredClone(api));
        return valid ? [] : [errors].flat().slice(0, 5).map(error => typeof error === 'string' ? error : JSON.stringify(error));
    },

    'every reference leads somewhere'(api) {
        const faults = [];
        walk(api, (value, names) => {
            if (typeof value.$ref === 'string' && pointer(api, value.$ref) === undefined)
                faults.push(`${names.join('/')}: ${value.$ref}`);
        });
        return faults;
    },

    'every component is used; a form that no answer bears has examples of its own'(api) {
        const used = new Set();
        walk(api, value => used.add(value.$ref));
        return Object.entries(api.components).filter(([part]) => part !== 'securitySchemes').flatMap(
            ([part, all]) => Object.entries(all).filter(
                ([name, one]) => !used.has(`#/components/${part}/${name}`) && !(part === 'schemas' && one.examples)
            ).map(([name]) => `${part}/${name}`));
    },

    'every schema is one of JSON Schema 2020-12'(api) {
        const schemas = new Schemas(api);
        return Object.keys(api.components.schemas).flatMap(
            name => caught(() => (schemas.ajv.getSchema(`contract#/components/schemas/${name}`), [])).map(fault => `${name}: ${fault}`));
    },

    'every example obeys its schema'(api) {
        const schemas = new Schemas(api);
        return examples(api).flatMap(example => exampleFaults(schemas, example).map(fault => `${example.name}: ${fault}`));
    },

    'every request and answer with a body has an example'(api) {
        return bodies(api).filter(({media}) => !Object.keys(media.examples ?? {}).length).map(({name}) => name);
    },

    'every kind of decision, visit, receipt and message of a station has an example'(api) {
        const values = api.components.examples;
        const seen = name => Object.values(values).map(({value}) => value?.[name]);
        const {BookingDecision, ApplicationDecision, Visit, Receipt} = api.components.schemas;
        const kinds = [BookingDecision, ApplicationDecision, Visit, Receipt].flatMap(schema => schema.properties.kind.enum);
        return [...kinds.filter(kind => !seen('kind').includes(kind)),
                ...['STATION', 'TELEPHONED'].filter(purpose => !seen('purpose').includes(purpose))];
    },

    'problem types: the list, the answers and the table are the same'(api) {
        const listed = api.components.schemas.ProblemType.enum;
        const rows = new Map([...api.info.description.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \| \S.* \| \S.* \|$/gm)]
            .map(([, name, status]) => [prefix + name, Number(status)]));
        const used = bodies(api).filter(({type}) => type === 'application/problem+json').flatMap(
            ({name, media}) => Object.values(media.examples ?? {}).map(example => ({name, problem: follow(api, example)?.value ?? {}})));
        const types = new Set(used.map(({problem}) => problem.type));
        return [
            ...listed.filter(type => !types.has(type)).map(type => `${type}: no answer gives it`),
            ...[...types].filter(type => !listed.includes(type)).map(type => `${type}: not in the list`),
            ...listed.filter(type => !rows.has(type)).map(type => `${type}: not in the table`),
            ...[...rows.keys()].filter(type => !listed.includes(type)).map(type => `${type}: in the table only`),
            ...used.filter(({name, problem}) => !name.endsWith(` ${problem.status}`)).map(({name}) => `${name}: another status inside`),
            ...used.filter(({problem}) => rows.get(problem.type) !== problem.status)
                .map(({problem}) => `${problem.type}: another status in the table`),
        ];
    },

    'every answer of 400 and above is a problem'(api) {
        return bodies(api).filter(({name, type}) => (/ [45]\d\d$/.test(name)) !== (type === 'application/problem+json'))
            .map(({name, type}) => `${name}: ${type}`);
    },

    'every operation takes a certificate or a token'(api) {
        const both = jcs([{stationCert: []}, {stationToken: []}]);
        return operations(api).filter(({operation}) => jcs(operation.security ?? api.security ?? []) !== both).map(({name}) => name);
    },

    'every operation has the answers that it can give'(api) {
        const always = ['401', '403', '429', '500', '503'];
        const put = ['200', '201', '400', '404', '413', '415', '422'];
        return operations(api).flatMap(({name, method, path, answers, parameters}) => {
            const has = new Map(answers);
            const wanted = [...always, ...(method === 'put' ? put : []), ...(path.includes('{id}') ? ['400'] : [])];
            const conditional = parameters.some(({name}) => name === 'If-Match');
            const faults = wanted.filter(status => !has.has(status));
            if (conditional !== has.has('412'))
                faults.push('412 and If-Match');
            for (const [status, {headers = {}, content}] of answers) {
                if (!headers['Request-Id'])
                    faults.push(`${status} without Request-Id`);
                if (['429', '503'].includes(status) && !headers['Retry-After'])
                    faults.push(`${status} without Retry-After`);
                if (path.includes('{id}') && content?.['application/json'] && !headers.ETag)
                    faults.push(`${status} without ETag`);
            }
            return faults.map(fault => `${name}: ${fault}`);
        });
    },

    'requests are closed: an unknown member is refused'(api) {
        const faults = [];
        const look = (schema, name, seen) => {
            if (schema === null || typeof schema !== 'object' || seen.has(schema))
                return;
            seen.add(schema);
            if (schema.$ref)
                return look(pointer(api, schema.$ref), schema.$ref.split('/').at(-1), seen);
            if (schema.type === 'object' && schema.additionalProperties !== false)
                faults.push(name);
            Object.entries(schema.properties ?? {}).forEach(([key, child]) => look(child, `${name}.${key}`, seen));
            [schema.items, ...(schema.oneOf ?? [])].forEach(child => look(child, `${name}[]`, seen));
        };
        const seen = new Set();
        for (const {name, operation} of operations(api))
            for (const media of Object.values(operation.requestBody?.content ?? {}))
                look(media.schema, name, seen);
        for (const form of ['BookedForm', 'ReissueForm', 'TokenClaims'])
            look({$ref: `#/components/schemas/${form}`}, form, seen);
        return faults;
    },

    'what an id is put at is the id of the body'(api) {
        return operations(api).filter(({method}) => method === 'put').flatMap(({name, path, operation}) => {
            const kind = path.split('/')[1];
            const shapes = [follow(api, Object.values(operation.requestBody.content)[0].schema)].flatMap(one => one.oneOf ?? [one]);
            const inFile = pointer(api, '#/components/schemas/FileRequest/properties/kind/enum');
            return [
                ...shapes.map(one => follow(api, one)).filter(one => !one.required?.includes('id')).map(() => `${name}: no id in the body`),
                ...(kind === 'claims' || inFile.includes(kind) ? [] : [`${name}: cannot travel as a file`]),
            ];
        });
    },

    'signatures, tokens and sealed forms are vectors'(api) {
        const faults = [];
        const forms = formsOf(api);
        const known = new Map();
        walk({schemas: api.components.schemas, examples: api.components.examples}, (value, names) => {
            const name = names.join('/');
            if (value.signatures && typeof value.by?.login === 'string' && !isSigned(value))
                faults.push(`${name}: a signature does not hold`);
            if (typeof value.sealed?.data === 'string') {
                if (value.sealed.key !== stationKey || jcs(unseal(value.sealed.data)) !== jcs(forms.get(value.id) ?? 'missing'))
                    faults.push(`${name}: does not open to the form`);
                known.set(value.id, sha256(Buffer.from(value.sealed.data, 'base64')));
            }
        });
        walk(api.components.examples, (value, names) => {
            if (Array.isArray(value.sealedSha256) && value.sealedSha256[0] !== known.get(value.about.id))
                faults.push(`${names.join('/')}: hash of what was taken over`);
        });
        const {examples: [claims], 'x-vector': {token}} = api.components.schemas.TokenClaims;
        if (jcs(claimsOf(token)) !== jcs(claims) || claims.key !== stationKey || claims.bodySha256 !== sha256(''))
            faults.push('TokenClaims: the token is not that of the claims');
        if (api.components.examples.Meta.value.keys !== platformKey)
            faults.push('Meta: fingerprint of the platform');
        return faults;
    },

    'people in examples are practice people'(api) {
        // Numbers and telephones that the tree uses elsewhere: devices/practice/practiceregister.cpp, tests/support/station.h.
        const numbers = ['650102198806129010', '650102199308159027', '650102201704209073', '11010519491231002X'];
        const phones = ['13800001234', '13912345678'];
        const faults = [];
        for (const form of formsOf(api).values())
            for (const [name, value] of Object.entries({...form.applicant, ...form.guardian, ...form.delivery}))
                if ((name === 'number' && !numbers.includes(value)) || (name === 'phone' && !phones.includes(value)))
                    faults.push(value);
        walk({...api.components.examples}, value => Object.values(value).forEach(text => {
            if (typeof text === 'string' && /(^|\D)(\d{17}[\dX]|1[3-9]\d{9})(\D|$)/.test(text))
                faults.push(text);
        }));
        return faults;
    },
};
