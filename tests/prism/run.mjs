// See run.sh.   node run.mjs openapi.yaml PLATFORM CLIENT

import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {parse} from 'yaml';
import {Between} from './between.mjs';
import {Life} from './life.mjs';
import {Station, unit} from './station.mjs';
import {publicKeys} from './vectors.mjs';

const [contract, platform, client] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'prism-'));
const children = [];
let passed = 0;
let failed = 0;

function say(name, faults) {
    faults.length ? ++failed : ++passed;
    if (faults.length)
        console.log(`FAIL  ${name}\n${faults.slice(0, 20).map(fault => `      ${fault}`).join('\n')}`);
}

// The contract at the paths under which a platform serves it: Prism does not look at the address of a server.
function servedContract() {
    const api = parse(readFileSync(contract, 'utf8'));
    api.paths = Object.fromEntries(Object.entries(api.paths).map(([path, item]) => [`/station/v1${path}`, item]));
    api.servers = [{url: '/'}];
    writeFileSync(join(folder, 'contract.json'), JSON.stringify(api));
    return api;
}

async function freePort() {
    const server = createServer();
    await new Promise(done => server.listen(0, '127.0.0.1', done));
    const {port} = server.address();
    await new Promise(done => server.close(done));
    return port;
}

const isOpen = port => new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
    socket.on('error', () => done(false));
});

// The port of a Prism that has begun.
async function prism(...words) {
    const port = await freePort();
    const log = openSync(join(folder, `prism-${port}.log`), 'w');
    const child = spawn(process.execPath, ['node_modules/.bin/prism', ...words.slice(0, -1), '-p', port, '-h', '127.0.0.1',
        join(folder, 'contract.json'), words.at(-1)].filter(word => word !== ''), {stdio: ['ignore', log, log]});
    children.push(child);
    while (!await isOpen(port)) {
        if (child.exitCode !== null)
            throw new Error(readFileSync(join(folder, `prism-${port}.log`), 'utf8'));
        await new Promise(done => setTimeout(done, 100));
    }
    return port;
}

const told = (...words) => execFileSync(platform, ['--dir', join(folder, 'platform'), ...words], {encoding: 'utf8'});

// While our own servers go on.
async function outputOf(program, input) {
    const child = spawn(program, {stdio: ['pipe', 'pipe', 'inherit']});
    children.push(child);
    child.stdin.end(input);
    let output = '';
    for await (const part of child.stdout.setEncoding('utf8'))
        output += part;
    return output;
}

// The platform, with the practice station known to it; its two ports.
async function serve() {
    const keys = {idcounterKeys: 1, name: '练习派出所', role: 'station', practice: true, keys: publicKeys, validUntil: '2099-12-31'};
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys));
    told('station', '--unit', unit, '--name', '练习派出所', '--english', 'Practice police station', '--phone', '0991-5550100',
        '--keys', join(folder, 'keys.json'));
    writeFileSync(join(folder, 'platform', 'platform.ini'), '[station]\nport=0\n[pages]\nport=0\n');
    const child = spawn(platform, ['--dir', join(folder, 'platform'), 'serve'], {stdio: ['ignore', 'pipe', 'inherit']});
    children.push(child);
    const line = await new Promise((done, fail) => {
        createInterface({input: child.stdout}).once('line', done);
        child.once('exit', () => fail(new Error('the platform has ended')));
    });
    const [, station, pages] = /station (\d+) pages (\d+)/.exec(line);
    return {station: Number(station), pages: Number(pages)};
}

// Answers of a platform with a fault, and what is asked for them.
const plants = {
    'a version that is no number': ['place', body => { body.version = 'one'; }],
    'a member that is missing': ['meta', body => { delete body.epoch; }],
    'a time in Z': ['meta', body => { body.serverTime = '2026-11-24T01:00:00Z'; }],
    'an id that is none': ['place', body => { body.id = '1'; }],
    'a version that is too small': ['place', body => { body.version = 0; }],
    'an unknown state of a booking': ['booking', body => { body.state = 'LOST'; }],
    'a booking without its station': ['booking', body => { delete body.station; }],
    'a page without a cursor': ['snapshot', body => { delete body.cursor; }],
    'an unknown problem': ['missing', body => { body.type = 'urn:idcounter:problem:gone-fishing'; }],
    'a problem without a type': ['missing', body => { delete body.type; }],
    'a status that is not in the contract': ['meta', (body, said) => { said.status = 418; }],
    'a page for people': ['meta', (body, said) => { said.headers['content-type'] = 'text/html'; }],
};

async function checkControls(station, life, between) {
    const targets = {
        meta: 'meta', place: `places/${life.place.id}`, booking: `bookings/${life.confirmed.id}`, snapshot: 'snapshot?limit=3',
        missing: 'bookings/01a20b23-b820-72e4-871c-0500000000ff',
    };
    for (const [name, [what, change]] of Object.entries(plants)) {
        between.plant = said => {
            const body = JSON.parse(said.body);
            change(body, said);
            said.body = JSON.stringify(body);
        };
        const control = new Station(station.port);
        await control.get(targets[what]);
        say(`control, ${name}`, control.faults.length ? [] : ['Prism did not find it']);
    }
    between.plant = null;
    const control = new Station(station.port);
    for (const target of Object.values(targets))
        await control.get(target);
    say('the same without a fault', control.faults);
}

