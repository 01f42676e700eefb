import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/bits/steps.ts';
import { compareRegisters } from '../../../src/golden/check/compare-registers.ts';
import { Dump } from '../../../src/golden/check/dump.ts';
import { elementShape } from '../../../src/golden/check/element-shape.ts';
import { GoldenCycles } from '../../../src/golden/check/golden-cycles.ts';
import { parseManifest } from '../../../src/golden/check/manifest-schema.ts';
import { registerOptions, type CheckOptions } from '../../../src/golden/check/options.ts';
import type { Outcome, RegisterOutcome } from '../../../src/golden/check/outcome.ts';
import { vectorSet } from '../../../src/golden/check/vector-set.ts';
import { elementFiles, hex, LANES, manifestOf, OUTPUT_SCALE, play, REGISTER_BITS, REGISTERS, stimulus, withRegister, type Values } from './hand-made.ts';
import { linesOf } from './lines.ts';

const words = stimulus(10);
const run = play(words);
const files = elementFiles(words, run);
const half = words.length / 2;
const manifest = manifestOf(
  'pe',
  { TREE_WIDTH: 4, FP_ADD_LATENCY: 2, FP_MUL_LATENCY: 2, CONTEXTS: 2, TENSOR_SCALE: 1, OUTPUT_SCALE },
  files,
  [
    { name: 'early', about: 'the first half', first: 0, count: Math.floor(half) },
    { name: 'late', about: 'the second half', first: Math.floor(half), count: words.length - Math.floor(half) },
  ],
);

async function check(lines: readonly string[], options: Partial<CheckOptions> = {}, end = true): Promise<Outcome & { registers: RegisterOutcome }> {
  const set = vectorSet('manifest.json', await parseManifest('manifest.json', JSON.stringify(manifest)));
  const golden = new GoldenCycles(set, (role) => linesOf((files.find((file) => file.role === role)?.lines ?? []).map((line) => `${line}\n`).join('')));
  const text = lines.map((line) => `${line}\n`).join('') + (end ? `// end: ${lines.length} results\n` : '');
  const dump = new Dump('dump.hex', linesOf(text), { unit: 'pe', set: manifest.set, stamped: 'cycle' }, [{ name: 'registers', bits: REGISTER_BITS }]);
  dump.begin();
  const outcome = finish(compareRegisters('dump.hex', dump, golden, elementShape(manifest.parameters), registerOptions(set, { nan: 'canonical', errors: 5, compare: 'valid', ...options })));
  if (outcome.registers === null) throw new Error('no registers');
  return { ...outcome, registers: outcome.registers };
}

const [STAGE_NAMES] = [['M', 'A', 'S', 'C', 'T.level1.stage0', 'T.level1.stage1', 'T.level2.stage0', 'T.level2.stage1', 'R.stage0', 'R.stage1', 'Z.stage0', 'Z.stage1']];

/** When a register was just loaded, from the description of the pipeline; written apart from what is tested. */
function loads(state: Values, name: string, index: number): boolean {
  const valid = (stage: number): boolean => state['valid'][stage] === 1;
  const tree = /^T\.level(\d)\.stage(\d)/.exec(name);
  if (tree) return valid(4 + (Number(tree[1]) - 1) * 2 + Number(tree[2]));
  if (name === 'R.stage.sum') return valid(8);
  if (name === 'R.context.sum') return valid(9) && state['context'][9] === index;
  if (name === 'Z.stage.output') return valid(10 + index);
  if (name === 'C.term') return valid(3);
  if (['valid'].includes(name)) return true;
  if (['last', 'chunk_first', 'chunk_last', 'context'].includes(name)) return valid(index);
  const stage = 'MAS'.indexOf(name[0]);
  if (name.endsWith('lane_valid') || name === 'M.first') return valid(stage);
  const scale = name.includes('scale_');
  return valid(stage) && state[`${name[0]}.lane_valid`][index] === 1 && (!scale || state['last'][stage] === 1);
}

/** The stage of a register. */
function stageOf(name: string, index: number): string {
  const at = { valid: index, last: index, chunk_first: index, chunk_last: index, context: index, 'R.stage.sum': 8, 'R.context.sum': 9, 'Z.stage.output': 10 + index }[name];
  return at === undefined ? name.slice(0, name.lastIndexOf('.')) : STAGE_NAMES[at];
}

