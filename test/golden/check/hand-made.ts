/**
 * Vector sets by hand: the format read from its description alone, with a small model of the element whose every stage can be given a fault. Nothing here
 * comes from src.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Kind = Record<string, string | number>;

export interface HandField {
  name: string;
  direction: 'in' | 'out' | 'register';
  width: number;
  lanes?: number;
  kind?: Kind;
}

export interface HandFile {
  name: string;
  role: string;
  fields: HandField[];
  lines: string[];
}

export interface HandClass {
  name: string;
  about: string;
  first: number;
  count: number;
}

export const BINARY32: Kind = { kind: 'binary32' };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The manifest of files; `change` may spoil it. */
export function manifestOf(unit: string, parameters: Record<string, number>, files: HandFile[], classes: HandClass[]) {
  const described = files.map(({ name, role, fields, lines }) => {
    const bits = fields.reduce((sum, { width, lanes = 1 }) => sum + width * lanes, 0);
    let above = bits;
    const placed = fields.map(({ kind = { kind: 'unsigned' }, lanes = 1, ...field }) => {
      const msb = above - 1;
      above -= field.width * lanes;
      return { ...kind, ...field, lanes, msb, lsb: above };
    });
    return { name, role, words: lines.length, wordBits: bits, sha256: digest(lines.map((line) => `${line}\n`).join('')), fields: placed };
  });
  const set = digest(described.map(({ sha256 }) => `${sha256}\n`).join('')).slice(0, 16);
  return { format: 'mlsim-vectors/1', version: '0.0.0', unit, parameters, command: `mlsim vectors ${unit}`, level: 1, seed: '1', set, files: described, classes };
}

export type HandManifest = ReturnType<typeof manifestOf>;

/** Writes a set. @returns its name */
export function writeSet(folder: string, manifest: HandManifest, files: HandFile[]): string {
  mkdirSync(folder, { recursive: true });
  for (const { name, lines } of files) writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return manifest.set;
}

/** Sums in binary32: operands and the result of each case. */
export function adderFiles(lines: string[]): HandFile[] {
  const fields = ['a', 'b', 'result'].map((name): HandField => ({ name, direction: name === 'result' ? 'out' : 'in', width: 32, kind: BINARY32 }));
  return [{ name: 'vectors.hex', role: 'cases', fields, lines }];
}

/** A value as `width` bits in hexadecimal digits. */
export function hex(value: bigint | number, width: number): string {
  return BigInt.asUintN(width, BigInt(value)).toString(16).padStart(Math.ceil(width / 4), '0');
}

const view = new DataView(new ArrayBuffer(4));
export const bitsOf = (value: number): number => (view.setFloat32(0, value), view.getUint32(0));
export const floatOf = (bits: number): number => (view.setUint32(0, bits), view.getFloat32(0));

/** The small element: <2,1> elements, <3,1> scales, 16-bit accumulators, 4 lanes, Lf = 2, Lm = 2, two contexts. */
export const LANES = 4;
export const LF = 2;
const LM = 2;
const CONTEXTS = 2;
const LEVELS = 2;
const TREE = 4;
export const RUNNING = TREE + LEVELS * LF;
export const SCALED = RUNNING + LF;
export const STAGES = SCALED + LM;
export const OUTPUT_SCALE = 0x3fc00001;

const PARAMETERS = {
  E_X: 2, M_X: 1, E_Y: 2, M_Y: 1, EG_X: 3, MG_X: 1, EG_Y: 3, MG_Y: 1, ACC_WIDTH: 16, ACC_SATURATE: 0, TREE_WIDTH: LANES,
  FP_ADD_LATENCY: LF, FP_MUL_LATENCY: LM, CONTEXTS, TENSOR_SCALE: 1, FLUSH_TO_ZERO: 0, OUTPUT_SCALE,
};

