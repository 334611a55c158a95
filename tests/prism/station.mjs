// A practice station as another program than ours would be one: signs its requests and decisions by the contract.

import {randomBytes} from 'node:crypto';
import {jcs, sha256, sign, stationKey, token} from './vectors.mjs';

export const unit = '650102999';
export const officer = {login: 'zhao', name: '赵警官'};
const prefix = 'urn:idcounter:problem:';

// UUID of version 7, RFC 9562.
export function newId() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function instant(milliseconds = Date.now()) {
    return new Date(milliseconds + 8 * 3600_000).toISOString().replace(/\.\d+Z$/, '+08:00');
}

// Who asks at a port, and keeps what was answered: {operation, status, problem} of each.
export class Station {
    constructor(port) {
        this.port = port;
        this.answers = [];
        this.faults = [];
    }

    // more: ifMatch, token, claims, type of the body; bytes: no JSON is expected. The answer: status, problem, body as it was read.
    async ask(method, target, body, more = {}) {
        const path = `/station/v1/${target}`;
        const bytes = body === undefined ? '' : jcs(body);
        const claims = {
            station: unit, key: stationKey, host: '127.0.0.1', method, target: path, bodySha256: sha256(bytes),
            at: Math.floor(Date.now() / 1000), nonce: randomBytes(16).toString('base64url'), ...more.claims,
        };
        const headers = {authorization: `Bearer ${more.token ?? token(claims)}`, 'accept-language': 'en', connection: 'close'};
        if (body !== undefined)
            headers['content-type'] = more.type ?? 'application/json';
        if (more.ifMatch)
            headers['if-match'] = `"${more.ifMatch}"`;
        const answer = await fetch(`http://127.0.0.1:${this.port}${path}`,
            {method, headers, body: body === undefined ? undefined : bytes, redirect: 'manual'});
        const raw = Buffer.from(await answer.arrayBuffer());
        const text = raw.toString();
        const isBytes = more.bytes && answer.status === 200;
        let json = null;
        try {
            json = text && !isBytes ? JSON.parse(text) : null;
        } catch {
            this.faults.push(`${method} ${target}: no JSON`);
        }
        // Of a proxy that only notes: what the answer has against the contract.
        for (const one of JSON.parse(answer.headers.get('sl-violations') ?? '[]')) {
            if (one.location?.[0] === 'response')
                this.faults.push(`${method} ${target} ${answer.status}: ${JSON.stringify(one)}`);
        }
        const problem = json?.type?.startsWith?.(prefix) ? json.type.slice(prefix.length) : '';
        // Prism's own words: what was asked or answered is against the contract.
        if (answer.status >= 400 && !problem)
            this.faults.push(`${method} ${target} ${answer.status}: ${text.slice(0, 600)}`);
        const [kind, id] = target.split('?')[0].split('/');
        this.answers.push(`${method} /${kind}${id ? '/{id}' : ''} ${answer.status}${problem ? ` ${problem}` : ''}`);
        return {status: answer.status, body: isBytes ? raw : json, problem, version: json?.version, text, token: headers.authorization.slice(7)};
    }

    get(target, more) {
        return this.ask('GET', target, undefined, more);
    }
    put(kind, body, more) {
        return this.ask('PUT', `${kind}/${body.id}`, body, more);
    }

    // A signed decision about a booking or an application, as it was seen.
    decision(about, kind, more) {
        const name = about.moves === undefined ? 'application' : 'booking';
        const body = {
            id: newId(), [name]: about.id, [`${name}Version`]: about.version, kind, station: unit, by: officer, at: instant(),
            ...more,
        };
        return {...body, signatures: sign(body)};
    }
    decide(about, kind, more) {
        return this.put('decisions', this.decision(about, kind, more));
    }
}