describe('registers that match', () => {
  it('in every cycle', async () => {
    for (const compare of ['valid', 'all'] as const) {
      expect(await check(run.registers, { compare })).toMatchObject({ matches: true, kind: 'registers', counts: { total: words.length, matched: words.length }, registers: { first: null, wrong: 0, spread: [] } });
    }
    expect((await check(run.registers.map((line, cycle) => `${cycle}: ${line}`), {}, false)).matches).toBe(true);
    expect((await check(run.registers)).registers.compared).toEqual(expect.arrayContaining(REGISTERS.map(({ name }) => name)));
  });

  it('whatever idle registers hold, unless all are compared', async () => {
    // A design whose registers are cleared when their stage has nothing to take.
    const idle = run.states.map((state) => Object.fromEntries(Object.entries(state).map(([name, values]) => [name, values.map((value, index) => (loads(state, name, index) ? value : 0))])));
    const dump = idle.map((state) => Object.entries(state).reduce((all, [name, values]) => values.reduce((copy, value, index) => ({ ...copy, [name]: copy[name].with(index, value) }), all), state));
    const lines = dump.map((state, cycle) => withRegister([...Array.from({ length: cycle }, () => state), state], cycle, 'valid', 0, state['valid'][0])[cycle]);
    expect((await check(lines)).matches).toBe(true);
    expect((await check(lines, { compare: 'all' })).matches).toBe(false);
  });
});

describe('a planted fault', () => {
  // In the last cycle in which the register is loaded, one bit is another one there and nowhere else.
  it.each(REGISTERS.flatMap(({ name, lanes = 1, width }) => [0, lanes - 1].map((index): [string, number, number] => [name, index, width])))('in %s[%i] is found there', async (name, index, width) => {
    const cycle = run.states.findLastIndex((state) => loads(state, name, index) && (name !== 'valid' || state['valid'][index] === 1));
    expect(cycle).toBeGreaterThan(0);
    const bit = width - 1;
    const value = Number(BigInt.asUintN(width, BigInt(run.states[cycle][name][index])) ^ (1n << BigInt(bit)));
    const { counts, registers, classes } = await check(withRegister(run.states, cycle, name, index, value));
    expect(counts).toMatchObject({ total: words.length, matched: words.length - 1, mismatched: 1 });
    expect(registers.wrong).toBe(1);
    const stage = stageOf(name, index);
    expect(registers.first).toMatchObject({ verdict: 'mismatched', cycle, stage, letter: stage[0], register: name, index, difference: { bits: String(bit), expected: { hex: hex(run.states[cycle][name][index], width) }, found: { hex: hex(value, width) } } });
    expect(registers.spread).toEqual([expect.objectContaining({ stage, firstCycle: cycle, wrong: 1 })]);
    expect(registers.first?.inputs.length).toBeGreaterThan(0);
    // What the stage holds was issued as many cycles before as it is stages deep.
    const issued = cycle - STAGE_NAMES.indexOf(stage) - 1;
    expect(registers.first?.issueCycle).toBe(issued);
    expect(classes[0].name).toBe(Math.max(0, issued) < Math.floor(half) ? 'early' : 'late');
  });

  it('where nothing is loaded is only seen where all is compared', async () => {
    const cycle = run.states.findIndex((state, at) => at > 5 && state['valid'][1] === 0);
    const lines = withRegister(run.states, cycle, 'A.sum', 1, 12345);
    expect((await check(lines)).matches).toBe(true);
    expect((await check(lines, { compare: 'all' })).registers.first).toMatchObject({ cycle, register: 'A.sum', index: 1, stage: 'A' });
  });

  it('spreads through the stages to an output', async () => {
    const from = run.states.findIndex((state) => state['last'][1] === 1 && state['valid'][1] === 1);
    const bad = play(words, (name, index, cycle, value) => (name === 'A.sum' && index === 0 && cycle === from ? value ^ 64 : value));
    const { registers } = await check(bad.registers, { errors: 3 });
    expect(registers.first).toMatchObject({ cycle: from, stage: 'A', register: 'A.sum', indexName: 'lane', index: 0 });
    expect(registers.failures).toHaveLength(3);
    const spread = new Map(registers.spread.map(({ stage, firstCycle }) => [stage, firstCycle]));
    ['A', 'S', 'C', 'T.level1.stage0', 'T.level1.stage1', 'T.level2.stage0', 'T.level2.stage1', 'R.stage0', 'R.stage1'].forEach((stage, later) => {
      expect(spread.get(stage), stage).toBe(from + later);
    });
    const wrong = bad.outputs.findIndex(({ out }, index) => out !== run.outputs[index].out);
    expect(registers.firstWrongOutput).toEqual({ index: wrong, cycle: run.outputs[wrong].cycle });
  });

  it('is shown with what the register was loaded from, one cycle before', async () => {
    const cycle = run.states.findIndex((state) => loads(state, 'A.sum', 2) && state['A.sum'][2] !== 0 && state['M.first'][0] === 0);
    const before = run.states[cycle - 1];
    const first = (await check(withRegister(run.states, cycle, 'A.sum', 2, 1))).registers.first;
    expect(first?.inputs).toEqual([
      { name: 'M.first', hex: hex(before['M.first'][0], 1), text: String(before['M.first'][0]) },
      { name: 'A.sum lane 2', hex: hex(before['A.sum'][2], 16), text: String(before['A.sum'][2]) },
      { name: 'A.overflow lane 2', hex: hex(before['A.overflow'][2], 1), text: '0' },
      { name: 'M.product lane 2', hex: hex(before['M.product'][2], 9), text: String(before['M.product'][2]) },
    ]);
    const product = run.states.findIndex((state) => loads(state, 'M.product', 3));
    const inputs = (await check(withRegister(run.states, product, 'M.product', 3, 99))).registers.first?.inputs;
    expect(inputs?.map(({ name, hex: digits }) => [name, digits])).toEqual([
      ['in_x lane 3', hex(words[product - 1]['in_x'][3], 4)],
      ['in_y lane 3', hex(words[product - 1]['in_y'][3], 4)],
    ]);
    const scaled = run.states.findIndex((state) => loads(state, 'Z.stage.output', 0));
    const scale = (await check(withRegister(run.states, scaled, 'Z.stage.output', 0, 99))).registers.first?.inputs;
    expect(scale?.map(({ name, hex: digits }) => [name, digits])).toEqual([
      [`R.context.sum context ${run.states[scaled - 1]['context'][9]}`, hex(run.states[scaled - 1]['R.context.sum'][run.states[scaled - 1]['context'][9]], 32)],
      ['tensor_scale', hex(OUTPUT_SCALE, 32)],
    ]);
  });

  it('of several stages in one cycle is that of the earliest of them', async () => {
    const cycle = run.states.findIndex((state) => loads(state, 'A.sum', 0) && loads(state, 'C.term', 0));
    const states = run.states.with(cycle, { ...run.states[cycle], valid: run.states[cycle]['valid'].with(11, 1 - run.states[cycle]['valid'][11]), 'C.term': run.states[cycle]['C.term'].with(0, 5) });
    const { registers } = await check(withRegister(states, cycle, 'A.sum', 0, 4321));
    expect(registers.failures.map(({ register, stage }) => [register, stage])).toEqual([['A.sum', 'A'], ['C.term', 'C'], ['valid', 'Z.stage1']]);
  });

  it('with unknown digits is counted apart', async () => {
    const cycle = run.states.findIndex((state) => state['valid'][11] === 1);
    // The last 8 digits of the word are stage 0 of Z; the lane before it is stage 1.
    const line = run.registers[cycle];
    const { counts, registers } = await check(run.registers.with(cycle, `${line.slice(0, -16)}xxxxxxxx${line.slice(-8)}`));
    expect(counts).toMatchObject({ mismatched: 0, unknown: 1 });
    expect(registers.first).toMatchObject({ verdict: 'unknown', stage: 'Z.stage1', difference: { found: { hex: 'xxxxxxxx', text: '' }, unknownBits: '0..31', bits: '' } });
  });

  it('of a NaN is accepted under --nan any, in a register that is a number', async () => {
    expect((await check(run.registers, { nan: 'any' })).counts.nansAccepted).toBe(0);
  });
});