const bank = (name: string, lanes: number, width: number, kind: Kind): HandField => ({ name, direction: 'register', width, lanes, kind });
const BIT: Kind = { kind: 'bit' };
const SIGNED: Kind = { kind: 'signed' };
const ELEMENT: Kind = { kind: 'element', E: 2, M: 1 };
const SCALE: Kind = { kind: 'scale', Eg: 3, Mg: 1 };

export const REGISTERS: HandField[] = [
  bank('valid', STAGES, 1, BIT),
  bank('M.first', 1, 1, BIT),
  bank('last', 2, 1, BIT),
  ...['M', 'A', 'S'].map((stage) => bank(`${stage}.lane_valid`, LANES, 1, BIT)),
  bank('chunk_first', RUNNING, 1, BIT),
  bank('chunk_last', SCALED, 1, BIT),
  bank('context', SCALED, 1, { kind: 'unsigned' }),
  ...['scale_x', 'scale_y'].flatMap((name) => ['M', 'A'].map((stage) => bank(`${stage}.${name}`, LANES, 4, SCALE))),
  bank('M.product', LANES, 9, SIGNED),
  bank('A.sum', LANES, 16, SIGNED),
  bank('A.overflow', LANES, 1, BIT),
  bank('S.q', LANES, 20, SIGNED),
  bank('S.lsb', LANES, 11, SIGNED),
  bank('C.term', LANES, 32, BINARY32),
  ...[1, 2].flatMap((level) => [0, 1].map((stage) => bank(`T.level${level}.stage${stage}.sum`, LANES >> level, 32, BINARY32))),
  bank('R.stage.sum', LF - 1, 32, BINARY32),
  bank('R.context.sum', CONTEXTS, 32, BINARY32),
  bank('Z.stage.output', LM, 32, BINARY32),
];
export const REGISTER_BITS = REGISTERS.reduce((sum, { width, lanes = 1 }) => sum + width * lanes, 0);

const input = (name: string, lanes: number, width: number, kind: Kind): HandField => ({ name, direction: 'in', width, lanes, kind });
const STIMULUS: HandField[] = [
  ...['reset', 'in_valid', 'in_first', 'in_last', 'in_chunk_first', 'in_chunk_last'].map((name) => input(name, 1, 1, BIT)),
  input('in_context', 1, 1, { kind: 'unsigned' }),
  input('in_lane_valid', LANES, 1, BIT),
  input('in_x', LANES, 4, ELEMENT),
  input('in_y', LANES, 4, ELEMENT),
  input('in_scale_x', LANES, 4, SCALE),
  input('in_scale_y', LANES, 4, SCALE),
];

/** What registers or inputs hold, by field; lane 0 first; signed values as numbers. */
export type Values = Record<string, number[]>;

const zeros = (fields: HandField[]): Values => Object.fromEntries(fields.map(({ name, lanes = 1 }) => [name, new Array<number>(lanes).fill(0)]));

function pack(fields: HandField[], values: Values): string {
  let word = 0n;
  let bits = 0;
  for (const { name, width, lanes = 1 } of fields) {
    for (let lane = lanes - 1; lane >= 0; lane--) word = (word << BigInt(width)) | BigInt.asUintN(width, BigInt(values[name][lane]));
    bits += width * lanes;
  }
  return hex(word, bits);
}

/** A fault: may change what a register is loaded with. @param cycle in which it holds the value */
export type Fault = (name: string, index: number, cycle: number, value: number) => number;

const magnitude = (code: number): number => {
  const [exp, man] = [(code >> 1) & 3, code & 1];
  return (code & 8 ? -1 : 1) * (exp === 0 ? man : (2 + man) * 2 ** (exp - 1));
};