const methods = ['get', 'put', 'delete'];

function coverage(api, stations) {
    const seen = new Set(stations.flatMap(one => one.answers.map(answer => answer.split(' ').slice(0, 3).join(' '))));
    const operations = Object.entries(api.paths).flatMap(([path, item]) => methods.filter(method => item[method])
        .map(method => `${method.toUpperCase()} ${path.slice('/station/v1'.length)}`));
    const good = operations.filter(one => [200, 201, 204].some(status => seen.has(`${one} ${status}`)));
    const none = operations.filter(one => !good.includes(one));
    console.log(`${good.length} of ${operations.length} operations done, ${seen.size} different answers, `
        + `${stations.reduce((sum, one) => sum + one.answers.length, 0)} requests`);
    say('every operation is done', none);
    const types = api.components.schemas.ProblemType.enum.map(type => type.split(':').at(-1));
    const met = new Set(stations.flatMap(one => one.answers.map(answer => answer.split(' ')[3])));
    console.log(`problems that were not met: ${types.filter(type => !met.has(type)).join(', ')}`);
}

const follow = (api, value) => value?.$ref
    ? follow(api, value.$ref.slice(2).split('/').reduce((at, name) => at[name], api)) : value;

// Every answer of the contract, asked for by name.
function questions(api) {
    const all = [];
    for (const [path, item] of Object.entries(api.paths)) {
        for (const method of methods.filter(one => item[one])) {
            const operation = item[method];
            const parameters = [...item.parameters ?? [], ...operation.parameters ?? []].map(one => follow(api, one));
            const request = Object.values(follow(api, operation.requestBody)?.content?.['application/json']?.examples ?? {});
            const body = request.length ? follow(api, request[0]).value : undefined;
            const id = body?.id ?? parameters.find(one => one.in === 'path')?.example;
            const query = parameters.filter(one => one.in === 'query' && one.required)
                .map(one => `${one.name}=${encodeURIComponent(one.example)}`).join('&');
            const target = path.slice('/station/v1/'.length).replace('{id}', id) + (query ? `?${query}` : '');
            for (const [status, answer] of Object.entries(operation.responses)) {
                const [type, content] = Object.entries(follow(api, answer).content ?? {})[0] ?? [];
                const examples = Object.entries(content?.examples ?? {'-': {value: {}}});
                for (const [example, value] of type === 'application/octet-stream' ? [] : examples) {
                    all.push({method: method.toUpperCase(), target, body, status: Number(status), example,
                        expected: follow(api, value).value});
                }
            }
        }
    }
    return all;
}

function kindOf({status, expected}) {
    if (status < 300)
        return 'done';
    return status === 429 || status >= 500 || expected.type.includes(':token-') ? 'unknown' : 'refused';
}

async function checkClient(api) {
    const between = new Between();
    // The answer that is wanted stands in front of the path.
    between.prepare = options => {
        const [, code, example, path] = /^\/(\d+)\/([^/]+)(\/.*)$/.exec(options.path);
        options.path = path;
        options.headers.prefer = `code=${code}${example === '-' ? '' : `, example=${example}`}`;
    };
    const port = await between.listen(await prism('mock', ''));
    const asked = questions(api);
    const requests = asked.map(({method, target, body, status, example}) =>
        ({url: `http://127.0.0.1:${port}/${status}/${example}`, method, target, body}));
    const {answers} = JSON.parse(await outputOf(client, JSON.stringify({requests})));
    asked.forEach((one, at) => {
        const {kind, status, body} = answers[at] ?? {};
        const faults = [];
        if (status !== one.status || kind !== kindOf(one))
            faults.push(`${status} ${kind}, not ${one.status} ${kindOf(one)}: ${JSON.stringify(body)}`);
        else if (kind === 'done' && JSON.stringify(sorted(body)) !== JSON.stringify(sorted(one.expected)))
            faults.push(`another body: ${JSON.stringify(body)}`);
        else if (kind === 'refused' && body.type !== one.expected.type)
            faults.push(`another problem: ${body.type}`);
        say(`client, ${one.method} ${one.target} ${one.status} ${one.example}`, faults);
    });
    console.log(`${asked.length} answers of the contract read by the client`);
    between.close();
}

function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.keys(value).sort().map(name => [name, sorted(value[name])]));
}

async function main() {
    const api = servedContract();
    const ports = await serve();
    const between = new Between();
    const upstream = `http://127.0.0.1:${await between.listen(ports.station)}`;
    const station = new Station(await prism('proxy', '--errors', upstream));
    const lax = new Station(await prism('proxy', upstream));
    const life = new Life(station, lax, ports.pages);
    try {
        await life.run();
        told('new-epoch');
        await life.afterNewEpoch();
    } catch (error) {
        life.faults.push(error.stack);
    }
    if (life.confirmed)
        await checkControls(station, life, between);
    await life.tooMuch();
    say('a whole run', life.faults);
    say('every answer is the contract\'s', [...station.faults, ...lax.faults]);
    coverage(api, [station, lax]);
    between.close();
    await checkClient(api);
}

try {
    await main();
} catch (error) {
    say('run', [error.stack]);
} finally {
    for (const child of children)
        child.kill('SIGKILL');
    if (failed === 0)
        rmSync(folder, {recursive: true, force: true});
    else
        console.log(`what was left is in ${folder}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0); // also when something is still open
