import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkDump, type CheckFlags } from '../../src/cli/check-dump.ts';
import { readVectorSet } from '../../src/cli/check-set.ts';
import type { Outcome } from '../../src/golden/check/outcome.ts';
import { InputError } from '../../src/bits/check.ts';
import { openOutput } from '../../src/io/atomic-file.ts';
import { openVcd, type SignalBank } from '../../src/io/vcd.ts';
import { adderFiles, bitsOf, floatOf, hex, manifestOf, play, randomIntegers, REGISTERS, stimulus, withRegister, writeElement, writeSet, type HandRun } from '../golden/check/hand-made.ts';
import { mlsim, scratchFolder, start, type Run } from '../support/cli.ts';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);
function save(name: string, lines: readonly string[]): string {
  writeFileSync(at(name), lines.map((line) => `${line}\n`).join(''));
  return at(name);
}

const random = randomIntegers(3);
const cases = Array.from({ length: 300 }, () => {
  const [a, b] = [0, 0].map(() => random(2 ** 16) * 2 ** 16 + random(2 ** 16)).map((bits) => (Number.isNaN(floatOf(bits)) ? 0 : bits));
  const sum = Math.fround(floatOf(a) + floatOf(b));
  return [a, b, Number.isNaN(sum) ? 0x7fc00000 : bitsOf(sum)].map((bits) => hex(bits, 32)).join('');
});
const files = adderFiles(cases);
const adder = manifestOf('fp32-adder', { FLUSH_TO_ZERO: 0 }, files, [{ name: '<b>random</b>', about: 'any', first: 0, count: 300 }]);
writeSet(at('adder'), adder, files);
const golden = cases.map((line) => line.slice(16));
const check = (dump: string, ...args: string[]): Run => mlsim(['check', at('adder'), '--dump', dump, ...args]);

const words = stimulus(8);
const run = play(words);
const elementSet = writeElement(at('element'), words, run);
const checkElement = (dump: string, ...args: string[]): Run => mlsim(['check', at('element'), '--dump', dump, ...args]);

/** The same without a process of its own, of which a hundred would take their time. */
async function outcomeOf(set: string, dump: string, flags: Partial<CheckFlags> = {}): Promise<Outcome> {
  return checkDump(at(set), await readVectorSet(at(set)), { dump, errors: 5, nan: 'canonical', compare: 'valid', ...flags });
}