/** One clock edge, from docs/pipeline.md. */
function step(s: Values, i: Values, cycle: number, fault: Fault): Values {
  if (i['reset'][0] === 1) return zeros(REGISTERS);
  const n = structuredClone(s);
  const load = (name: string, index: number, value: number): void => {
    n[name][index] = fault(name, index, cycle, value);
  };
  const add = (a: number, b: number): number => bitsOf(Math.fround(floatOf(a) + floatOf(b)));
  const goes = (stage: number): boolean => {
    if (stage === 0) return i['in_valid'][0] === 1;
    const gate = stage === 2 ? s['last'][1] : stage === SCALED ? s['chunk_last'][SCALED - 1] : 1;
    return s['valid'][stage - 1] === 1 && gate === 1;
  };
  for (let stage = 0; stage < STAGES; stage++) {
    load('valid', stage, goes(stage) ? 1 : 0);
    if (!goes(stage)) continue;
    const along = (name: string, count: number): void => {
      if (stage < count) load(name, stage, stage === 0 ? i[`in_${name}`][0] : s[name][stage - 1]);
    };
    along('last', 2);
    along('chunk_first', RUNNING);
    along('chunk_last', SCALED);
    along('context', SCALED);
    if (stage === 0) load('M.first', 0, i['in_first'][0]);
    for (let lane = 0; lane < LANES && stage < 3; lane++) {
      const [to, from] = ['MAS'[stage], 'MAS'[stage - 1]];
      const has = stage === 0 ? i['in_lane_valid'][lane] : s[`${from}.lane_valid`][lane];
      load(`${to}.lane_valid`, lane, has);
      if (has === 0) continue;
      const ends = stage === 0 ? i['in_last'][0] : s['last'][0];
      for (const scale of stage < 2 && ends === 1 ? ['scale_x', 'scale_y'] : []) load(`${to}.${scale}`, lane, stage === 0 ? i[`in_${scale}`][lane] : s[`${from}.${scale}`][lane]);
      if (stage === 0) load('M.product', lane, magnitude(i['in_x'][lane]) * magnitude(i['in_y'][lane]));
      if (stage === 1) {
        const exact = s['M.product'][lane] + (s['M.first'][0] ? 0 : s['A.sum'][lane]);
        const wrapped = Number(BigInt.asIntN(16, BigInt(exact)));
        load('A.sum', lane, wrapped);
        load('A.overflow', lane, wrapped !== exact || (!s['M.first'][0] && s['A.overflow'][lane]) ? 1 : 0);
      }
      if (stage === 2) {
        const [x, y] = [s['A.scale_x'][lane], s['A.scale_y'][lane]];
        load('S.q', lane, s['A.sum'][lane] * [4, 6, 9][(x & 1) + (y & 1)]);
        load('S.lsb', lane, -8 - (x >> 1) - (y >> 1) - 2);
      }
    }
    if (stage === 3) for (let lane = 0; lane < LANES; lane++) load('C.term', lane, s['S.lane_valid'][lane] ? bitsOf(Math.fround(s['S.q'][lane] * 2 ** s['S.lsb'][lane]) + 0) : 0);
    if (stage >= TREE && stage < RUNNING) {
      const [level, at] = [Math.floor((stage - TREE) / LF) + 1, (stage - TREE) % LF];
      const source = at > 0 ? `T.level${level}.stage${at - 1}.sum` : level === 1 ? 'C.term' : `T.level${level - 1}.stage${LF - 1}.sum`;
      for (let node = 0; node < LANES >> level; node++) load(`T.level${level}.stage${at}.sum`, node, at > 0 ? s[source][node] : add(s[source][2 * node], s[source][2 * node + 1]));
    }
    if (stage === RUNNING) load('R.stage.sum', 0, add(s['chunk_first'][stage - 1] ? 0 : s['R.context.sum'][s['context'][stage - 1]], s['T.level2.stage1.sum'][0]));
    if (stage === RUNNING + 1) load('R.context.sum', s['context'][stage - 1], s['R.stage.sum'][0]);
    if (stage === SCALED) load('Z.stage.output', 0, bitsOf(Math.fround(floatOf(s['R.context.sum'][s['context'][stage - 1]]) * floatOf(OUTPUT_SCALE))));
    if (stage === SCALED + 1) load('Z.stage.output', 1, s['Z.stage.output'][0]);
  }
  return n;
}

