import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import { arrayOf, datapathOf, type PeParameters } from '../../../src/golden/pe/parameters.ts';
import { ClockedElement } from '../../../src/sim/cycle/clocked-element.ts';
import { groupedDot } from '../../../src/sim/grouped-dot.ts';
import { naiveElement } from './naive-element.ts';
import { isSet, peSet, type PeSet, type Word } from './support.ts';

/** Between them every parameter has each of its kinds of value. */
const POINTS: readonly (readonly [string, Partial<PeParameters>])[] = [
  ['defaults, 4 lanes', {}],
  ['16 lanes, flush to zero', { treeWidth: 16, flushToZero: true, contexts: 2 }],
  ['1 lane, short latencies', { treeWidth: 1, fpAddLatency: 1, fpMulLatency: 1, contexts: 1, accWidth: 16 }],
  ['2 lanes, no tensor scale, saturation', { treeWidth: 2, tensorScale: false, accOverflow: 'saturate', accWidth: 12, fpAddLatency: 2, contexts: 3 }],
  ['different operands, no scale mantissas', { element: elementFormat(3, 2), elementY: elementFormat(0, 7), scale: groupScaleFormat(5, 0), scaleY: groupScaleFormat(3, 0) }],
  ['wide elements, one mantissa', { element: elementFormat(5, 10), elementY: elementFormat(1, 1), scaleY: groupScaleFormat(8, 0), accWidth: 64, treeWidth: 2 }],
];

const sets = new Map<string, PeSet>();
function setOf(name: string): PeSet {
  const changes = POINTS.find(([point]) => point === name)?.[1];
  const set = sets.get(name) ?? peSet(changes, { level: 1, seed: 3n, count: 1400 });
  sets.set(name, set);
  return set;
}

describe.each(POINTS.map(([name]) => name))('%s', (name) => {
  it('has in every register in every cycle what the pipeline puts there', () => {
    const set = setOf(name);
    const { states, outputs } = naiveElement(set);
    const differs = set.cycles.findIndex(({ registers }, cycle) => !sameWord(registers, states[cycle]));
    // Only the first: comparing objects of all cycles in the test framework takes seconds.
    if (differs !== -1) expect(set.cycles[differs].registers, `cycle ${differs}`).toStrictEqual(states[differs]);
    expect(states).toHaveLength(set.cycles.length);
    expect(set.outputs).toStrictEqual(outputs);
  });

  it('has the output of each whole grouped dot product `latency` cycles after its last pair, unless a reset takes it', () => {
    const set = setOf(name);
    const expected = wholeOutputs(set);
    expect(expected.length).toBeGreaterThan(30);
    expect(set.outputs).toStrictEqual(expected);
  });

  it('has the registers of the clocked element, in order', () => {
    const { parameters, source } = setOf(name);
    const observer = { output: (): void => undefined, overflow: (): void => undefined };
    const element = new ClockedElement(datapathOf(parameters), arrayOf(parameters), 0, () => expect.unreachable(), observer);
    const banks = element.banks.filter(({ values }) => values.length > 0);
    const [, , { fields }] = source.files;
    expect(fields.map(({ width, lanes }) => [width, lanes])).toStrictEqual(banks.map(({ width, values }) => [width, values.length]));
    for (const [i, bank] of banks.entries()) {
      expect(fields[i].name.split('.').at(-1)).toBe(bank.name);
      expect(bank.scope(0).split('.')[0]).toBe(fields[i].name.includes('.') ? fields[i].name.split('.')[0] : 'M');
    }
  });
});

function sameWord(a: Word, b: Word): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, lanes]) => lanes.length === b[name].length && lanes.every((value, lane) => value === b[name][lane]));
}

/** The outputs of a stimulus by the functional engine: pairs are gathered by context, without a notion of a pipeline. */
function wholeOutputs({ parameters, source, cycles }: PeSet): { cycle: number; out: number }[] {
  const p = parameters;
  // S_z = S_z x 1: the product of two scales is exact.
  const [xTensorScale, yTensorScale] = [source.parameters['OUTPUT_SCALE'], 0x3f80_0000];
  const latency = 4 + p.fpAddLatency * (Math.log2(p.treeWidth) + 1) + (p.tensorScale ? p.fpMulLatency : 0);
  const datapath = datapathOf(p);
  interface Group {
    x: number[];
    y: number[];
    xScale: number;
    yScale: number;
  }
  const gathered = new Map<number, Group[]>();
  const resets = cycles.flatMap(({ stimulus }, cycle) => (isSet(stimulus, 'reset') ? [cycle] : []));
  const outputs: { cycle: number; out: number }[] = [];
  let chunkStart = 0;
  cycles.forEach(({ stimulus: s }, cycle) => {
    if (isSet(s, 'reset') || !isSet(s, 'in_valid')) return;
    const context = Number(s['in_context'][0]);
    if (isSet(s, 'in_chunk_first') && isSet(s, 'in_first')) gathered.set(context, []);
    const groups = gathered.get(context) ?? [];
    if (isSet(s, 'in_first')) {
      chunkStart = groups.length;
      s['in_lane_valid'].forEach((has) => {
        if (has === 1n) groups.push({ x: [], y: [], xScale: 0, yScale: 0 });
      });
    }
    groups.slice(chunkStart).forEach((group, lane) => {
      group.x.push(Number(s['in_x'][lane]));
      group.y.push(Number(s['in_y'][lane]));
      group.xScale = Number(s['in_scale_x'][lane]);
      group.yScale = Number(s['in_scale_y'][lane]);
    });
    if (!isSet(s, 'in_last') || !isSet(s, 'in_chunk_last')) return;
    if (resets.some((reset) => reset > cycle && reset < cycle + latency)) return;
    const { bits } = groupedDot(datapath, {
      groupCount: groups.length,
      groupSize: groups[0].x.length,
      x: (g, k) => groups[g].x[k],
      y: (g, k) => groups[g].y[k],
      xScale: (g) => groups[g].xScale,
      yScale: (g) => groups[g].yScale,
      xTensorScale,
      yTensorScale,
    });
    outputs.push({ cycle: cycle + latency, out: bits });
  });
  return outputs;
}