/** The message of a refusal, one line. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof InputError && !/[\r\n]/.test(error.message)) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('mlsim check', () => {
  it('exits 0 where all match, 1 where something differs, 2 where the dump is none', () => {
    const good = check(save('good.hex', golden));
    expect(good).toEqual({ status: 0, stdout: expect.stringContaining(`fp32-adder, set ${adder.set}: 300 cases, all match\n  matched     300\n`) as string, stderr: '' });
    const wrong = check(save('wrong.hex', golden.with(7, 'deadbeef')));
    expect(wrong).toMatchObject({ status: 1, stderr: '' });
    expect(wrong.stdout).toContain('1 of 300 cases do not match');
    expect(wrong.stdout).toContain('case 7, line 8: mismatched, class <b>random</b>: any');
    const short = check(save('short.hex', golden.slice(1)));
    expect(short).toEqual({ status: 2, stdout: '', stderr: `error: ${at('short.hex')}: line 299: expected 300 results or a last line with the end, found 299: it is truncated or of another run\n` });
  });

  it('prints JSON', () => {
    const text = check(save('json.hex', golden.with(7, 'xxxxxxxx').with(8, 'deadbeef')), '--json', '--errors', '1', '--nan', 'bits');
    expect(text.status).toBe(1);
    expect(JSON.parse(text.stdout)).toEqual({
      unit: 'fp32-adder',
      set: adder.set,
      dump: at('json.hex'),
      matches: false,
      compared: 'results',
      nan: 'bits',
      counts: { total: 300, matched: 298, mismatched: 1, unknown: 1, missing: 0, leftOver: 0, nansAccepted: 0 },
      classes: [{ name: '<b>random</b>', about: 'any', count: 300, mismatched: 1, unknown: 1, missing: 0 }],
      notes: [],
      failures: [expect.objectContaining({ verdict: 'unknown', index: 7, place: 'line 8' })],
    });
  });

  it('writes a page in which nothing of a file is markup', () => {
    const dump = save('<script>alert(1)<script>.hex'.replaceAll('/', ''), golden.with(7, 'deadbeef'));
    expect(check(dump, '--html', at('page.html')).status).toBe(1);
    const page = readFileSync(at('page.html'), 'utf8');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;b&gt;random&lt;/b&gt;');
    expect(page).toContain('deadbeef');
    expect(check(save('none.hex', ['hello']), '--html', at('none.html')).status).toBe(2);
    expect(existsSync(at('none.html'))).toBe(false);
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['no manifest', () => undefined, /manifest\.json: cannot read: no such file or directory \(ENOENT\)$/],
    ['changed vectors', (path) => { writeSet(path, adder, adderFiles(cases.with(3, cases[4]))); }, /vectors\.hex: expected the file that manifest\.json was written for, SHA-256 [0-9a-f]{16}\.\.\., found another, [0-9a-f]{16}\.\.\.$/],
    ['fewer vectors', (path) => { writeSet(path, adder, adderFiles(cases.slice(1))); }, /vectors\.hex: expected 300 words of 96 bits, 7500 bytes, as manifest\.json says, found 7475 bytes$/],
    ['no vectors', (path) => { writeSet(path, adder, []); }, /vectors\.hex: cannot read: no such file/],
    ['words that are none', (path) => { writeSet(path, ...foreign(cases.with(5, 'g'.repeat(24)))); }, /vectors\.hex: line 6: expected a word of 96 bits, found "g+"$/],
    ['a manifest that is none', (path) => { writeSet(path, adder, files); writeFileSync(join(path, 'manifest.json'), Buffer.from([0xff, 0xfe])); }, /manifest\.json: expected UTF-8 text, found bytes that aren't$/],
    ['a manifest with more', (path) => { writeSet(path, adder, files); appendFileSync(join(path, 'manifest.json'), '}'); }, /manifest\.json: expected JSON/],
  ])('refuses a set with %s', async (name, make, message) => {
    const path = `set ${name}`;
    mkdirSync(at(path), { recursive: true });
    make(at(path));
    expect(await refusal(outcomeOf(path, save('good.hex', golden)))).toMatch(message);
  });

  function foreign(lines: string[]): Parameters<typeof writeSet> extends [string, ...infer Rest] ? Rest : never {
    const others = adderFiles(lines);
    return [manifestOf('fp32-adder', {}, others, []), others];
  }

  it('is no success where nothing was compared', () => {
    writeSet(at('nothing'), ...foreign([]));
    expect(mlsim(['check', at('nothing'), '--dump', save('empty.hex', ['// end: 0 results'])])).toMatchObject({ status: 2, stderr: `error: ${at('nothing')}: expected a set with something to compare, found none\n` });
  });

  it('follows a symbolic link, and refuses what is no file', async () => {
    const linked = at('linked');
    mkdirSync(linked);
    for (const name of ['manifest.json', 'vectors.hex']) symlinkSync(join(at('adder'), name), join(linked, name));
    expect((await outcomeOf('linked', save('good.hex', golden))).matches).toBe(true);
    expect(await refusal(outcomeOf('linked', folder))).toBe(`${folder}: expected a regular file, found a directory`);
    expect(await refusal(outcomeOf('adder', at('good.hex'), { signals: at('good.hex') }))).toBe('--signals: only a VCD takes it, found another dump');
  });

  it('finds the first diverging stage of an element in a dump of its registers', async () => {
    const bad = play(words, (name, index, cycle, value) => (name === 'S.q' && index === 1 && cycle > 10 ? value + 2 : value));
    const dump = save('bad.hex', [`// mlsim dump: unit pe, set ${elementSet}`, ...bad.registers, `// end: ${bad.registers.length} results`]);
    const report = checkElement(dump);
    expect(report.status).toBe(1);
    const data = JSON.parse(checkElement(dump, '--json', '--errors', '0').stdout) as { registers: { firstDivergingStage: string; spread: { stage: string }[]; firstWrongOutput: { index: number } } };
    expect(data.registers.firstDivergingStage).toBe('S');
    expect(data.registers.spread[0].stage).toBe('S');
    expect(report.stdout).toMatch(/first diverging stage: S, lane 1, in cycle \d+\n/);
    expect(report.stdout).toContain(`first wrong output: ${data.registers.firstWrongOutput.index},`);
    expect(await outcomeOf('element', save('regs.hex', run.registers))).toMatchObject({ matches: true, kind: 'registers' });
    expect(await outcomeOf('element', save('outs.hex', run.outputs.map(({ out }) => hex(out, 32))))).toMatchObject({ matches: true, kind: 'outputs', counts: { total: 8 } });
    expect(await refusal(outcomeOf('element', save('odd.hex', ['12345'])))).toMatch(/odd\.hex: line 1: expected 8 digits \(out, 32 bits\) or \d+ digits \(registers, \d+ bits\), found 5, "12345"$/);
  });

  it('can be interrupted, and leaves nothing behind', async () => {
    const big = adderFiles(Array.from({ length: 400_000 }, (_, i) => cases[i % 300]));
    writeSet(at('big'), manifestOf('fp32-adder', {}, big, []), big);
    mkdirSync(at('pages'));
    const child = start(['check', at('big'), '--dump', save('big.hex', big[0].lines.map((line) => line.slice(16))), '--html', at('pages/page.html')]);
    const exit = once(child, 'exit');
    // The page is opened before the work begins.
    while (readdirSync(at('pages')).length === 0) await setTimeout(5);
    child.kill('SIGINT');
    expect(await exit).toEqual([130, null]);
    expect(readdirSync(at('pages'))).toEqual([]);
  });
});

/** A bench's waveform, written by hand: a clock of 10 units, values that change after rising edges. */
function unitWaveform(results: (string | null)[]): string {
  const bits = (word: string): string => Array.from(word, (digit) => (digit === 'x' ? 'xxxx' : Number.parseInt(digit, 16).toString(2).padStart(4, '0'))).join('');
  const cycles = results.map((word, index) => `#${10 * index + 5}\n1!\n${word === null ? '0"' : `1"\nb${bits(word)} #`}\n#${10 * index + 10}\n0!\n`);
  return `$timescale 1ns $end
$scope module tb $end
$var reg 1 ! clk $end
$scope module dut $end
$var wire 1 " out_valid $end
$var wire 32 # result [31:0] $end
$upscope $end
$upscope $end
$enddefinitions $end
#0
$dumpvars
0!
x"
bx #
$end
${cycles.join('')}#${10 * results.length + 5}\n1!\n`;
}

describe('mlsim check of a waveform', () => {
  const wave = (name: string, text: string): string => (writeFileSync(at(name), text), at(name));
  const map = (name: string, value: unknown): string => (writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value)), at(name));

  it("takes a unit's results at rising edges with valid, with the signals of the generated bench", async () => {
    const stalled = golden.flatMap((word, index) => (index % 3 === 0 ? [null, word] : [word]));
    expect(check(wave('good.vcd', unitWaveform(stalled)))).toMatchObject({ status: 0, stderr: '' });
    const wrong = await outcomeOf('adder', wave('wrong.vcd', unitWaveform(golden.with(4, 'deadbeef').with(5, '1234xxxx'))));
    expect(wrong.counts).toMatchObject({ total: 300, matched: 298, mismatched: 1, unknown: 1 });
    expect(wrong.failures).toMatchObject([
      { index: 4, place: 'time 55', results: [{ found: { hex: 'deadbeef' } }] },
      { index: 5, results: [{ found: { hex: '1234xxxx' }, unknownBits: '0..15' }] },
    ]);
    expect(await refusal(outcomeOf('adder', wave('short.vcd', unitWaveform(golden.slice(0, 9)))))).toBe(`${at('short.vcd')}: time 95: expected 300 results, found 9: it is truncated or of another run`);
  });

  it.each<[unknown, RegExp]>([
    ['{', /map\.json: expected JSON, found text that isn't/],
    [{ clock: 'tb.clk' }, /map\.json: signals: /],
    [{ clock: 'tb.clk', signals: { result: 'tb.dut.result' }, cycle: 'tb.cycle' }, /map\.json: map: .*cycle/],
    [{ clock: 'tb.clk', signals: {} }, /map\.json: signals: expected a signal for result, found none/],
    [{ clock: 'tb.clk', signals: { result: 'tb.dut.result', sum: 'x' } }, /map\.json: signals: expected result, found "sum"/],
    [{ clock: 'tb.clk', signals: { result: 'tb.result' } }, /good\.vcd: expected a signal "tb\.result", found others of this name: tb\.dut\.result/],
    [{ clock: 'tb.dut.result', signals: { result: 'tb.dut.result' } }, /good\.vcd: tb\.dut\.result: expected a clock of 1 bit, found 32/],
    [{ clock: 'tb.clk', signals: { result: 'tb.dut.out_valid' } }, /good\.vcd: tb\.dut\.out_valid: expected 32 bits for result, found 1/],
    [{ clock: 'tb.clk', signals: { result: 'tb.dut.{row}' } }, /map\.json: signals: result: expected the placeholders .*, found "\{row\}"/],
    [JSON.stringify({ clock: 'tb.clk', signals: {} }).replace('{}', '{"__proto__":"x"}'), /map\.json: expected no key __proto__/],
  ])('refuses the map %j', async (value, message) => {
    wave('good.vcd', unitWaveform(golden));
    expect(await refusal(outcomeOf('adder', at('good.vcd'), { signals: map('map.json', value) }))).toMatch(message);
  });

  /** The waveform that `mlsim trace` would write of a run: a register's path is its stage, lane and name. */
  function elementWaveform(name: string, { states }: HandRun, first = 0): string {
    const stages = ['M', 'A', 'S', 'C', 'T.level1.stage0', 'T.level1.stage1', 'T.level2.stage0', 'T.level2.stage1', 'R.stage0', 'R.stage1', 'Z.stage0', 'Z.stage1'];
    let cycle = 0;
    const banks = REGISTERS.map(({ name: register, width, lanes = 1, kind }): SignalBank => {
      const [path, leaf] = [register.slice(0, Math.max(0, register.lastIndexOf('.'))), register.slice(register.lastIndexOf('.') + 1)];
      const scope = (index: number): string => {
        if (register === 'R.context.sum') return `R.context${index}`;
        if (register === 'R.stage.sum' || register === 'Z.stage.output') return `${path}${index}`;
        if (path === '') return stages[index];
        return register === 'M.first' ? 'M' : `${path}.${path.startsWith('T') ? 'node' : 'lane'}${index}`;
      };
      return {
        name: leaf,
        width,
        kind: kind?.['kind'] === 'binary32' ? 'binary32' : kind?.['kind'] === 'signed' ? 'signed' : 'unsigned',
        scope,
        get values() {
          return states[cycle][register].slice(0, lanes);
        },
      };
    });
    const out = openOutput(at(name));
    const writer = openVcd(out, { comments: [], timescale: '1 ns', top: 'pe', clk: true }, banks);
    for (cycle = first; cycle < states.length; cycle++) writer.sample(cycle);
    writer.finish(states.length);
    out.commit();
    return at(name);
  }

  const ALL = {
    clock: 'pe.clk',
    signals: {
      ...Object.fromEntries(['valid', 'last', 'chunk_first', 'chunk_last', 'context'].map((name) => [name, `pe.{path}.${name}`])),
      'M.first': 'pe.M.first',
      ...Object.fromEntries(REGISTERS.filter(({ name }) => /^[MASC]\./.test(name) && name !== 'M.first').map(({ name }) => [name, `pe.${name[0]}.lane{lane}.${name.slice(2)}`])),
      'T.level{level}.stage{stage}.sum': 'pe.T.level{level}.stage{stage}.node{node}.sum',
      'R.stage.sum': 'pe.R.stage{stage}.sum',
      'R.context.sum': 'pe.R.context{context}.sum',
      'Z.stage.output': 'pe.Z.stage{stage}.output',
    },
  };

  it('compares every register of an element by a map with placeholders', async () => {
    const signals = map('all.json', ALL);
    const good = await outcomeOf('element', elementWaveform('pe.vcd', run), { signals, compare: 'all' });
    expect(good).toMatchObject({ matches: true, counts: { total: words.length, matched: words.length } });
    expect(new Set(good.registers?.compared)).toEqual(new Set(REGISTERS.map(({ name }) => name)));
    const cycle = run.states.findIndex((state) => state['valid'][4] === 1);
    const bad = elementWaveform('bad.vcd', play(words, (name, index, now, value) => (name === 'T.level1.stage0.sum' && index === 1 && now === cycle ? value ^ 1 : value)));
    expect((await outcomeOf('element', bad, { signals })).registers?.first).toMatchObject({ stage: 'T.level1.stage0', indexName: 'node', index: 1, cycle });
  });

  it('compares a subset, and a window of cycles', async () => {
    const planted = { ...run, states: run.states.map((state, cycle) => (cycle === 30 ? { ...state, 'C.term': state['C.term'].with(2, 1) } : state)) };
    elementWaveform('part.vcd', planted, 12);
    const only = (signals: object, rest: object = {}): Promise<Outcome> =>
      outcomeOf('element', at('part.vcd'), { compare: 'all', signals: map('part.json', { clock: 'pe.clk', firstCycle: 12, signals, ...rest }) });
    expect(await only({ 'A.sum': 'pe.A.lane{lane}.sum' })).toMatchObject({ matches: true, counts: { total: words.length - 12 } });
    const terms = { 'C.term': 'pe.C.lane{lane}.term' };
    expect((await only(terms)).registers?.first).toMatchObject({ stage: 'C', index: 2, cycle: 30 });
    expect(await only(terms, { lastCycle: 29 })).toMatchObject({ matches: true, counts: { total: 18, matched: 18 } });
    expect(await only(terms, { lastCycle: 30 })).toMatchObject({ matches: false, counts: { total: 19, matched: 18 } });
    // Without its number, the first sample is cycle 0, and the last ones are missing.
    expect(await refusal(only(terms, { firstCycle: 0 }))).toMatch(/part\.vcd: time \d+: expected \d+ cycles, found \d+: it is truncated or of another run$/);
    expect(await refusal(only({ ...terms, 'Q.sum': 'pe.x' }))).toMatch(/part\.json: signals: expected registers such as registers, out_valid, out, .*, found "Q\.sum"$/);
    expect(await refusal(only({}))).toMatch(/signals: expected at least one, found none$/);
    expect(await refusal(only({ ...terms, registers: 'pe.registers' }))).toMatch(/signals: expected one signal for C\.term, found two$/);
    expect(await refusal(only(terms, { lastCycle: 3 }))).toMatch(/expected firstCycle and lastCycle with a cycle of the run's \d+ between them, found 12 and 3$/);
  });

  /** The generated bench's waveform: a cycle counter that starts below 0, and all registers on one bus. */
  function busWaveform(registers: readonly string[], outputs: HandRun['outputs']): string {
    const bits = (word: string): string => Array.from(word, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
    const width = REGISTERS.reduce((sum, { width: each, lanes = 1 }) => sum + each * lanes, 0);
    const cycles = registers.map((word, cycle) => {
      const output = outputs.find((candidate) => candidate.cycle === cycle);
      return `#${10 * cycle + 25}\n1!\nb${cycle.toString(2)} c\nb${bits(word).slice(-width)} r\n${output === undefined ? '0v' : `1v\nb${output.out.toString(2)} o`}\n#${10 * cycle + 30}\n0!\n`;
    });
    return `$scope module TOP $end $scope module tb $end $var wire 1 ! clk $end $var reg 32 c cycle [31:0] $end $scope module dut $end
$var wire ${width} r registers [${width - 1}:0] $end $var wire 1 v out_valid $end $var wire 32 o out [31:0] $end
$upscope $end $upscope $end $upscope $end $enddefinitions $end
#0 0! b11111111111111111111111111111110 c bx r xv bx o
#5 1! #10 0!
#15 1! b11111111111111111111111111111111 c
#20 0!
${cycles.join('')}#${10 * registers.length + 25}\n1! b${registers.length.toString(2)} c\n`;
  }

  it('takes the whole registers of the generated bench, and its ports', async () => {
    const all = { compare: 'all' } as const;
    expect(await outcomeOf('element', wave('bus.vcd', busWaveform(run.registers, run.outputs)), all)).toMatchObject({ matches: true, counts: { total: words.length } });
    const { cycle } = run.outputs[3];
    const wrong = await outcomeOf('element', wave('wrong-bus.vcd', busWaveform(withRegister(run.states, cycle, 'A.sum', 3, 77), run.outputs)), all);
    expect(wrong.registers?.first).toMatchObject({ register: 'A.sum', index: 3, cycle });
    const output = await outcomeOf('element', wave('wrong-out.vcd', busWaveform(run.registers, run.outputs.with(3, { cycle, out: 5 }))));
    expect(output.registers).toMatchObject({ first: { register: 'out', stage: 'Z.stage1', cycle }, firstWrongOutput: { index: 3, cycle } });
    const cut = wave('cut.vcd', busWaveform(run.registers.slice(0, 20), run.outputs));
    expect(await refusal(outcomeOf('element', cut))).toMatch(/cut\.vcd: time \d+: expected \d+ cycles, found 20: it is truncated or of another run$/);
  });

  it('takes outputs alone', async () => {
    const ports = { clock: 'tb.clk', cycle: 'tb.cycle', signals: { out: 'tb.dut.out', out_valid: 'tb.dut.out_valid' } };
    const signals = map('ports.json', ports);
    expect(await outcomeOf('element', wave('bus.vcd', busWaveform(run.registers, run.outputs)), { signals })).toMatchObject({ matches: true, kind: 'outputs', counts: { total: 8, matched: 8 } });
    const later = await outcomeOf('element', wave('later.vcd', busWaveform(run.registers, run.outputs.map(({ cycle, out }) => ({ cycle: cycle + 2, out })))), { signals });
    expect(later).toMatchObject({ matches: false, hints: [expect.stringContaining('all 8 outputs are right, and every one is 2 cycles later than expected')] });
    expect(await refusal(outcomeOf('element', at('bus.vcd'), { signals: map('ports.json', { ...ports, signals: { out: 'tb.dut.out' } }) }))).toMatch(/expected out and out_valid, or registers, found only out$/);
  });
});

it('the set is named after its files', () => {
  const digest = createHash('sha256').update(readFileSync(at('adder/vectors.hex'))).digest('hex');
  expect(adder.set).toBe(createHash('sha256').update(`${digest}\n`).digest('hex').slice(0, 16));
});