/** A small generator of pseudo-random integers. */
export function randomIntegers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Outputs of one to three chunks of one to three pairs, contexts in turn, some lanes idle; then a drain. */
export function stimulus(outputs: number): Values[] {
  const random = randomIntegers(7);
  const idle = (): Values => zeros(STIMULUS);
  const words: Values[] = [{ ...idle(), reset: [1] }, idle()];
  for (let output = 0; output < outputs; output++) {
    const [chunks, pairs] = [1 + random(3), 1 + random(3)];
    for (let chunk = 0; chunk < chunks; chunk++) {
      const lanes = Array.from({ length: LANES }, (_, lane) => (chunk === chunks - 1 && lane > 1 ? random(2) : 1));
      for (let pair = 0; pair < pairs; pair++) {
        const codes = (): number[] => lanes.map(() => random(16));
        const bit = (value: boolean): number[] => [value ? 1 : 0];
        words.push({
          reset: [0], in_valid: [1], in_first: bit(pair === 0), in_last: bit(pair === pairs - 1), in_chunk_first: bit(chunk === 0), in_chunk_last: bit(chunk === chunks - 1),
          in_context: [output % CONTEXTS], in_lane_valid: lanes, in_x: codes(), in_y: codes(), in_scale_x: codes(), in_scale_y: codes(),
        });
      }
      words.push(idle());
    }
  }
  for (let cycle = 0; cycle < STAGES + 2; cycle++) words.push(idle());
  return words;
}

export interface HandRun {
  /** What each register holds in each cycle. */
  states: Values[];
  registers: string[];
  /** `cycle` and `out`. */
  outputs: { cycle: number; out: number }[];
}

/** Runs the small element. */
export function play(words: Values[], fault: Fault = (_name, _index, _cycle, value) => value): HandRun {
  const states = [zeros(REGISTERS)];
  for (let cycle = 1; cycle < words.length; cycle++) states.push(step(states[cycle - 1], words[cycle - 1], cycle, fault));
  const outputs = states.flatMap((state, cycle) => (state['valid'][STAGES - 1] === 1 ? [{ cycle, out: state['Z.stage.output'][LM - 1] }] : []));
  return { states, registers: states.map((state) => pack(REGISTERS, state)), outputs };
}

/** The word of the registers with one of them replaced. */
export function withRegister(states: Values[], cycle: number, name: string, index: number, value: number): string[] {
  return states.map((state, at) => pack(REGISTERS, at === cycle ? { ...state, [name]: state[name].with(index, value) } : state));
}

/** The files of a run. */
export function elementFiles(words: Values[], run: HandRun): HandFile[] {
  const out = (name: string, kind: Kind): HandField => ({ name, direction: 'out', width: 32, kind });
  return [
    { name: 'stimulus.hex', role: 'stimulus', fields: STIMULUS, lines: words.map((word) => pack(STIMULUS, word)) },
    { name: 'outputs.hex', role: 'outputs', fields: [out('cycle', { kind: 'unsigned' }), out('out', BINARY32)], lines: run.outputs.map(({ cycle, out: bits }) => hex(cycle, 32) + hex(bits, 32)) },
    { name: 'registers.hex', role: 'registers', fields: REGISTERS, lines: run.registers },
  ];
}

/** Writes the set of a run of the small element: two classes, one after the other. */
export function writeElement(folder: string, words: Values[], run: HandRun): string {
  const files = elementFiles(words, run);
  const half = Math.floor(words.length / 2);
  const classes = [
    { name: 'early', about: 'the first half', first: 0, count: half },
    { name: 'late', about: 'the second half', first: half, count: words.length - half },
  ];
  return writeSet(folder, manifestOf('pe', PARAMETERS, files, classes), files);
}
