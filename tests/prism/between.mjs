// A proxy of our own between two programs: says what goes through, and changes it where a test asks for it.

import {createServer, request} from 'node:http';

export class Between {
    // plant(answer) may change {status, headers, body}, as a platform with a fault would answer; prepare(options) the request.
    constructor() {
        this.plant = null;
        this.prepare = null;
        this.server = createServer((asked, answered) => this.#pass(asked, answered));
    }

    // To a port of this machine; the port on which it listens.
    async listen(target) {
        this.target = target;
        await new Promise(done => this.server.listen(0, '127.0.0.1', done));
        return this.server.address().port;
    }

    close() {
        this.server.closeAllConnections();
        this.server.close();
    }

    #pass(asked, answered) {
        const options = {host: '127.0.0.1', port: this.target, method: asked.method, path: asked.url, headers: {...asked.headers}};
        this.prepare?.(options);
        const onward = request(options, answer => {
            const parts = [];
            answer.on('data', part => parts.push(part));
            answer.on('end', () => {
                const said = {status: answer.statusCode, headers: {...answer.headers}, body: Buffer.concat(parts).toString()};
                this.plant?.(said, asked);
                delete said.headers['transfer-encoding'];
                if (said.status !== 204)
                    said.headers['content-length'] = Buffer.byteLength(said.body);
                answered.writeHead(said.status, said.headers);
                answered.end(said.status === 204 ? undefined : said.body);
            });
        });
        onward.on('error', () => answered.destroy());
        asked.pipe(onward);
    }
}
