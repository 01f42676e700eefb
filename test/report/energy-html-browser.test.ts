import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { energyReport } from '../../src/energy/report.ts';
import { energyHtml } from '../../src/report/energy-html.ts';
import { convLayer, reportFor, requestFor } from '../energy/support.ts';
import { scratchFolder } from '../support/cli.ts';
import { Browser, CHROMIUM } from './energy-html-chromium.ts';

const isRequired = process.env['MLSIM_REQUIRE_TOOLS'] === '1';
if (CHROMIUM === undefined && !isRequired) process.stderr.write('SKIPPED: the energy page is not tried in a browser, since there is no chromium (MLSIM_REQUIRE_TOOLS=1 requires it)\n');
const EVIL = `</style></title><script>document.title = 'changed'</script><img src="http://192.0.2.1/x.png" onerror="document.title = 'changed'">`;
const NETWORKS = ['resnet18', 'mobilenet-v2', 'googlenet'];
const SCREENS = [
  [1200, 'light'],
  [1200, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const;

interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: number;
}

/** Pictures with their sizes and how many of their shapes can be seen. */
const BOXES = `[...document.querySelectorAll('svg')].map((svg) => {
  const { width, height } = svg.getBoundingClientRect();
  const shapes = [...svg.querySelectorAll('rect:not(.reach)')].filter((shape) => { const box = shape.getBoundingClientRect(); return box.width > 0 && box.height > 0; }).length;
  return { id: svg.closest('figure').id, width, height, shapes };
})`;
/** Texts of a picture that lie over each other or outside of it. */
const CLASHES = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent !== '').map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const outside = texts.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(({ text }) => text + ' is outside');
  return [...outside, ...texts.flatMap((one, i) => texts.slice(i + 1).filter((other) => over(one.box, other.box)).map((other) => one.text + ' is over ' + other.text))];
})`;
const FOLDED = `[...document.querySelectorAll('.folded')].map((part) => part.getBoundingClientRect().height > 0)`;

describe.skipIf(CHROMIUM === undefined && !isRequired)(CHROMIUM === undefined ? 'the energy page in a browser (skipped: needs chromium)' : 'the energy page in a browser', () => {
  const folder = scratchFolder();
  let browser: Browser;
  const page = (name: string, html: string): string => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, html);
    return pathToFileURL(path).href;
  };
  const show = async (name: string, html: string): Promise<void> => browser.open(page(name, html));
  const origin = { command: 'mlsim energy x --html x.html', version: '1.2.3' };

  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error('needs chromium: apt-get install chromium');
    browser = await Browser.start(CHROMIUM);
  }, 60_000);
  afterAll(async () => {
    if (CHROMIUM !== undefined) await browser.stop();
  }, 60_000);

  it.each(NETWORKS)('%s: charts and text are seen on every screen', async (name) => {
    const html = energyHtml(reportFor(name, 'datapath', { memory: true }), origin);
    for (const [width, scheme] of SCREENS) {
      await browser.screen(width, 900, scheme);
      await show(name, html);
      const where = `${name}, ${width} px, ${scheme}`;
      const boxes = await browser.evaluate<Box[]>(BOXES);
      expect(boxes.map(({ id }) => id), where).toEqual(['operations-chart-1', 'operations-chart-1', 'depth-chart-1', 'tree-chart-1', 'ratio-chart-1']);
      for (const { id, width: wide, height, shapes } of boxes) {
        expect(wide, `${where}: ${id}`).toBeGreaterThan(300);
        expect(height, `${where}: ${id}`).toBeGreaterThan(60);
        expect(shapes, `${where}: ${id}`).toBeGreaterThan(15);
      }
      expect(await browser.evaluate<string[]>(CLASHES), where).toEqual([]);
      expect(await browser.evaluate<number>('document.documentElement.scrollWidth'), where).toBeLessThanOrEqual(width);
      const text = await browser.evaluate<string>('document.body.innerText');
      for (const part of [`${name}: energy of training, one step on 1 image`, 'fp8/mls', 'Where MLS loses', 'Memory traffic, an extra', origin.command]) expect(text, where).toContain(part);
    }
  });

  it('is dark where that is preferred', async () => {
    const html = energyHtml(reportFor('resnet20'), origin);
    const colours = async (): Promise<string[]> => browser.evaluate(`['body', '.row-convMul', 'svg text.on-convMul'].map((selector) => { const style = getComputedStyle(document.querySelector(selector)); return style.backgroundColor + style.fill; })`);
    await browser.screen(800, 600, 'light');
    await show('light', html);
    const light = await colours();
    await browser.screen(800, 600, 'dark');
    const dark = await colours();
    for (const [i, colour] of light.entries()) expect(dark[i]).not.toBe(colour);
    // Paper is white, whatever the screen is.
    await browser.screen(800, 600, 'dark', 'print');
    expect((await colours()).slice(1)).toEqual(light.slice(1));
    expect(await browser.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  it('unfolds its tables without a script, and on paper all of them', async () => {
    await browser.screen(800, 600, 'light');
    await show('fold', energyHtml(reportFor('resnet20'), origin));
    const before = await browser.evaluate<boolean[]>(FOLDED);
    expect(before).toContain(false);
    await browser.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
    expect(await browser.evaluate<boolean[]>(FOLDED)).not.toContain(false);
    await browser.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = false; })`);
    expect(await browser.evaluate<boolean[]>(FOLDED)).not.toContain(true);
    // A4 without its margins.
    await browser.screen(703, 1032, 'light', 'print');
    expect(await browser.evaluate<boolean[]>(FOLDED)).not.toContain(false);
    expect(await browser.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(703);
    const clipped = await browser.evaluate<string[]>(`[...document.querySelectorAll('svg, table')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1).map((part) => part.id || part.closest('figure').id)`);
    expect(clipped).toEqual([]);
    await browser.send('Emulation.setEmulatedMedia', { media: '' });
    const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: true });
    expect(Buffer.from(data as string, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('runs nothing that a name brings along', async () => {
    const topology = { name: EVIL, layers: [convLayer({ name: EVIL, fromInput: true }), convLayer({ name: `${EVIL}2` })], additions: [{ name: EVIL, outputs: 4, inputs: 4 }] };
    await show('evil', energyHtml(energyReport({ ...requestFor('resnet20'), topology }), { command: EVIL, version: EVIL }));
    expect(await browser.evaluate('document.title')).toBe(`${EVIL}: energy of training, one step on 1 image`);
    expect(await browser.evaluate('document.querySelectorAll("script, img, iframe, a, link, object").length')).toBe(0);
    expect(await browser.evaluate('[...document.querySelectorAll("*")].filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on") || name === "href" || name === "src")).length')).toBe(0);
  });

  it('asks for nothing and complains of nothing', async () => {
    await show('quiet', energyHtml(reportFor('resnet20'), origin));
    const urls = browser.events.filter(({ method }) => method === 'Network.requestWillBeSent').map(({ params }) => (params['request'] as { url: string }).url);
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(/^file:.*\.html$/);
    expect(browser.events.filter(({ method }) => ['Log.entryAdded', 'Runtime.consoleAPICalled', 'Runtime.exceptionThrown'].includes(method))).toEqual([]);
  });
});
