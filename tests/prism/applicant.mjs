import {deflateSync} from 'node:zlib';

// ISO 3309, as PNG has it.
function crc32(bytes) {
    let sum = ~0;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; ++bit)
            sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
}

// A grey PNG of 240 x 240.
function pngOfAPaper() {
    const part = (type, data) => {
        const body = Buffer.concat([Buffer.from(type), data]);
        const around = Buffer.alloc(8);
        around.writeUInt32BE(data.length, 0);
        around.writeUInt32BE(crc32(body), 4);
        return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
    };
    const head = Buffer.from([0, 0, 0, 240, 0, 0, 0, 240, 8, 0, 0, 0, 0]);
    return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), part('IHDR', head),
        part('IDAT', deflateSync(Buffer.alloc(240 * 241, 0))), part('IEND', Buffer.alloc(0))]);
}

// Somebody with a browser that knows no scripts: keeps cookies, follows where he is led, sends forms.

export class Applicant {
    constructor(port, phone) {
        this.port = port;
        this.phone = phone;
        this.cookies = new Map();
        this.page = '';
    }

    async #ask(path, options = {}) {
        const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
            redirect: 'manual', ...options,
            headers: {
                cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': 'en',
                'sec-fetch-site': 'same-origin', connection: 'close', ...options.headers,
            },
        });
        for (const cookie of answer.headers.getSetCookie()) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
            this.cookies.set(name, value);
        }
        this.page = await answer.text();
        const location = answer.headers.get('location');
        if (answer.status === 303)
            return this.#ask(location.replace(/^https?:\/\/[^/]+/, ''));
        if (answer.status !== 200)
            throw new Error(`${options.method ?? 'GET'} ${path}: ${answer.status} ${this.#words()}`);
        this.path = path;
        return this.page;
    }

    #words() {
        return this.page.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 1500);
    }

    open(path) {
        return this.#ask(path);
    }

    // The value of a field of the page.
    value(name) {
        const tag = this.page.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? '';
        return tag.match(/value="([^"]*)"/)?.[1] ?? '';
    }

    send(path, fields) {
        const body = new URLSearchParams({csrf: this.value('csrf'), ...fields});
        return this.#ask(path, {method: 'POST', body: body.toString(),
            headers: {'content-type': 'application/x-www-form-urlencoded'}});
    }

    async logIn() {
        await this.open('/login');
        await this.send('/login', {phone: this.phone});
        const asked = this.page;
        const sent = await this.open('/practice/messages'); // newest first
        const code = sent.slice(sent.indexOf(this.phone)).match(/\b\d{6}\b/)[0];
        this.page = asked;
        await this.send('/login/code', {code});
    }

    person(number) {
        return {number, name: '张小丰', ethnicGroup: '01', address: '新疆维吾尔自治区乌鲁木齐市天山区练习路2号'};
    }

    // A booking by the form; its id.
    async book(place, number) {
        await this.open(`/booking/new?place=${place}`);
        await this.send('/booking/new', {...this.person(number), ...this.#wanted(place), id: this.value('id')});
        return this.#idIn(/\/booking\/([0-9a-f-]{36})$/);
    }
    #wanted(place) {
        return {place, reason: '22', phone: this.phone, collection: 'IN_PERSON'};
    }
    async answerMore(booking, place, number) {
        await this.open(`/booking/${booking}/answer`);
        await this.send(`/booking/${booking}/answer`, {...this.person(number), ...this.#wanted(place), answer: 'Here it is.'});
    }
    // A picture of a paper with a booking.
    async addPicture(booking, kind) {
        await this.open(`/booking/${booking}/pictures`);
        const form = new FormData();
        for (const [name, value] of Object.entries({csrf: this.value('csrf'), id: this.value('id'), kind}))
            form.set(name, value);
        form.set('file', new Blob([pngOfAPaper()], {type: 'image/png'}), 'paper.png');
        return this.#ask(`/booking/${booking}/pictures`, {method: 'POST', body: form});
    }
    async confirm(booking) {
        await this.open(`/booking/${booking}`);
        await this.send(`/booking/${booking}/confirm`, {});
    }

    // An online application by the forms; its id.
    async apply(station, number) {
        await this.open('/me/real-name');
        await this.send('/me/real-name', {number});
        await this.open('/reissue');
        const fields = {
            ...this.person(number), id: this.value('id'), station, lostOn: new Date().toISOString().slice(0, 10),
            phone: this.phone, recipient: '张小丰', mailingAddress: '新疆乌鲁木齐市天山区练习路2号', postcode: '830000',
        };
        await this.send('/reissue', fields);
        await this.send('/reissue/submit', {...fields, cardLost: 'yes', householdUnchanged: 'yes', informationAccepted: 'yes'});
        return this.#idIn(/\/application\/([0-9a-f-]{36})$/);
    }
    // At the practice provider; what: "pay", "twice", "late", "refunded".
    async pay(application, payment, what) {
        await this.open(`/application/${application}`);
        if (what !== 'refunded')
            await this.send(`/application/${application}/pay`, {});
        await this.open(`/practice/pay/${payment}`);
        await this.send(`/practice/pay/${payment}`, {what});
    }

    #idIn(pattern) {
        const id = this.path.match(pattern)?.[1];
        if (!id)
            throw new Error(`${this.path}: ${this.#words()}`);
        return id;
    }
}
