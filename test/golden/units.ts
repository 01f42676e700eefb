/** Every unit with some of its parameters, and what its results should be, from the exact model. */
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import { accumulatorCases } from '../../src/golden/cases/accumulator.ts';
import { adderTreeCases } from '../../src/golden/cases/adder-tree.ts';
import { fp32AdderCases, fp32MultiplierCases } from '../../src/golden/cases/fp32-units.ts';
import { groupScalerCases } from '../../src/golden/cases/group-scaler.ts';
import { intToFp32Cases } from '../../src/golden/cases/int-to-fp32.ts';
import { multiplierCases } from '../../src/golden/cases/multiplier.ts';
import { quantizerCases } from '../../src/golden/cases/quantizer.ts';
import { tensorScaleCases } from '../../src/golden/cases/tensor-scale.ts';
import { unitSource, type SetOptions } from '../../src/golden/unit-source.ts';
import type { VectorSource } from '../../src/golden/vector-source.ts';
import {
  addRational,
  compareRational,
  divideRational,
  elementMagnitude,
  exactAdd,
  exactBinary32,
  exactMultiply,
  exactScale,
  multiplyRational,
  powerOfTwo,
  rational,
  roundToBinary32,
  type ExactFormat,
  type Rational,
} from '../support/exact-model.ts';
import type { Values } from './read-set.ts';

/** A unit of certain parameters. */
export interface UnitUnderTest {
  readonly title: string;
  readonly source: (options: SetOptions) => VectorSource;
  /** Whether the result fields are right, by the exact model. */
  readonly isRight: (values: Values) => boolean;
}

const exactFormat = (E: number, M: number, Eg = 8, Mg = 1): ExactFormat => ({ E, M, Eg, Mg });

function signedMagnitude(code: bigint, format: ExactFormat): bigint {
  const magnitude = elementMagnitude(Number(code), format);
  return Number(code) >= 2 ** (format.E + format.M) ? -magnitude : magnitude;
}

function multiplier(x: ExactFormat, y: ExactFormat): UnitUnderTest {
  return {
    title: `multiplier <${x.E},${x.M}> x <${y.E},${y.M}>`,
    source: (options) => unitSource(multiplierCases(elementFormat(x.E, x.M), elementFormat(y.E, y.M)), options),
    isRight: (v) => v['product'] === signedMagnitude(v['x'], x) * signedMagnitude(v['y'], y),
  };
}

function accumulator(width: number, overflow: 'wrap' | 'saturate', E: number, M: number): UnitUnderTest {
  const format = elementFormat(E, M);
  const [low, high] = [-(2n ** BigInt(width - 1)), 2n ** BigInt(width - 1) - 1n];
  return {
    title: `accumulator ${width} ${overflow} <${E},${M}>`,
    source: (options) => unitSource(accumulatorCases({ width, overflow }, format, format), options),
    isRight: (v) => {
      const exact = v['first'] === 1n ? v['product'] : v['sum'] + v['product'];
      const leaves = exact < low || exact > high;
      const span = 2n ** BigInt(width);
      const wrapped = ((((exact - low) % span) + span) % span) + low;
      const limited = exact < low ? low : exact > high ? high : exact;
      const earlier = v['first'] === 0n && v['overflow'] === 1n;
      return v['next_sum'] === (overflow === 'wrap' ? wrapped : limited) && v['next_overflow'] === (leaves || earlier ? 1n : 0n);
    },
  };
}

function groupScaler(width: number, x: ExactFormat, y: ExactFormat): UnitUnderTest {
  const operand = (f: ExactFormat): Parameters<typeof groupScalerCases>[1] => ({ element: elementFormat(f.E, f.M), scale: groupScaleFormat(f.Eg, f.Mg) });
  const elementLsb = (f: ExactFormat): number => 1 - 2 ** f.E - f.M;
  return {
    title: `group-scaler ${width} <${x.Eg},${x.Mg}> <${y.Eg},${y.Mg}>`,
    source: (options) => unitSource(groupScalerCases(width, operand(x), operand(y)), options),
    isRight: (v) => {
      const sum = multiplyRational(rational(v['sum']), powerOfTwo(elementLsb(x) + elementLsb(y)));
      const scales = multiplyRational(exactScale(Number(v['scale_x']), x), exactScale(Number(v['scale_y']), y));
      const found = multiplyRational(rational(v['q']), powerOfTwo(Number(v['lsb'])));
      // The weight of q's lowest bit: that of the sum times both powers of two, and a quarter for the mantissas.
      const exps = Math.floor(Number(v['scale_x']) / 2 ** x.Mg) + Math.floor(Number(v['scale_y']) / 2 ** y.Mg);
      const lsb = elementLsb(x) + elementLsb(y) - exps - (x.Mg + y.Mg > 0 ? 2 : 0);
      return compareRational(found, multiplyRational(sum, scales)) === 0 && v['lsb'] === BigInt(lsb);
    },
  };
}

