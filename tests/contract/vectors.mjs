// The cryptography of the contract, as another program than ours does it, on keys that everybody knows. The examples of
// openapi.yaml are vectors: their signatures hold, what is sealed in them opens.
//
//     node vectors.mjs openapi.yaml      in the build folder of run.sh: signs and seals them again, after one was changed

import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import sodium from 'libsodium-wrappers';
import {isMap, parseDocument, visit} from 'yaml';

await sodium.ready;

const seed = byte => new Uint8Array(32).fill(byte);
const base64url = bytes => Buffer.from(bytes).toString('base64url');
const fromBase64url = text => new Uint8Array(Buffer.from(text, 'base64url'));

export const sha256 = bytes => createHash('sha256').update(bytes).digest('base64url');

function keysOf(signing, sealing) {
    const sign = sodium.crypto_sign_seed_keypair(seed(signing));
    const secret = seed(sealing);
    return {sign, secret, sealing: sodium.crypto_scalarmult_base(secret)};
}

// Practice keys: secret halves are 32 times the same byte.
const station = keysOf(0x01, 0x02);
const platform = keysOf(0x05, 0x06);
const officers = {zhao: sodium.crypto_sign_seed_keypair(seed(0x03)), wang: sodium.crypto_sign_seed_keypair(seed(0x04))};

// Eight groups of five digits (docs/EXCHANGE.md).
export function fingerprint(keys) {
    const both = new Uint8Array([...keys.sign.publicKey, ...keys.sealing]);
    const hash = Buffer.from(sodium.crypto_generichash(32, both));
    return Array.from({length: 8}, (_, at) => String(hash.readUInt32BE(4 * at) % 100000).padStart(5, '0')).join(' ');
}

export const stationKey = fingerprint(station);
// As a key file has them.
export const publicKeys = Buffer.from([...station.sign.publicKey, ...station.sealing]).toString('hex');
export const platformKey = fingerprint(platform);

// RFC 8785: JavaScript sorts by UTF-16 code units and writes strings and integers as it asks for.
export function jcs(value) {
    if (Array.isArray(value))
        return `[${value.map(jcs).join(',')}]`;
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value);
    return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${jcs(value[name])}`).join(',')}}`;
}

const message = (purpose, value) => new TextEncoder().encode(`${purpose}\n${jcs(value)}`);

// What officer and station sign of a decision.
function signedBytes(decision) {
    const {signatures, ...bare} = decision;
    return {
        officer: message('idcounter/decision/officer/v1', bare),
        station: officer => message('idcounter/decision/station/v1', {...bare, signatures: {officer}}),
    };
}

export function sign(decision) {
    const bytes = signedBytes(decision);
    const keys = officers[decision.by.login];
    const officer = {
        key: base64url(keys.publicKey),
        signature: base64url(sodium.crypto_sign_detached(bytes.officer, keys.privateKey)),
    };
    const signature = base64url(sodium.crypto_sign_detached(bytes.station(officer), station.sign.privateKey));
    return {officer, station: {key: stationKey, signature}};
}

const holds = (signature, bytes, key) => {
    try {
        return sodium.crypto_sign_verify_detached(fromBase64url(signature), bytes, key);
    } catch {
        return false;
    }
};

export function isSigned(decision) {
    const {officer, station: by} = decision.signatures;
    const bytes = signedBytes(decision);
    return by.key === stationKey && holds(officer.signature, bytes.officer, fromBase64url(officer.key))
        && holds(by.signature, bytes.station(officer), station.sign.publicKey);
}

export const seal = form => Buffer.from(
    sodium.crypto_box_seal(new TextEncoder().encode(jcs(form)), station.sealing)).toString('base64');

// The form, or null.
export function unseal(data) {
    try {
        const opened = sodium.crypto_box_seal_open(new Uint8Array(Buffer.from(data, 'base64')), station.sealing, station.secret);
        return JSON.parse(new TextDecoder().decode(opened));
    } catch {
        return null;
    }
}

export function token(claims) {
    const signature = sodium.crypto_sign_detached(message('idcounter/token/v1', claims), station.sign.privateKey);
    return `v1.${base64url(jcs(claims))}.${base64url(signature)}`;
}

// The claims, or null where the signature does not hold over the bytes received.
export function claimsOf(text) {
    const [version, payload, signature] = text.split('.');
    const bytes = Buffer.from(payload ?? '', 'base64url');
    const signed = new Uint8Array(Buffer.concat([Buffer.from('idcounter/token/v1\n'), bytes]));
    return version === 'v1' && holds(signature ?? '', signed, station.sign.publicKey) ? JSON.parse(bytes) : null;
}

// The forms that are sealed in examples, by the booking or application they belong to.
export function formsOf(api) {
    const {BookedForm, ReissueForm} = api.components.schemas;
    return new Map([...BookedForm.examples, ...ReissueForm.examples].map(form => [form.booking ?? form.application, form]));
}

function resign(path) {
    const text = readFileSync(path, 'utf8');
    const document = parseDocument(text, {version: '1.2'});
    const forms = formsOf(document.toJS());
    const sealed = new Map();
    const changes = [];
    const put = (node, value) => changes.push({from: node.range[0], until: node.range[1], value});

    visit(document, {
        Map(_, node) {
            const value = node.toJS(document);
            if (node.has('signatures') && typeof value.by?.login === 'string') {
                const {officer, station: by} = sign(value);
                put(node.get('signatures', true), `{officer: {key: ${officer.key}, signature: ${officer.signature}}, `
                    + `station: {key: ${by.key}, signature: ${by.signature}}}`);
            }
            if (isMap(node.get('sealed', true)) && value.sealed.data && forms.has(value.id)) {
                const form = forms.get(value.id);
                const known = sealed.get(value.id) ?? (jcs(unseal(value.sealed.data)) === jcs(form) ? value.sealed.data : seal(form));
                sealed.set(value.id, known);
                put(node.get('sealed', true).get('key', true), `'${stationKey}'`);
                put(node.get('sealed', true).get('data', true), known);
            }
            if (node.has('x-vector'))
                put(node.get('x-vector', true).get('token', true), token(value.examples[0]));
        },
    });
    visit(document, {
        Map(_, node) {
            const value = node.toJS(document);
            if (Array.isArray(value.sealedSha256) && sealed.has(value.about?.id))
                put(node.get('sealedSha256', true).items[0], sha256(Buffer.from(sealed.get(value.about.id), 'base64')));
        },
    });

    let result = text;
    for (const {from, until, value} of changes.sort((one, other) => other.from - one.from))
        result = result.slice(0, from) + value + result.slice(until);
    writeFileSync(path, result);
    console.log(`${changes.length} values written`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
    resign(process.argv[2]);
