// Looks at pages as a reader's browser does: `node browse.mjs AXE FOLDER`.
//
// AXE is the file of axe-core. Every *.html in FOLDER is opened in headless Chromium, in light and in dark, wide and
// narrow, and judged by axe-core; then it is printed to a PDF of the same name, and pictured as *.light.png and
// *.dark.png. The exit code is 1 when anything was found.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [axe, folder] = process.argv.slice(2).map((path) => resolve(path));
const WIDTHS = [1280, 320];

// The browser's protocol: one message after the other, each closed by a zero byte, over the two extra pipes.
class Browser {
  constructor() {
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const flags = ['--headless', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe', ...root];
    this.process = spawn('chromium', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.process.on('error', (error) => fail(`Chromium does not start: ${error.message}`));
    this.process.on('exit', (code) => this.closing || fail(`Chromium ended with code ${code}`));
    this.waiting = new Map();
    this.count = 0;
    let parts = [];
    this.process.stdio[4].on('data', (data) => {
      for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0)) {
        this.receive(JSON.parse(Buffer.concat([...parts, data.subarray(0, end)])));
        [parts, data] = [[], data.subarray(end + 1)];
      }
      parts.push(data);
    });
  }

  receive(message) {
    const key = message.id ?? message.method;
    const wanted = this.waiting.get(key);
    this.waiting.delete(key);
    if (message.error) wanted?.reject(new Error(`${wanted.what}: ${message.error.message}`));
    else wanted?.resolve(message.result);
  }

  expect(key, what) {
    return new Promise((resolve, reject) => this.waiting.set(key, { resolve, reject, what }));
  }

  send(method, params = {}) {
    this.count += 1;
    const answer = this.expect(this.count, method);
    const message = JSON.stringify({ id: this.count, method, params, sessionId: this.session });
    this.process.stdio[3].write(`${message}\0`);
    return answer;
  }

  async open() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    this.session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    await this.send('Page.enable');
  }

  async show(url, scheme, width) {
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.send('Emulation.setEmulatedMedia', { media: '', features });
    const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: false };
    await this.send('Emulation.setDeviceMetricsOverride', metrics);
    const loaded = this.expect('Page.loadEventFired', url);
    await this.send('Page.navigate', { url });
    await loaded;
  }

  async run(expression) {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async close() {
    this.closing = true;
    this.session = undefined;
    await this.send('Browser.close');
  }
}

function fail(why) {
  console.error(why);
  process.exit(1);
}

const JUDGE = `axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then((found) => ({
  passes: found.passes.length,
  wrong: [...found.violations, ...found.incomplete].flatMap((rule) =>
    rule.nodes.map((node) => rule.id + ': ' + rule.help + ': ' + node.html + ' ' + node.failureSummary)),
}))`;

const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
if (pages.length === 0) fail(`There are no pages in ${folder}`);
const source = readFileSync(axe, 'utf8');
const browser = new Browser();
await browser.open();
let wrong = 0;
for (const page of pages) {
  const path = resolve(folder, page);
  const stem = path.slice(0, -'.html'.length);
  for (const scheme of ['light', 'dark']) {
    for (const width of WIDTHS) {
      await browser.show(pathToFileURL(path).href, scheme, width);
      await browser.run(source);
      const found = await browser.run(JUDGE);
      if (found.passes === 0) found.wrong.push('axe-core looked at nothing');
      for (const what of found.wrong) console.error(`${page}, ${scheme}, ${width} wide: ${what}`);
      wrong += found.wrong.length;
      const picture = await browser.send('Page.captureScreenshot', { captureBeyondViewport: true });
      writeFileSync(`${stem}.${scheme}.${width}.png`, Buffer.from(picture.data, 'base64'));
    }
  }
  const printed = await browser.send('Page.printToPDF', { preferCSSPageSize: true });
  writeFileSync(`${stem}.pdf`, Buffer.from(printed.data, 'base64'));
}
await browser.close();
console.log(`${pages.length} pages, ${wrong} faults`);
process.exit(wrong === 0 ? 0 : 1);