describe('dumps of another length', () => {
  it.each<[string, readonly string[], boolean, string | object]>([
    ['shorter, with an end', run.registers.slice(0, -3), true, { missing: 3, leftOver: 0 }],
    ['longer, with an end', [...run.registers, run.registers[0]], true, { missing: 0, leftOver: 1 }],
    ['shorter', run.registers.slice(0, -3), false, `dump.hex: line ${words.length - 3}: expected ${words.length} cycles or a last line with the end, found ${words.length - 3}: it is truncated or of another run`],
    ['longer', [...run.registers, run.registers[0]], false, `dump.hex: line ${words.length + 1}: expected ${words.length} cycles or a last line with the end, found ${words.length + 1}: it is of another run`],
  ])('%s', async (_name, lines, end, expected) => {
    if (typeof expected === 'string') await expect(check(lines, {}, end)).rejects.toThrow(expected);
    else expect((await check(lines, {}, end)).counts).toMatchObject(expected);
  });

  it('with a gap', async () => {
    const stamped = run.registers.map((line, cycle) => `${cycle}: ${line}`);
    const outcome = await check(stamped.filter((_, cycle) => cycle !== 7), {}, false);
    expect(outcome.counts).toMatchObject({ missing: 1, matched: words.length - 1 });
    expect(outcome.hints).toEqual(['the first missing cycle is 7']);
  });
});

it('the hand-made element has something on every lane', () => {
  expect(Array.from({ length: LANES }, (_, lane) => run.states.some((state) => state['A.sum'][lane] !== 0))).toEqual([true, true, true, true]);
  expect(run.outputs).toHaveLength(10);
});