function intToFp32(width: number, flushToZero: boolean): UnitUnderTest {
  return {
    title: `int-to-fp32 ${width}${flushToZero ? ' flushing' : ''}`,
    source: (options) => unitSource(intToFp32Cases(width, { flushToZero }), options),
    isRight: (v) => v['result'] === BigInt(roundToBinary32(multiplyRational(rational(v['q']), powerOfTwo(Number(v['lsb']))), flushToZero).bits),
  };
}

const numbers = new Float32Array(3);
const words = new Uint32Array(numbers.buffer);

/** The host's answer, its NaNs made canonical; it does not flush. */
function host(operation: (a: number, b: number) => number, a: bigint, b: bigint): bigint {
  words[0] = Number(a);
  words[1] = Number(b);
  numbers[2] = Math.fround(operation(numbers[0], numbers[1]));
  return Number.isNaN(numbers[2]) ? 0x7fc0_0000n : BigInt(words[2]);
}

function binary32Unit(name: 'adder' | 'multiplier', flushToZero: boolean): UnitUnderTest {
  const cases = name === 'adder' ? fp32AdderCases : fp32MultiplierCases;
  const exact = name === 'adder' ? exactAdd : exactMultiply;
  const operation = name === 'adder' ? (a: number, b: number) => a + b : (a: number, b: number) => a * b;
  return {
    title: `fp32-${name}${flushToZero ? ' flushing' : ''}`,
    source: (options) => unitSource(cases({ flushToZero }), options),
    isRight: (v) => v['result'] === (flushToZero ? BigInt(exact(Number(v['a']), Number(v['b']), true).bits) : host(operation, v['a'], v['b'])),
  };
}

function adderTree(width: number, flushToZero: boolean): UnitUnderTest {
  return {
    title: `adder-tree ${width}${flushToZero ? ' flushing' : ''}`,
    source: (options) => unitSource(adderTreeCases(width, { flushToZero }), options),
    isRight: (v) => {
      let level = Array.from({ length: width }, (_, lane) => (v['terms'] >> BigInt(32 * lane)) % (1n << 32n));
      const add = (a: bigint, b: bigint): bigint => (flushToZero ? BigInt(exactAdd(Number(a), Number(b), true).bits) : host((x, y) => x + y, a, b));
      while (level.length > 1) level = Array.from({ length: level.length / 2 }, (_, i) => add(level[2 * i], level[2 * i + 1]));
      return v['result'] === level[0];
    },
  };
}

function tensorScale(flushToZero: boolean): UnitUnderTest {
  return {
    title: `tensor-scale${flushToZero ? ' flushing' : ''}`,
    source: (options) => unitSource(tensorScaleCases({ flushToZero }), options),
    isRight: (v) => {
      const times = (a: bigint, b: bigint): bigint => (flushToZero ? BigInt(exactMultiply(Number(a), Number(b), true).bits) : host((x, y) => x * y, a, b));
      return v['result'] === times(v['sum'], times(v['scale_x'], v['scale_y']));
    },
  };
}

type Quantization = Parameters<typeof quantizerCases>[2];

function quantizer(f: ExactFormat, rounding: Quantization): UnitUnderTest {
  return {
    title: `quantizer <${f.E},${f.M}> <${f.Eg},${f.Mg}> ${rounding.rounding} ${rounding.mantissaOverflow}`,
    source: (options) => unitSource(quantizerCases(elementFormat(f.E, f.M), groupScaleFormat(f.Eg, f.Mg), rounding), options),
    isRight: (v) => {
      const scale = multiplyRational(exactScale(Number(v['scale']), f), exactBinary32(Number(v['tensor_scale'])));
      const quotient = divideRational(exactBinary32(Number(v['x'] % (1n << 31n))), scale);
      const isLegal = compareRational(quotient, rational(1)) <= 0;
      const sign = v['x'] >> 31n === 1n ? 2 ** (f.E + f.M) : 0;
      return isLegal && v['code'] === BigInt(sign + quantizedMagnitude(quotient, f, rounding, v['random'] ?? 0n));
    },
  };
}

