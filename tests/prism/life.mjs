// All that a station and its applicants do with a platform, and every refusal that can be had without waiting for days.

import {instant, newId, officer, unit} from './station.mjs';
import {Applicant} from './applicant.mjs';
import {sha256, unseal} from './vectors.mjs';

const day = 24 * 3600_000;
const dayOf = milliseconds => instant(milliseconds).slice(0, 10);
const reasons = [{code: 'Other1', text: 'For practice.'}];
const both = (zh, en) => ({zh, en});

// A citizen number that belongs to nobody, with its check character.
export function citizenNumber(person) {
    const body = `6501021988${String(person % 12 + 1).padStart(2, '0')}12${String(person + 1).padStart(3, '0')}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * body[at], 0) % 11];
}

export class Life {
    // station: behind the proxy that refuses; lax: behind one that only notes; pages: the port of the applicants' pages.
    constructor(station, lax, pages) {
        this.station = station;
        this.lax = lax;
        this.pages = pages;
        this.faults = [];
        this.seen = new Map(); // newest of each id
        this.slots = [];
        this.people = 0;
    }

    expect(answer, status, problem = '') {
        if (answer.status !== status || answer.problem !== problem)
            this.faults.push(`${new Error().stack.split('\n')[2].trim()}: ${answer.status} ${answer.problem}, not ${status} `
                + `${problem}: ${answer.text?.slice(0, 300)}`);
        return answer.body ?? {};
    }
    expectThat(holds, what) {
        if (!holds)
            this.faults.push(what);
    }

    async run() {
        await this.introduces();
        await this.openHours();
        await this.bookings();
        await this.pictures();
        await this.decisions();
        await this.dayOfTheVisit();
        await this.claims();
        await this.messages();
        await this.lostCard();
        await this.paidTwice();
        await this.sentToTheCounter();
        await this.compares();
        await this.refusals();
    }

    // Reads the feed to its end; the newest of an id.
    async follow(id, wait = 0) {
        for (;;) {
            const page = this.expect(await this.station.get(`changes?after=${this.cursor}&limit=5${wait ? `&wait=${wait}` : ''}`), 200);
            for (const change of page.changes ?? [])
                this.seen.set(change.id, change.resource);
            this.cursor = page.next ?? this.cursor;
            if (!page.more)
                return this.seen.get(id);
        }
    }
    // Until it is as is asked for: changes are told, nothing is waited for besides.
    async until(id, holds) {
        for (let looks = 0; looks < 60; ++looks) {
            const resource = await this.follow(id, 1);
            if (resource && holds(resource))
                return resource;
        }
        throw new Error(`${id}: ${JSON.stringify(this.seen.get(id))}`);
    }

    async somebody() {
        const number = ++this.people;
        const person = new Applicant(this.pages, `138${String(number).padStart(8, '0')}`);
        person.number = citizenNumber(number);
        await person.logIn();
        return person;
    }
    async booking(person) {
        return this.until(await person.book(this.place.id, person.number), () => true);
    }
    wish(...slots) {
        return {place: this.place.id, wishes: slots.map(slot => slot.id), slotsNeeded: 1, offerHours: 72};
    }
    own(slot, seat) {
        return {place: this.place.id, seats: [{slot: slot.id, seat}]};
    }

    async introduces() {
        const meta = this.expect(await this.station.get('meta'), 200);
        this.expectThat(meta.practice === true && meta.host === '127.0.0.1', 'meta of a practice platform');
        const first = this.expect(await this.station.get('snapshot'), 200);
        this.expectThat(first.items?.length === 0, 'a platform without anything');
        this.cursor = first.cursor;
    }

    async openHours() {
        this.place = {
            id: newId(), station: unit, kind: 'HALL', name: both('练习派出所户籍大厅', 'Practice hall'),
            address: both('练习路1号', '1 Practice Road'), zone: 'Asia/Shanghai', phone: '0991-5550100',
            businesses: ['11', '22', '24', '41'].map(reason => ({reason, minutes: 20, papers: [both('户口簿', 'Household booklet')]})),
            rules: {
                bookableFromDays: 1, bookableToDays: 60, holdMinutes: 10, offerHours: 72, cancelUntilHours: 4, moveUntilHours: 24,
                maxMoves: 3, restMinutes: [10, 60], noShowMinutes: 30, noShowsAllowed: 2, noShowDays: 90, reminderDays: [3, 1],
            },
        };
        this.expect(await this.station.put('places', this.place), 201);
        this.expect(await this.station.put('places', this.place), 200);
        const changed = {...this.place, phone: '0991-5550101'};
        this.expect(await this.station.put('places', changed), 412, 'precondition-failed');
        this.expect(await this.station.put('places', changed, {ifMatch: 1}), 200);
        this.expect(await this.station.get(`places/${this.place.id}`), 200);
        for (let at = 0; at < 12; ++at) {
            const time = `${String(9 + Math.floor(at / 3)).padStart(2, '0')}:${String(at % 3 * 20).padStart(2, '0')}`;
            this.slots.push(await this.slot(Date.now() + 10 * day, time));
        }
        const target = `slots?place=${this.place.id}&from=${dayOf(Date.now())}&until=${dayOf(Date.now() + 20 * day)}`;
        const page = this.expect(await this.station.get(`${target}&limit=5&freeFor=PUBLIC`), 200);
        this.expectThat(page.slots?.length === 5, 'a page of slots');
        this.expect(await this.station.get(`${target}&limit=5&page=${page.nextPage}`), 200);
        this.expect(await this.station.get(`slots?place=${newId()}&from=2026-01-01&until=2026-01-02`), 404, 'not-found');
    }

    async slot(when, time, id = newId()) {
        const date = dayOf(when);
        const slot = {
            id, place: this.place.id, day: date, time, startsAt: `${date}T${time}:00+08:00`, minutes: 20, planVersion: 1,
            seats: [{no: 1, owner: 'PUBLIC'}, {no: 2, owner: 'STATION'}, {no: 3, owner: 'CLOSED'}],
        };
        this.expect(await this.station.put('slots', slot), 201);
        return slot;
    }

    async bookings() {
        const [first, second] = this.slots;
        const person = await this.somebody();
        const booking = await this.booking(person);
        this.expectThat(booking.state === 'SUBMITTED' && unseal(booking.sealed.data)?.applicant.number === person.number,
            'a sealed form that the station opens');
        const approval = this.station.decision(booking, 'approve', this.wish(first));
        const stored = this.expect(await this.station.put('decisions', approval), 201);
        this.expect(await this.station.put('decisions', approval), 200);
        this.expect(await this.station.get(`decisions/${approval.id}`), 200);
        this.expect(await this.station.put('decisions',
            {...this.station.decision(booking, 'refuse', {reasons}), id: approval.id}), 422, 'id-reused');
        await this.until(stored.outcome?.message, message => message.state === 'DELIVERED');
        await person.confirm(booking.id);
        const confirmed = await this.until(booking.id, one => one.state === 'CONFIRMED');
        this.expect(await this.station.get(`bookings/${booking.id}`), 200);
        this.expect(await this.station.decide(booking, 'refuse', {reasons}), 409, 'version-conflict');
        this.expect(await this.station.decide(confirmed, 'refuse', {reasons}), 409, 'state-conflict');
        this.expect(await this.station.get(`slots/${first.id}`), 200);
        // A window less: the seat stays with its booking.
        const fewer = {...first, seats: [{no: 1, owner: 'CLOSED'}, {no: 2, owner: 'STATION'}, {no: 3, owner: 'CLOSED'}]};
        this.expect(await this.station.put('slots', fewer, {ifMatch: 99}), 412, 'precondition-failed');
        const slot = this.expect(await this.station.get(`slots/${first.id}`), 200);
        this.expect(await this.station.put('slots', fewer, {ifMatch: slot.version}), 200);
        this.expectThat((await this.follow(first.id)).seats[0].closing === true, 'a seat that is to be closed');
        this.expect(await this.station.put('slots', {...second, minutes: 30}, {ifMatch: 1}), 422, 'body-invalid');
        this.confirmed = confirmed;
    }

    async pictures() {
        const person = await this.somebody();
        const booking = await this.booking(person);
        await person.addPicture(booking.id, 'BOOKLET');
        const given = await this.follow(booking.id);
        const [picture] = given.attachments ?? [];
        this.expectThat(given.version === booking.version + 1 && picture?.kind === 'BOOKLET', 'a picture that is told of');
        const sealed = this.expect(await this.station.get(`attachments/${picture?.id}`, {bytes: true}), 200);
        // Prism passes bytes on as text: what they are is not looked at here (tests/platform/tst_pictures.cpp).
        this.expectThat(sealed.length >= 49, 'a picture');
        this.expect(await this.station.decide(given, 'refuse', {reasons}), 201);
        await this.follow(booking.id);
    }

    async decisions() {
        const [, taken, third, fourth] = this.slots;
        const person = await this.somebody();
        const booking = await this.booking(person);
        this.expect(await this.station.decide(booking, 'ask', {reasons}), 201);
        await person.answerMore(booking.id, this.place.id, person.number);
        const again = await this.until(booking.id, one => one.state === 'SUBMITTED');
        this.expect(await this.station.decide(again, 'approve', this.own(taken, 1)), 409, 'seat-not-yours');
        this.expect(await this.station.decide(again, 'approve', this.own(taken, 2)), 201);
        const placed = await this.follow(booking.id);
        this.expect(await this.station.decide(placed, 'move', this.wish(third)), 201);
        const other = await this.booking(await this.somebody());
        this.expect(await this.station.decide(other, 'approve', this.wish(third)), 409, 'no-seat-free');
        this.expect(await this.station.decide(other, 'approve', this.own(fourth, 2)), 201);
        const third2 = await this.booking(await this.somebody());
        this.expect(await this.station.decide(third2, 'approve', this.own(fourth, 2)), 409, 'seat-taken');
        this.expect(await this.station.decide(third2, 'refuse', {reasons}), 201);
        this.expect(await this.station.decide(await this.follow(other.id), 'cancel', {reasons}), 201);
        this.expect(await this.station.decide({...third2, id: newId()}, 'refuse', {reasons}), 404, 'not-found');
        const forged = this.station.decision(await this.follow(booking.id), 'cancel', {reasons});
        forged.reasons = [{code: 'Other1', text: 'Changed after it was signed.'}];
        this.expect(await this.station.put('decisions', forged), 422, 'signature-invalid');
    }

    visit(booking, kind) {
        return {id: newId(), booking: booking.id, kind, station: unit, by: officer, at: instant()};
    }

    async dayOfTheVisit() {
        // A slot that is past: the station's own seats are taken also then.
        const past = await this.slot(Date.now() - day, '09:00');
        const late = await this.booking(await this.somebody());
        this.expect(await this.station.decide(late, 'approve', this.own(past, 2)), 201);
        this.expect(await this.station.put('visits', this.visit(late, 'NO_SHOW')), 201);
        const came = this.visit(late, 'ARRIVED');
        this.expect(await this.station.put('visits', came), 201);
        this.expect(await this.station.put('visits', came), 200);
        this.expect(await this.station.get(`visits/${came.id}`), 200);
        this.expect(await this.station.put('visits', this.visit(late, 'ARRIVED')), 409, 'state-conflict');
        this.expect(await this.station.put('visits', this.visit(this.confirmed, 'NO_SHOW')), 409, 'state-conflict');
        const arrived = await this.follow(late.id);
        const receipt = {
            id: newId(), kind: 'TAKEN_OVER', station: unit, at: instant(), about: {kind: 'bookings', id: late.id},
            version: arrived.version, sealedSha256: [sha256(Buffer.from(arrived.sealed.data, 'base64'))],
        };
        this.expect(await this.station.put('receipts', receipt), 201);
        this.expect(await this.station.put('receipts', receipt), 200);
        this.expect(await this.station.get(`receipts/${receipt.id}`), 200);
        this.expect(await this.station.put('receipts',
            {id: newId(), kind: 'PACKAGE_READ', station: unit, at: instant(), package: '650102999-1', cursor: this.cursor}), 201);
        await this.follow();
    }

    async claims() {
        const booking = await this.booking(await this.somebody());
        const claim = {id: newId(), about: {kind: 'bookings', id: booking.id}, station: unit, by: officer, device: '1'};
        const another = {...claim, id: newId(), by: {login: 'wang', name: '王警官'}, device: '2'};
        this.expect(await this.station.put('claims', claim), 201);
        this.expect(await this.station.put('claims', claim), 200);
        this.expect(await this.station.get(`claims/${claim.id}`), 200);
        this.expect(await this.station.put('claims', another), 409, 'claimed');
        this.expect(await this.station.ask('DELETE', `claims/${claim.id}`), 204);
        this.expect(await this.station.put('claims', another), 201);
        await this.follow();
    }

    async messages() {
        const about = {kind: 'bookings', id: this.confirmed.id};
        const own = {id: newId(), about, purpose: 'STATION', text: 'Please come to the second floor.', at: instant(), by: officer};
        this.expect(await this.station.put('messages', own), 201);
        this.expect(await this.station.put('messages', own), 200);
        this.expect(await this.station.put('messages', {...own, id: newId(), purpose: 'TELEPHONED', inPlaceOf: own.id}), 201);
        this.expect(await this.station.get(`messages/${own.id}`), 200);
        this.expect(await this.station.put('messages', {...own, id: newId(), about: {...about, id: newId()}}), 404, 'not-found');
    }

    async application() {
        const person = await this.somebody();
        const application = await this.until(await person.apply(unit, person.number), () => true);
        return {person, application};
    }
    async eligible() {
        const {person, application} = await this.application();
        this.expect(await this.station.decide(application, 'eligible', {fee: {code: 'REISSUE_LOST', amountFen: 4000}}), 201);
        return {person, application: await this.follow(application.id)};
    }

    async lostCard() {
        const {person, application} = await this.application();
        const dear = {fee: {code: 'REISSUE_LOST', amountFen: 4001}};
        this.expect(await this.station.decide(application, 'eligible', dear), 422, 'fee-differs');
        this.expect(await this.station.decide(application, 'eligible', {fee: {code: 'REISSUE_LOST', amountFen: 4000}}), 201);
        const ordered = await this.follow(application.id);
        this.expect(await this.station.get(`applications/${application.id}`), 200);
        this.expect(await this.station.get(`payments/${ordered.payment}`), 200);
        await person.pay(application.id, ordered.payment, 'pay');
        const paid = await this.until(application.id, one => one.state === 'PAID');
        const accepted = {
            acceptanceNumber: '6501029992026112400001', acceptedOn: dayOf(Date.now()), promiseDue: dayOf(Date.now() + 28 * day),
            promiseIsProvisional: false,
        };
        this.expect(await this.station.decide(paid, 'takeOver', {accepted}), 201);
        const mailing = {id: newId(), application: application.id, state: 'PREPARED', carrier: 'EMS', at: instant()};
        this.expect(await this.station.put('mailings', mailing), 201);
        const posted = {...mailing, state: 'POSTED', trackingNumber: 'EA123456789CN'};
        this.expect(await this.station.put('mailings', posted), 412, 'precondition-failed');
        this.expect(await this.station.put('mailings', posted, {ifMatch: 1}), 200);
        const delivered = {...posted, state: 'DELIVERED', verifyBy: dayOf(Date.now() + 30 * day)};
        this.expect(await this.station.put('mailings', delivered, {ifMatch: 2}), 200);
        const {verifyBy, ...back} = {...delivered, state: 'RETURNED'};
        this.expect(await this.station.put('mailings', back, {ifMatch: 3}), 409, 'state-conflict');
        this.expect(await this.station.get(`mailings/${mailing.id}`), 200);
        const sums = this.expect(await this.station.get(`payments?day=${dayOf(Date.now())}`), 200);
        this.expectThat(sums.sums?.paidFen >= 4000, 'the sums of a day');
    }

    async paidTwice() {
        const {person, application} = await this.eligible();
        await person.pay(application.id, application.payment, 'twice');
        await this.until(application.payment, payment => payment.state === 'REFUND_DUE');
        const due = await this.follow(application.id);
        this.expect(await this.station.decide(due, 'refund', {reasons, refund: {payment: application.payment, amountFen: 4000}}), 201);
        await person.pay(application.id, application.payment, 'refunded');
        await this.until(application.payment, payment => payment.state !== 'REFUND_ORDERED');
        const late = await this.eligible();
        await late.person.pay(late.application.id, late.application.payment, 'late');
        await this.until(late.application.payment, payment => payment.state === 'REFUND_DUE');
    }

    async sentToTheCounter() {
        const {application} = await this.application();
        const offer = {booking: newId(), ...this.wish(this.slots[10])};
        this.expect(await this.station.decide(application, 'sendToCounter', {reasons, offer}), 201);
        const booking = await this.follow(offer.booking);
        this.expectThat(booking?.state === 'OFFERED', 'a time at the counter is offered');
        const {person, application: paid} = await this.eligible();
        await person.pay(paid.id, paid.payment, 'pay');
        this.expect(await this.station.decide(await this.until(paid.id, one => one.state === 'PAID'), 'refuse', {reasons}), 201);
        await this.follow();
    }

    // At night: what the feed told, and what is there.
    async compares() {
        // Nothing changes any more by itself once every text is sent.
        for (let looks = 0; looks < 60 && [...this.seen.values()].some(one => one.state === 'QUEUED'); ++looks)
            await this.follow('', 1);
        for (const list of ['snapshot?', `versions?changedSince=${dayOf(Date.now() - 2 * day)}&`]) {
            const there = new Map();
            let page = '';
            do {
                const answer = this.expect(await this.station.get(`${list}limit=20${page}`), 200);
                for (const item of answer.items ?? [])
                    there.set(item.id, item.version);
                page = answer.nextPage ? `&page=${answer.nextPage}` : '';
            } while (page);
            for (const [id, version] of there)
                this.expectThat(this.seen.get(id)?.version === version, `${list} ${id}: ${version}, told ${this.seen.get(id)?.version}`);
            this.expectThat(there.size === this.seen.size, `${list}: ${there.size} things, ${this.seen.size} were told`);
        }
    }

    // What no program that knows the contract would ask.
    async refusals() {
        for (const kind of ['bookings', 'applications', 'decisions', 'visits', 'places', 'slots', 'messages', 'payments', 'mailings',
            'receipts', 'claims', 'attachments'])
            this.expect(await this.station.get(`${kind}/${newId()}`), 404, 'not-found');
        this.expect(await this.station.get('meta', {token: 'v1.bm90aGluZw.bm90aGluZw'}), 401, 'not-authenticated');
        const past = {at: Math.floor(Date.now() / 1000) - 120};
        this.expect(await this.station.get('meta', {claims: past}), 401, 'token-expired');
        const first = await this.station.get('meta');
        this.expect(await this.station.get('meta', {token: first.token}), 401, 'token-replayed');
        this.expect(await this.station.get('changes?after=bm90aGluZyBvZiB0aGUga2luZA'), 400, 'cursor-invalid');
        this.expect(await this.lax.get('changes'), 400, 'request-malformed');
        this.expect(await this.lax.get('snapshot?limit=100000'), 400, 'request-malformed');
        this.expect(await this.lax.get('bookings/1'), 400, 'request-malformed');
        this.expect(await this.lax.get('meta', {token: 'x'}), 401, 'not-authenticated');
        const visit = this.visit(this.confirmed, 'ARRIVED');
        this.expect(await this.lax.put('visits', {...visit, more: 1}), 422, 'body-invalid');
        this.expect(await this.lax.put('messages', {...visit, text: 'a'.repeat(300_000)}), 413, 'too-large');
        this.expect(await this.lax.put('visits', visit, {type: 'text/plain'}), 415, 'media-type');
    }

    async afterNewEpoch() {
        this.expect(await this.station.get(`changes?after=${this.cursor}`), 410, 'epoch-changed');
        this.expect(await this.station.get('snapshot?limit=1'), 200);
    }

    // More in a minute than a station may; so it comes last.
    async tooMuch() {
        const atOnce = 4;
        for (let asked = 0; asked < 700; asked += atOnce) {
            const answers = await Promise.all(Array.from({length: atOnce}, () => this.station.get('meta')));
            if (answers.some(answer => answer.problem === 'too-many-requests'))
                return;
        }
        this.faults.push('more than is allowed was answered');
    }
}
