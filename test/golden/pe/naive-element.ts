/**
 * A second model of the element's registers, from docs/pipeline.md: not stage by stage and edge by edge, but event by event. An issued pair, and a chunk when
 * its last pair is issued, says at once in which later cycles which registers take which values; a reset strikes out what is still to come.
 */
import { elementMagnitude, exactAdd, exactMultiply, multiplyRational, powerOfTwo, rational, roundToBinary32, type ExactFormat } from '../../support/exact-model.ts';
import { isSet, type PeSet, type Word } from './support.ts';

interface Load {
  readonly field: string;
  readonly lane: number;
  readonly value: bigint;
}

/** Values of all registers by field, signed where the number is. */
type State = Record<string, bigint[]>;

/** What every register holds in each cycle of a stimulus, and the outputs. */
export function naiveElement({ parameters: p, source, cycles }: Pick<PeSet, 'parameters' | 'source' | 'cycles'>): { states: Word[]; outputs: { cycle: number; out: number }[] } {
  const T = p.treeWidth;
  const Lf = p.fpAddLatency;
  const levels = Math.log2(T);
  const runningSum = 4 + levels * Lf;
  const afterSum = runningSum + Lf;
  const stages = afterSum + (p.tensorScale ? p.fpMulLatency : 0);
  const xFormat: ExactFormat = { E: p.element.E, M: p.element.M, Eg: p.scale.Eg, Mg: p.scale.Mg };
  const yFormat: ExactFormat = { E: p.elementY.E, M: p.elementY.M, Eg: p.scaleY.Eg, Mg: p.scaleY.Mg };
  const registerFields = source.files[2].fields;
  const zeros = (): State => Object.fromEntries(registerFields.map(({ name, lanes }) => [name, new Array<bigint>(lanes).fill(0n)]));

  let state = zeros();
  let pending = new Map<number, Load[]>();
  let leaving = new Map<number, number>();
  let sums = new Array<{ value: bigint; overflow: boolean }>(T).fill({ value: 0n, overflow: false });
  let totals = new Array<number>(p.contexts).fill(0);
  const states: Word[] = [];
  const outputs: { cycle: number; out: number }[] = [];

  cycles.forEach(({ stimulus }, t) => {
    state['valid'].fill(0n);
    for (const { field, lane, value } of pending.get(t) ?? []) state[field][lane] = value;
    const out = leaving.get(t);
    if (out !== undefined) outputs.push({ cycle: t, out });
    states.push(Object.fromEntries(registerFields.map(({ name, width }) => [name, state[name].map((value) => BigInt.asUintN(width, value))])));
    if (isSet(stimulus, 'reset')) {
      state = zeros();
      pending = new Map();
      leaving = new Map();
      sums = sums.map(() => ({ value: 0n, overflow: false }));
      totals = totals.map(() => 0);
    } else if (isSet(stimulus, 'in_valid')) {
      issue(stimulus, t);
    }
  });
  return { states, outputs };

  function at(cycle: number, field: string, lane: number, value: bigint | boolean): void {
    const list = pending.get(cycle) ?? [];
    pending.set(cycle, list);
    list.push({ field, lane, value: BigInt(value) });
  }

  function issue(s: Word, t: number): void {
    const last = isSet(s, 'in_last');
    const first = isSet(s, 'in_first');
    const control = (stage: number): void => {
      const cycle = t + 1 + stage;
      at(cycle, 'valid', stage, true);
      if (stage < runningSum) at(cycle, 'chunk_first', stage, isSet(s, 'in_chunk_first'));
      if (stage < afterSum) at(cycle, 'chunk_last', stage, isSet(s, 'in_chunk_last'));
      if (stage < afterSum) at(cycle, 'context', stage, s['in_context'][0]);
    };
    const hasGroup = s['in_lane_valid'].map((bit) => bit === 1n);
    control(0);
    control(1);
    at(t + 1, 'M.first', 0, first);
    at(t + 1, 'last', 0, last);
    at(t + 2, 'last', 1, last);
    hasGroup.forEach((has, lane) => {
      at(t + 1, 'M.lane_valid', lane, has);
      at(t + 2, 'A.lane_valid', lane, has);
      if (!has) return;
      const product = signedInteger(Number(s['in_x'][lane]), xFormat) * signedInteger(Number(s['in_y'][lane]), yFormat);
      sums[lane] = accumulate(sums[lane], product, first);
      at(t + 1, 'M.product', lane, product);
      at(t + 2, 'A.sum', lane, sums[lane].value);
      at(t + 2, 'A.overflow', lane, sums[lane].overflow);
      if (!last) return;
      for (const [name, input] of [['scale_x', 'in_scale_x'], ['scale_y', 'in_scale_y']]) {
        at(t + 1, `M.${name}`, lane, s[input][lane]);
        at(t + 2, `A.${name}`, lane, s[input][lane]);
      }
    });
    if (last) finishChunk(s, t, hasGroup, control);
  }

  function finishChunk(s: Word, t: number, hasGroup: boolean[], control: (stage: number) => void): void {
    control(2);
    control(3);
    let row = hasGroup.map((has, lane) => {
      at(t + 3, 'S.lane_valid', lane, has);
      const { q, lsb } = scaled(sums[lane].value, Number(s['in_scale_x'][lane]), Number(s['in_scale_y'][lane]));
      if (has) at(t + 3, 'S.q', lane, q);
      if (has) at(t + 3, 'S.lsb', lane, BigInt(lsb));
      const term = has ? roundToBinary32(multiplyRational(rational(q), powerOfTwo(lsb)), p.flushToZero).bits : 0;
      at(t + 4, 'C.term', lane, BigInt(term));
      return term;
    });
    for (let level = 1; level <= levels; level++) {
      row = Array.from({ length: row.length / 2 }, (_, node) => exactAdd(row[2 * node], row[2 * node + 1], p.flushToZero).bits);
      for (let stage = 0; stage < Lf; stage++) {
        const number = 4 + (level - 1) * Lf + stage;
        control(number);
        row.forEach((sum, node) => {
          at(t + 1 + number, `T.level${level}.stage${stage}.sum`, node, BigInt(sum));
        });
      }
    }
    const context = Number(s['in_context'][0]);
    const total = exactAdd(isSet(s, 'in_chunk_first') ? 0 : totals[context], row[0], p.flushToZero).bits;
    totals[context] = total;
    for (let stage = 0; stage < Lf; stage++) {
      control(runningSum + stage);
      const isLast = stage === Lf - 1;
      at(t + 1 + runningSum + stage, isLast ? 'R.context.sum' : 'R.stage.sum', isLast ? context : stage, BigInt(total));
    }
    if (!isSet(s, 'in_chunk_last')) return;
    const output = p.tensorScale ? exactMultiply(total, source.parameters['OUTPUT_SCALE'], p.flushToZero).bits : total;
    for (let stage = afterSum; stage < stages; stage++) {
      at(t + 1 + stage, 'valid', stage, true);
      at(t + 1 + stage, 'Z.stage.output', stage - afterSum, BigInt(output));
    }
    leaving.set(t + stages, output);
  }

  function accumulate(old: { value: bigint; overflow: boolean }, product: bigint, first: boolean): { value: bigint; overflow: boolean } {
    const exact = first ? product : old.value + product;
    const half = 2n ** BigInt(p.accWidth - 1);
    if (exact >= -half && exact < half) return { value: exact, overflow: !first && old.overflow };
    if (p.accOverflow === 'saturate') return { value: exact < 0n ? -half : half - 1n, overflow: true };
    // Counted from the lowest value, modulo 2^A.
    const above = (((exact + half) % (2n * half)) + 2n * half) % (2n * half);
    return { value: above - half, overflow: true };
  }

  function scaled(sum: bigint, xScale: number, yScale: number): { q: bigint; lsb: number } {
    const [xMan, yMan] = [xScale % 2 ** xFormat.Mg, yScale % 2 ** yFormat.Mg];
    const exponents = Math.floor(xScale / 2 ** xFormat.Mg) + Math.floor(yScale / 2 ** yFormat.Mg);
    const lsb = 1 - 2 ** xFormat.E - xFormat.M + (1 - 2 ** yFormat.E - yFormat.M) - exponents;
    if (xFormat.Mg + yFormat.Mg === 0) return { q: sum, lsb };
    // Quarters: (2 + man) / 2 for each scale.
    return { q: sum * BigInt((2 + xMan) * (2 + yMan)), lsb: lsb - 2 };
  }
}

function signedInteger(code: number, format: ExactFormat): bigint {
  const magnitude = elementMagnitude(code, format);
  return code >= 2 ** (format.E + format.M) ? -magnitude : magnitude;
}