/** The code of a quotient in [0, 1], found among all codes (docs/arithmetic.md, section 3). */
function quantizedMagnitude(quotient: Rational, f: ExactFormat, { rounding, mantissaOverflow, randomBits }: Quantization, random: bigint): number {
  const { E, M } = f;
  const largest = 2 ** (E + M) - 1;
  if (compareRational(quotient, rational(1)) === 0) return largest;
  const inUnits = multiplyRational(quotient, powerOfTwo(M + 2 ** E - 1));
  let [low, high] = [0, largest];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compareRational(rational(elementMagnitude(middle, f)), inUnits) <= 0) low = middle;
    else high = middle - 1;
  }
  const exp = Math.floor(low / 2 ** M);
  const man = low % 2 ** M;
  // How far the quotient is on the way to the next code, in steps of this exponent.
  const way = divideRational(addRational(inUnits, rational(-elementMagnitude(low, f))), powerOfTwo(Math.max(exp, 1) - 1));
  const half = compareRational(way, rational(1, 2));
  const isOdd = (man + (exp > 0 ? 2 ** M : 0)) % 2 === 1;
  const isUp = {
    nearest: half > 0 || (half === 0 && isOdd),
    truncate: false,
    stochastic: compareRational(addRational(way, rational(random, 2n ** BigInt(randomBits))), rational(1)) >= 0,
  }[rounding];
  if (!isUp) return low;
  const overflows = man === 2 ** M - 1;
  if (!overflows) return low + 1;
  return mantissaOverflow === 'carry' && E > 0 ? Math.min(low + 1, largest) : low;
}

const plain = { rounding: 'nearest', mantissaOverflow: 'clip', randomBits: 16 } as const;

export const UNITS: readonly UnitUnderTest[] = [
  multiplier(exactFormat(2, 4), exactFormat(2, 4)),
  multiplier(exactFormat(5, 10), exactFormat(5, 10)),
  multiplier(exactFormat(0, 7), exactFormat(5, 0)),
  accumulator(32, 'wrap', 2, 4),
  accumulator(16, 'saturate', 2, 4),
  accumulator(8, 'wrap', 3, 2),
  accumulator(64, 'saturate', 5, 10),
  accumulator(4, 'saturate', 1, 1),
  groupScaler(32, exactFormat(2, 4), exactFormat(2, 4)),
  groupScaler(16, exactFormat(2, 1, 3, 0), exactFormat(0, 7, 2, 1)),
  groupScaler(8, exactFormat(1, 1, 2, 0), exactFormat(1, 1, 3, 0)),
  intToFp32(36, false),
  intToFp32(68, false),
  intToFp32(20, true),
  intToFp32(4, true),
  binary32Unit('adder', false),
  binary32Unit('adder', true),
  binary32Unit('multiplier', false),
  binary32Unit('multiplier', true),
  adderTree(16, false),
  adderTree(4, true),
  adderTree(1, false),
  tensorScale(false),
  tensorScale(true),
  quantizer(exactFormat(2, 4), plain),
  quantizer(exactFormat(3, 2, 4, 1), { ...plain, rounding: 'stochastic', randomBits: 8 }),
  quantizer(exactFormat(2, 1, 8, 0), { ...plain, mantissaOverflow: 'carry' }),
  quantizer(exactFormat(0, 7), { ...plain, rounding: 'stochastic', mantissaOverflow: 'carry' }),
  quantizer(exactFormat(5, 10), { ...plain, rounding: 'truncate' }),
  quantizer(exactFormat(2, 0, 1, 1), plain),
];

/** One unit of the list by its title. */
export function unitOf(title: string): UnitUnderTest {
  const found = UNITS.find((unit) => unit.title === title);
  if (found === undefined) throw new Error(`no unit ${title}`);
  return found;
}
