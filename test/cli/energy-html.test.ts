import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/energy-page.ts';
import { energyHtml } from '../../src/report/energy-html.ts';
import { reportFor } from '../energy/support.ts';
import { floatTensor, model, valueInfo } from '../networks/onnx/encoder.ts';
import { all, byId, parsePage, readTable, textOf } from '../report/energy-html-page.ts';
import { mlsim, PROGRAM, scratchFolder } from '../support/cli.ts';

const folder = scratchFolder();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('mlsim energy --html', () => {
  it('writes the page of the report beside what it prints', () => {
    const run = mlsim(['energy', 'resnet20', '--batch', '256', '--html', 'page.html'], { cwd: folder });
    expect(run).toMatchObject({ status: 0, stderr: '', stdout: mlsim(['energy', 'resnet20', '--batch', '256']).stdout });
    expect(text('page.html')).toBe(energyHtml(reportFor('resnet20', 'datapath', { batch: 256 }), { command: 'mlsim energy resnet20 --batch 256 --html page.html', version }));
  });

  it('goes with the other outputs', () => {
    const json = mlsim(['energy', 'resnet20', '--json', '--html', join(folder, 'json.html'), '--svg', join(folder, 'json.svg')]);
    expect(json.stdout).toBe(mlsim(['energy', 'resnet20', '--json']).stdout);
    expect(all(parsePage(text('json.html')), 'figure')).toHaveLength(4);
    expect(all(parsePage(text('json.svg')), 'svg')).toHaveLength(1);
  });

  it('has a command line that a shell runs to the same page', () => {
    const odd = join(folder, "it's $HOME; `x`.html");
    expect(mlsim(['energy', 'resnet20', '--html', odd])).toMatchObject({ status: 0, stderr: '' });
    const page = readFileSync(odd, 'utf8');
    const command = textOf(all(parsePage(page), 'pre')[0]);
    writeFileSync(odd, '');
    const again = spawnSync('sh', ['-c', command.replace('mlsim', '"$0" "$1"'), process.execPath, PROGRAM], { encoding: 'utf8' });
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(odd, 'utf8')).toBe(page);
    expect(commandLine(['a', '', '-x=1', "b'c"])).toBe(`mlsim a '' -x=1 'b'\\''c'`);
  });

  it('holds the names of an ONNX file and its path as text', () => {
    const evil = '<script>alert(1)<!--\u202e"\'&lt;';
    const file = "<img src=x onerror='alert(1)'>.onnx";
    const bytes = model({
      nodes: [{ op: 'Conv', name: evil, inputs: ['x', 'w'], outputs: ['y'], attributes: { kernel_shape: [3, 3] } }],
      inputs: [valueInfo('x', [1, 3, 8, 8])],
      outputs: ['y'],
      initializers: [floatTensor('w', [4, 3, 3, 3])],
    });
    writeFileSync(join(folder, file), bytes);
    expect(mlsim(['energy', file, '--html', 'onnx.html'], { cwd: folder })).toMatchObject({ status: 0, stderr: '' });
    const page = parsePage(text('onnx.html'));
    expect(all(page, 'script').length + all(page, 'img').length).toBe(0);
    expect(textOf(all(page, 'h1')[0])).toContain(file);
    expect(readTable(byId(page, 'layers-1')).lines[0].name).toBe(evil.replace('\u202e', '?'));
    expect(textOf(all(page, 'pre')[0])).toContain("'<img src=x onerror='\\''alert(1)'\\''>.onnx'");
  });

  it.each<[string, string[], RegExp]>([
    ['a folder', ['resnet20', '--html', '.'], /^error: \.: cannot write: expected a file, found a directory\n$/],
    ['no such folder', ['resnet20', '--html', 'none/page.html'], /^error: none\/page\.html: cannot write/],
    ['a picture in no such folder', ['resnet20', '--html', 'first.html', '--svg', 'none/page.svg'], /^error: none\/page\.svg: cannot write/],
    ['no network', ['resnet19', '--html', 'first.html'], /^error: network: expected one of /],
    ['a missing cost', ['resnet20', '--table', 'horowitz-45nm', '--html', 'first.html'], /^error: table horowitz-45nm: expected a cost/],
    ['nothing to draw', ['--reproduce', '--html', 'first.html'], /^error: --html: expected a network, found --reproduce\n$/],
    ['no file', ['resnet20', '--html'], /^error: .*--html <FILE>/],
  ])('%s: one line, status 2, and no file', (_what, args, message) => {
    const own = join(folder, 'own');
    mkdirSync(own, { recursive: true });
    const run = mlsim(['energy', ...args], { cwd: own });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(readdirSync(own)).toEqual([]);
  });

  it('leaves an existing page as it was where the run fails', () => {
    writeFileSync(join(folder, 'old.html'), 'old');
    expect(mlsim(['energy', 'resnet20', '--input-size', '999999999', '--html', 'old.html'], { cwd: folder }).status).toBe(2);
    expect(text('old.html')).toBe('old');
    expect(existsSync(join(folder, 'own')) && readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('takes less than a second and a half of processor time for 100 layers', () => {
    const onExit = 'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))';
    const times = [0, 1, 2].map(() => {
      const { status, stderr } = spawnSync(process.execPath, ['--import', onExit, PROGRAM, 'energy', 'mobilenet-v2', '--html', join(folder, 'time.html')], { encoding: 'utf8' });
      expect(status).toBe(0);
      const { user, system } = JSON.parse(stderr) as { user: number; system: number };
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1500);
    expect(statSync(join(folder, 'time.html')).size).toBeLessThan(1_000_000);
  });
});

describe('mlsim energy --svg', () => {
  it('writes the picture in the documentation', () => {
    expect(mlsim(['energy', 'resnet18', '--svg', 'resnet18.svg'], { cwd: folder })).toMatchObject({ status: 0, stderr: '' });
    expect(text('resnet18.svg')).toBe(readFileSync(new URL('../../docs/energy-resnet18.svg', import.meta.url), 'utf8'));
    expect(readFileSync(new URL('../../docs/energy.md', import.meta.url), 'utf8')).toMatch(/!\[[^\]]+\]\(energy-resnet18\.svg\)/);
  });

  it('stands alone, with its legend', () => {
    const [svg] = all(parsePage(readFileSync(new URL('../../docs/energy-resnet18.svg', import.meta.url), 'utf8')), 'svg');
    expect(svg.attributes.get('xmlns')).toBe('http://www.w3.org/2000/svg');
    const texts = all(svg, 'text').map(textOf);
    for (const part of ['mls', '16\u00a0826.15\u00a0µJ', 'quantization of weights', 'convention datapath, table paper; fp32/mls 9.73, fp8/mls 2.20, int8/mls 0.85']) expect(texts).toContain(part);
  });
});
