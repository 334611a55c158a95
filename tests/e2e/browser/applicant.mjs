// Applicants with a browser: commands as lines of JSON on standard input, one line of JSON for each on standard output.
//   node applicant.mjs ORIGIN LANGUAGE [FOLDER]     LANGUAGE: zh-CN or en; FOLDER: for pictures of every page
// Scripts are off and the screen is that of a telephone. Every page that is shown is looked at: whether it must be scrolled
// sideways, and by axe. A command names who does it ("who", else the first applicant); each has a browser of his own.
//   open PATH · follow HREF · fill FIELDS · choose LABEL · send FORM [BUTTON] · aside PATH (in a second tab, which is closed) ·
//   control HTML (what is found on a page of the test's own) · findings (everything found until now)

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {chromium} from 'playwright-core';

const [origin, language, folder] = process.argv.slice(2);
const screen = {width: 360, height: 740};
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
});
const locale = language === 'en' ? 'en-GB' : language;
const applicants = new Map();
const judge = await (await browser.newContext({viewport: screen, locale, bypassCSP: true})).newPage();
const findings = [];
let pages = 0; // looked at

async function applicant(who) {
    if (!applicants.has(who)) {
        const context = await browser.newContext({javaScriptEnabled: false, viewport: screen, locale});
        applicants.set(who, {context, page: await tab(context)});
    }
    return applicants.get(who);
}

// A tab that knows the status of the page it shows.
async function tab(context) {
    const page = await context.newPage();
    page.on('response', response => {
        if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
            page.lastStatus = response.status();
    });
    return page;
}

// The page as it was answered, also where a form led to it, in a context in which axe can work.
async function judged(url, html) {
    await judge.route(url, route => route.fulfill({contentType: 'text/html; charset=utf-8', body: html}));
    await judge.goto(url);
    await judge.unroute(url);
    const found = [];
    const wide = await judge.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0)
        found.push(`sideways: ${wide} px too wide`);
    await judge.evaluate(axe);
    const {violations} = await judge.evaluate(tags => window.axe.run(document, {runOnly: tags}), tags);
    for (const {id, nodes} of violations)
        found.push(...nodes.map(node => `${id}: ${node.html}`));
    return found;
}

async function shown(page) {
    const url = page.url();
    const html = await page.content();
    const path = url.slice(origin.length);
    const heading = await page.locator('h1').innerText();
    ++pages;
    if (folder)
        await page.screenshot({path: join(folder, `page_${String(pages).padStart(2, '0')}_${path.replace(/[0-9a-f-]{36}/g, '').replace(/[^a-z]+/g, '_')}.png`), fullPage: true});
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = await judged(url.split('#')[0], html);
    if (wide > 0)
        found.push(`sideways: ${wide} px too wide, without scripts`);
    if (await page.locator('html').getAttribute('lang') !== language)
        found.push('language: another than the browser prefers');
    findings.push(...found.map(one => `${path} (${heading}): ${one}`));
    return {path, status: page.lastStatus, heading, text: await page.locator('main').innerText()};
}

// Both are waited for: a click alone does not wait for what it leads to.
async function led(page, act) {
    await Promise.all([page.waitForEvent('load'), act()]);
    return shown(page);
}

async function fill(page, fields) {
    for (const [name, value] of Object.entries(fields)) {
        const field = page.locator(`main [name="${name}"]`);
        const kind = await field.first().evaluate(element => element.type);
        if (kind === 'radio' || kind === 'checkbox')
            await page.locator(`main [name="${name}"][value="${value}"]`).check();
        else if (kind === 'file')
            await field.setInputFiles(value);
        else if (kind.startsWith('select'))
            await field.selectOption(value);
        else
            await field.fill(value);
    }
}

async function done(command) {
    if (command.do === 'findings')
        return {findings, pages: pages};
    if (command.do === 'control')
        return {findings: await judged(`${origin}/control`, command.html)};
    const {context, page} = await applicant(command.who ?? 'first');
    switch (command.do) {
    case 'open':
        await page.goto(origin + command.path);
        return shown(page);
    case 'follow':
        return led(page, () => page.locator(`main a[href="${command.href}"]`).first().click());
    case 'fill':
        await fill(page, command.fields);
        return {};
    case 'choose':
        await page.getByLabel(command.label).check();
        return {};
    case 'send':
        return led(page, () => page.locator(`form[action="${command.form}"] button${command.button ? `[value="${command.button}"]` : ''}`).click());
    case 'aside': {
        const other = await tab(context);
        await other.goto(origin + command.path);
        const answer = await shown(other);
        await other.close();
        return answer;
    }
    default:
        throw new Error(`no such command: ${command.do}`);
    }
}

for await (const line of createInterface({input: process.stdin})) {
    let answer;
    try {
        answer = await done(JSON.parse(line));
    } catch (error) {
        answer = {error: String(error)};
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
}
await browser.close();
