/**
 * A second model of the arithmetic (docs/arithmetic.md), for tests only: every number is an exact rational of BigInts, every loop is plain,
 * nothing is optimized, and nothing is imported from the simulator. It is slow, and meant to be right at sight.
 */

/** An exact number num / den; den > 0, not necessarily in lowest terms. */
export interface Rational {
  num: bigint;
  den: bigint;
}

export type Shape = readonly [number, number, number, number];
export type Pair = readonly [number, number];

/** Element format <E,M> (section 1) and group scale format <Eg,Mg> (section 2). */
export interface ExactFormat {
  E: number;
  M: number;
  Eg: number;
  Mg: number;
}

export interface ExactQuantizeOptions extends ExactFormat {
  group: 'nc' | 'n' | 'c' | 'none';
  rounding: 'nearest' | 'stochastic' | 'truncate';
  mantissaOverflow: 'clip' | 'carry';
  /** k of section 4.5; 16 when not given. */
  randomBits?: number | undefined;
  /** One k-bit integer for each element. Without it they come from Philox4x32-10. */
  random?: ArrayLike<number> | undefined;
  /** 0 when not given. */
  seed?: bigint | undefined;
  /** 0 when not given; 1 for the second operand of a convolution. */
  stream?: number | undefined;
}

export interface ExactInput {
  shape: Shape;
  data: Float32Array;
}

export interface ExactQuantized {
  codes: number[];
  scales: number[];
  tensorScale: number;
}

/** A quantized tensor with its own formats: the operand of a convolution. */
export interface ExactOperand extends ExactFormat {
  shape: Shape;
  codes: ArrayLike<number>;
  scales: ArrayLike<number>;
  tensorScale: number;
}

export type ExactPass = 'forward' | 'input-grad' | 'weight-grad';

/** Every option has the default of the arithmetic; pairs are [h, w]. */
export interface ExactConvOptions {
  stride?: Pair | undefined;
  padding?: Pair | undefined;
  dilation?: Pair | undefined;
  /** Channel groups. */
  groups?: number | undefined;
  /** The forward pass's input size, for 'input-grad'. */
  inputSize?: Pair | undefined;
  /** The forward pass's kernel size, for 'weight-grad'. */
  kernelSize?: Pair | undefined;
  accWidth?: number | undefined;
  accOverflow?: 'wrap' | 'saturate' | undefined;
  treeWidth?: number | undefined;
  flushToZero?: boolean | undefined;
  tensorScale?: boolean | undefined;
}

export interface ExactCounts {
  mul: number;
  localAcc: number;
  groupScale: number;
  treeAdd: number;
  tensorScale: number;
}

export interface ExactConvResult {
  shape: [number, number, number, number];
  /** binary32 bit patterns of the outputs, row-major. */
  bits: number[];
  counts: ExactCounts;
  overflow: { groups: number; first: null | { output: [number, number, number, number]; group: number } };
}

/** A binary32 result with its IEEE exception flags. */
export interface Binary32Result {
  bits: number;
  flags: number;
}

/** Exception flags in SoftFloat's order. `infinite` is division by zero: no operation here raises it. */
export const flag = { inexact: 1, underflow: 2, overflow: 4, infinite: 8, invalid: 16 } as const;

export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  return { num: BigInt(num), den: BigInt(den) };
}

export function addRational(a: Rational, b: Rational): Rational {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** a / b for b > 0. */
export function divideRational(a: Rational, b: Rational): Rational {
  return { num: a.num * b.den, den: a.den * b.num };
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareRational(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** 2^exponent, of either sign. */
export function powerOfTwo(exponent: number): Rational {
  return exponent >= 0 ? rational(1n << BigInt(exponent)) : rational(1n, 1n << BigInt(-exponent));
}

/** floor of a rational >= 0. */
function floorOf(a: Rational): bigint {
  return a.num / a.den;
}

/** The integer nearest to a rational >= 0, ties to even. */
function nearestEven(a: Rational): bigint {
  const below = floorOf(a);
  const twiceRest = 2n * (a.num - below * a.den);
  if (twiceRest < a.den) return below;
  if (twiceRest > a.den) return below + 1n;
  return below % 2n === 0n ? below : below + 1n;
}

/** floor(log2 a) for a > 0. */
function floorLog2(a: Rational): number {
  let e = a.num.toString(2).length - a.den.toString(2).length;
  while (compareRational(powerOfTwo(e), a) > 0) e--;
  while (compareRational(powerOfTwo(e + 1), a) <= 0) e++;
  return e;
}

const NAN_BITS = 0x7fc00000;
const INFINITY_BITS = 0x7f800000;

type Decoded =
  | { kind: 'nan'; signaling: boolean }
  | { kind: 'infinity'; sign: 0 | 1 }
  | { kind: 'finite'; sign: 0 | 1; magnitude: Rational; subnormal: boolean };

/** The bit pattern of a number that is exact in binary32. */
export function binary32Bits(value: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return view.getUint32(0);
}

/** The value of a binary32 bit pattern. */
export function binary32Number(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits);
  return view.getFloat32(0);
}

function signOf(bits: number): 0 | 1 {
  return bits >= 0x80000000 ? 1 : 0;
}

function withSign(sign: 0 | 1, magnitudeBits: number): number {
  return sign * 0x80000000 + magnitudeBits;
}

function decodeBinary32(bits: number): Decoded {
  const sign = signOf(bits);
  const exponent = Math.floor(bits / 0x800000) % 256;
  const fraction = bits % 0x800000;
  if (exponent === 255) {
    return fraction === 0 ? { kind: 'infinity', sign } : { kind: 'nan', signaling: fraction < 0x400000 };
  }
  if (exponent === 0) {
    return { kind: 'finite', sign, magnitude: multiplyRational(rational(fraction), powerOfTwo(-149)), subnormal: fraction !== 0 };
  }
  return { kind: 'finite', sign, magnitude: multiplyRational(rational(0x800000 + fraction), powerOfTwo(exponent - 150)), subnormal: false };
}

/** A finite binary32 as a signed rational. */
export function exactBinary32(bits: number): Rational {
  const decoded = decodeBinary32(bits);
  if (decoded.kind !== 'finite') throw new RangeError('not a finite binary32');
  return decoded.sign === 1 ? { num: -decoded.magnitude.num, den: decoded.magnitude.den } : decoded.magnitude;
}

/** Section 10: "subnormal operands count as zero of their sign and subnormal results become zero of their sign". */
function flushSubnormal(bits: number, flushToZero: boolean): number {
  const magnitude = bits % 0x80000000;
  return flushToZero && magnitude < 0x800000 ? withSign(signOf(bits), 0) : bits;
}

/** "Tininess after rounding": the value rounded to 24 bits, as though the exponent had no bound, is below 2^-126. */
function isTinyAfterRounding(magnitude: Rational): boolean {
  if (magnitude.num === 0n) return false;
  const unit = powerOfTwo(floorLog2(magnitude) - 23);
  const rounded = multiplyRational(rational(nearestEven(divideRational(magnitude, unit))), unit);
  return compareRational(rounded, powerOfTwo(-126)) < 0;
}

/** magnitude >= 0 to the binary32 grid: multiples of 2^-149, and of 24 significant bits above that; nearest, ties to even. */
function roundMagnitude(magnitude: Rational): Binary32Result {
  if (magnitude.num === 0n) return { bits: 0, flags: 0 };
  const unitExponent = Math.max(floorLog2(magnitude), -126) - 23;
  const n = nearestEven(divideRational(magnitude, powerOfTwo(unitExponent)));
  const rounded = multiplyRational(rational(n), powerOfTwo(unitExponent));
  if (compareRational(rounded, powerOfTwo(128)) >= 0) return { bits: INFINITY_BITS, flags: flag.overflow | flag.inexact };
  const inexact = compareRational(rounded, magnitude) !== 0;
  const flags = inexact ? flag.inexact | (isTinyAfterRounding(magnitude) ? flag.underflow : 0) : 0;
  return { bits: encodeMagnitude(rounded), flags };
}

/** The bit pattern of a magnitude that is exact in binary32 and finite. */
function encodeMagnitude(magnitude: Rational): number {
  if (magnitude.num === 0n) return 0;
  const e = floorLog2(magnitude);
  if (e < -126) return Number(floorOf(divideRational(magnitude, powerOfTwo(-149))));
  const significand = Number(floorOf(divideRational(magnitude, powerOfTwo(e - 23))));
  return (e + 127) * 0x800000 + (significand - 0x800000);
}

/**
 * Section 9: "rounded once to binary32: nearest, ties to even, gradual underflow, overflow to infinity". A zero takes `zeroSign`; a nonzero value
 * keeps its sign, also when it rounds or flushes to zero. With flush-to-zero "a result is first rounded as above and then flushed only if the
 * rounded binary32 is subnormal". The flags are those of the rounding: the arithmetic defines none for a flush.
 */
export function roundToBinary32(value: Rational, flushToZero = false, zeroSign: 0 | 1 = 0): Binary32Result {
  const sign = value.num === 0n ? zeroSign : value.num < 0n ? 1 : 0;
  const rounded = roundMagnitude({ num: value.num < 0n ? -value.num : value.num, den: value.den });
  return { bits: flushSubnormal(withSign(sign, rounded.bits), flushToZero), flags: rounded.flags };
}

/** "NaN results are 0x7FC00000"; a signaling operand raises invalid. Undefined if neither operand is a NaN. */
function propagateNaN(a: Decoded, b: Decoded): Binary32Result | undefined {
  if (a.kind !== 'nan' && b.kind !== 'nan') return undefined;
  const signaling = (a.kind === 'nan' && a.signaling) || (b.kind === 'nan' && b.signaling);
  return { bits: NAN_BITS, flags: signaling ? flag.invalid : 0 };
}

/** Section 10: "Every addition is IEEE 754 binary32, nearest-even, with subnormals". */
export function exactAdd(aBits: number, bBits: number, flushToZero = false): Binary32Result {
  const a = decodeBinary32(flushSubnormal(aBits, flushToZero));
  const b = decodeBinary32(flushSubnormal(bBits, flushToZero));
  const nan = propagateNaN(a, b);
  if (nan !== undefined) return nan;
  if (a.kind === 'infinity' && b.kind === 'infinity') {
    return a.sign === b.sign ? { bits: withSign(a.sign, INFINITY_BITS), flags: 0 } : { bits: NAN_BITS, flags: flag.invalid };
  }
  if (a.kind === 'infinity') return { bits: withSign(a.sign, INFINITY_BITS), flags: 0 };
  if (b.kind === 'infinity') return { bits: withSign(b.sign, INFINITY_BITS), flags: 0 };
  if (a.kind === 'nan' || b.kind === 'nan') throw new Error('unreachable');
  const sum = addRational(signed(a.sign, a.magnitude), signed(b.sign, b.magnitude));
  const bothNegative = a.sign === 1 && b.sign === 1;
  return roundToBinary32(sum, flushToZero, bothNegative ? 1 : 0);
}

/** Section 11: "one binary32 multiplication, nearest-even". */
export function exactMultiply(aBits: number, bBits: number, flushToZero = false): Binary32Result {
  const a = decodeBinary32(flushSubnormal(aBits, flushToZero));
  const b = decodeBinary32(flushSubnormal(bBits, flushToZero));
  const nan = propagateNaN(a, b);
  if (nan !== undefined) return nan;
  if (a.kind === 'nan' || b.kind === 'nan') throw new Error('unreachable');
  const sign = a.sign === b.sign ? 0 : 1;
  if (a.kind === 'infinity' || b.kind === 'infinity') {
    const zeroTimesInfinity = isZero(a) || isZero(b);
    return zeroTimesInfinity ? { bits: NAN_BITS, flags: flag.invalid } : { bits: withSign(sign, INFINITY_BITS), flags: 0 };
  }
  return roundToBinary32(signed(sign, multiplyRational(a.magnitude, b.magnitude)), flushToZero, sign);
}

function isZero(a: Decoded): boolean {
  return a.kind === 'finite' && a.magnitude.num === 0n;
}

function signed(sign: 0 | 1, magnitude: Rational): Rational {
  return sign === 1 ? { num: -magnitude.num, den: magnitude.den } : magnitude;
}

type Words4 = readonly [number, number, number, number];

/** Philox4x32-10 (Salmon et al., SC 2011): four output words of a counter and a key. */
export function philox4x32(counter: Words4, key: Pair): [number, number, number, number] {
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  const low32 = 0xffffffffn;
  for (let round = 0; round < 10; round++) {
    const product0 = 0xd2511f53n * c0;
    const product1 = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(product1 >> 32n) ^ c1 ^ k0, product1 & low32, (product0 >> 32n) ^ c3 ^ k1, product0 & low32];
    k0 = (k0 + 0x9e3779b9n) & low32;
    k1 = (k1 + 0xbb67ae85n) & low32;
  }
  return [Number(c0), Number(c1), Number(c2), Number(c3)];
}

/**
 * Section 4.5: "key = (seed low 32, seed high 32), counter = (block low 32, block high 32, stream, 0), block = index div 4 of the element in
 * row-major order, u = the top k bits of output word (index mod 4)".
 */
export function exactRandom(seed: bigint, stream: number, index: number, k: number): number {
  const block = BigInt(Math.floor(index / 4));
  const low32 = 0xffffffffn;
  const counter: Words4 = [Number(block & low32), Number(block >> 32n), stream, 0];
  const word = philox4x32(counter, [Number(seed & low32), Number((seed >> 32n) & low32)])[index % 4];
  return Math.floor(word / 2 ** (32 - k));
}

/** Section 1: "exp = 0: subnormal, magnitude integer man. exp >= 1: normal, magnitude integer (2^M + man) << (exp-1)". */
export function elementMagnitude(code: number, { E, M }: ExactFormat): bigint {
  const man = code % 2 ** M;
  const exp = Math.floor(code / 2 ** M) % 2 ** E;
  return exp === 0 ? BigInt(man) : BigInt(2 ** M + man) << BigInt(exp - 1);
}

/** The top bit of "sign << (E+M) | exp << M | man". */
function elementSign(code: number, { E, M }: ExactFormat): 0 | 1 {
  return code >= 2 ** (E + M) ? 1 : 0;
}

/** Section 1: "lsb = emin - M and emin = 1 - 2^E". */
function elementLsb({ E, M }: ExactFormat): number {
  return 1 - 2 ** E - M;
}

/** Section 2: "(1 + man/2^Mg) x 2^-exp". */
function scaleFields(code: number, { Mg }: ExactFormat): { exp: number; man: number } {
  return { exp: Math.floor(code / 2 ** Mg), man: code % 2 ** Mg };
}

/** The value of a group scale code. */
export function exactScale(code: number, format: ExactFormat): Rational {
  const { exp, man } = scaleFields(code, format);
  return multiplyRational(rational(2 ** format.Mg + man, 2 ** format.Mg), powerOfTwo(-exp));
}

/** Section 4: dynamic quantization (Alg. 1), every quotient exact. */
export function exactQuantize(input: ExactInput, options: ExactQuantizeOptions): ExactQuantized {
  const { shape, data } = input;
  const [d0, d1, d2, d3] = shape;
  if (shape.some((d) => d < 1)) throw new RangeError('a dimension of 0');
  if (data.length !== d0 * d1 * d2 * d3) throw new RangeError('shape and data disagree');
  data.forEach((value, index) => {
    if (!Number.isFinite(value)) throw new RangeError(`element ${index} is ${value}`);
  });
  const bits = Array.from(data, binary32Bits);
  const magnitudes = bits.map((b) => exactBinary32(b % 0x80000000));
  const pairOf = (index: number): number => Math.floor(index / (d2 * d3));
  const groupOf = (pair: number): number => groupIndex(Math.floor(pair / d1), pair % d1, shape, options);

  // 1. "S_r[g] = max |X| in each group; S_t = max S_r. An all-zero tensor has S_t = 1.0."
  const groupMaxima: Rational[] = new Array<Rational>(d0 * d1).fill(rational(0));
  magnitudes.forEach((magnitude, index) => {
    const g = groupOf(pairOf(index));
    if (compareRational(magnitude, groupMaxima[g]) > 0) groupMaxima[g] = magnitude;
  });
  const maximum = groupMaxima.reduce((a, b) => (compareRational(b, a) > 0 ? b : a));
  const tensorScale = maximum.num === 0n ? rational(1) : maximum;

  // 2. One group scale for each (first, second) index pair.
  const scales: number[] = [];
  for (let pair = 0; pair < d0 * d1; pair++) {
    scales.push(smallestScaleAtLeast(divideRational(groupMaxima[groupOf(pair)], tensorScale), options));
  }

  // 3 to 5. The elements.
  const codes = magnitudes.map((magnitude, index) => {
    const scale = multiplyRational(exactScale(scales[pairOf(index)], options), tensorScale);
    const x = divideRational(magnitude, scale);
    const round = (v: Rational): bigint => roundElement(v, index, options);
    return signOf(bits[index]) * 2 ** (options.E + options.M) + elementCode(x, round, options);
  });
  return { codes, scales, tensorScale: binary32Number(roundToBinary32(tensorScale).bits) };
}

/** Section 2: "`nc` (first and second index, the default), `n`, `c`, `none` (one group)". */
function groupIndex(first: number, second: number, shape: Shape, options: ExactQuantizeOptions): number {
  switch (options.group) {
    case 'nc':
      return first * shape[1] + second;
    case 'n':
      return first;
    case 'c':
      return second;
    case 'none':
      return 0;
  }
}

/** Section 4.2: "the smallest representable group scale that is >= S_r / S_t": every code is tried, the smallest value first. */
function smallestScaleAtLeast(ratio: Rational, format: ExactFormat): number {
  for (let exp = 2 ** format.Eg - 1; exp >= 0; exp--) {
    for (let man = 0; man < 2 ** format.Mg; man++) {
      const code = exp * 2 ** format.Mg + man;
      if (compareRational(exactScale(code, format), ratio) >= 0) return code;
    }
  }
  throw new RangeError('a group maximum above the tensor scale');
}

/** Section 4.3: the exponent and mantissa fields of x in [0, 1]. */
function elementCode(x: Rational, round: (v: Rational) => bigint, options: ExactQuantizeOptions): number {
  const { E, M } = options;
  const largest = 2 ** (E + M) - 1;
  if (x.num === 0n) return 0;
  if (compareRational(x, rational(1)) === 0) return largest;
  const emin = 1 - 2 ** E;
  const e = floorLog2(x);
  if (E > 0 && e >= emin) {
    const n = Number(round(multiplyRational(x, powerOfTwo(M - e))));
    return normalCode(e - emin + 1, n, options);
  }
  const n = Number(round(multiplyRational(x, powerOfTwo(-elementLsb(options)))));
  return subnormalCode(n, options);
}

/** "n at the top of its range ... is the mantissa overflow": here 2^(M+1). */
function normalCode(exp: number, n: number, { E, M, mantissaOverflow }: ExactQuantizeOptions): number {
  const overflows = n === 2 ** (M + 1);
  if (!overflows) return exp * 2 ** M + (n - 2 ** M);
  const isTopExponent = exp === 2 ** E - 1;
  if (mantissaOverflow === 'clip' || isTopExponent) return exp * 2 ** M + (n - 1 - 2 ** M);
  return (exp + 1) * 2 ** M;
}

/** Here the top is 2^M; "E = 0 has no exponent to carry into: always clip". */
function subnormalCode(n: number, { E, M, mantissaOverflow }: ExactQuantizeOptions): number {
  const overflows = n === 2 ** M;
  if (!overflows) return n;
  if (mantissaOverflow === 'clip' || E === 0) return n - 1;
  return 1 * 2 ** M;
}

/** Section 4.5: rounding of v >= 0 to an integer. */
function roundElement(v: Rational, index: number, options: ExactQuantizeOptions): bigint {
  switch (options.rounding) {
    case 'nearest':
      return nearestEven(v);
    case 'truncate':
      return floorOf(v);
    case 'stochastic': {
      const k = options.randomBits ?? 16;
      return floorOf(addRational(v, rational(randomInteger(index, k, options), 2 ** k)));
    }
  }
}

function randomInteger(index: number, k: number, options: ExactQuantizeOptions): number {
  if (options.random === undefined) return exactRandom(options.seed ?? 0n, options.stream ?? 0, index, k);
  const u = options.random[index];
  if (!Number.isInteger(u) || u < 0 || u >= 2 ** k) throw new RangeError(`random integer ${index} is ${u}`);
  return u;
}

/** Section 4.6: "The dequantized value S_s x S_t x S_g x X-bar is exact in binary64". Minus zero stays minus zero. */
export function exactDequantize(t: ExactOperand): number[] {
  return exactDequantizedRationals(t).map((value, index) => {
    const magnitude = exactNumber(value.num < 0n ? { num: -value.num, den: value.den } : value);
    return elementSign(t.codes[index], t) === 1 ? -magnitude : magnitude;
  });
}

/** The same values as rationals. */
export function exactDequantizedRationals(t: ExactOperand): Rational[] {
  const tensorScale = exactBinary32(binary32Bits(t.tensorScale));
  return Array.from(t.codes, (code, index) => {
    const scale = exactScale(t.scales[Math.floor(index / (t.shape[2] * t.shape[3]))], t);
    const magnitude = multiplyRational(rational(elementMagnitude(code, t)), powerOfTwo(elementLsb(t)));
    return signed(elementSign(code, t), multiplyRational(tensorScale, multiplyRational(scale, magnitude)));
  });
}

/** A rational >= 0 whose denominator is a power of two, as a double; an error if it is not exact. */
function exactNumber(value: Rational): number {
  let { num, den } = value;
  while (den > 1n && num % 2n === 0n) {
    num /= 2n;
    den /= 2n;
  }
  const result = Number(num) / Number(den);
  if (BigInt(Number(num)) !== num) throw new RangeError('more than 53 significant bits');
  return result;
}

/** One element of an operand: its code, or 0 for "a position in the padding (or between strides)". */
type Code = number;

/** The inter-group terms of one output: the products of P[g] in order, and the two group scale codes. */
interface GroupTerm {
  products: bigint[];
  scaleX: number;
  scaleY: number;
}

type Settings = { [K in Exclude<keyof ExactConvOptions, 'inputSize' | 'kernelSize'>]-?: Exclude<ExactConvOptions[K], undefined> } & {
  inputSize: Pair | undefined;
  kernelSize: Pair | undefined;
};

/** What one run carries: the operands, the settings, and what is counted as it happens. */
interface Run {
  X: ExactOperand;
  Y: ExactOperand;
  settings: Settings;
  counts: ExactCounts;
  overflow: ExactConvResult['overflow'];
  bits: number[];
}

/** Sections 5 to 12: one of the three convolutions. X and Y are the operands in the order of section 5's table. */
export function exactConv(pass: ExactPass, X: ExactOperand, Y: ExactOperand, options: ExactConvOptions = {}): ExactConvResult {
  const run: Run = {
    X,
    Y,
    settings: withDefaults(options),
    counts: { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 },
    overflow: { groups: 0, first: null },
    bits: [],
  };
  const shape = { forward, 'input-grad': inputGradient, 'weight-grad': weightGradient }[pass](run);
  return { shape, bits: run.bits, counts: run.counts, overflow: run.overflow };
}

function withDefaults(options: ExactConvOptions): Settings {
  return {
    stride: options.stride ?? [1, 1],
    padding: options.padding ?? [0, 0],
    dilation: options.dilation ?? [1, 1],
    groups: options.groups ?? 1,
    inputSize: options.inputSize,
    kernelSize: options.kernelSize,
    accWidth: options.accWidth ?? 32,
    accOverflow: options.accOverflow ?? 'wrap',
    treeWidth: options.treeWidth ?? 16,
    flushToZero: options.flushToZero ?? false,
    tensorScale: options.tensorScale ?? true,
  };
}

/** Output size of the forward pass in one dimension. */
function forwardSize(input: number, kernel: number, stride: number, padding: number, dilation: number): number {
  return Math.floor((input + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
}

function need(condition: boolean, what: string): void {
  if (!condition) throw new RangeError(what);
}

function codeAt(t: ExactOperand, a: number, b: number, c: number, d: number): Code {
  const inside = c >= 0 && c < t.shape[2] && d >= 0 && d < t.shape[3];
  return inside ? t.codes[((a * t.shape[1] + b) * t.shape[2] + c) * t.shape[3] + d] : 0;
}

function scaleAt(t: ExactOperand, a: number, b: number): number {
  return t.scales[a * t.shape[1] + b];
}

/** Forward: W[co,ci,i,j], A[n,ci,h,w] -> [n,co,y,x]; inter-group index ci, intra-group index i, then j. */
function forward(run: Run): ExactConvResult['shape'] {
  const { X: W, Y: A, settings } = run;
  const { stride, padding, dilation, groups } = settings;
  const [COs, CIs, KH, KW] = W.shape;
  const [Ns, channels, H, Wd] = A.shape;
  need(channels === CIs * groups && COs % groups === 0, 'channels');
  const OH = forwardSize(H, KH, stride[0], padding[0], dilation[0]);
  const OW = forwardSize(Wd, KW, stride[1], padding[1], dilation[1]);
  need(OH >= 1 && OW >= 1, 'empty output');
  for (let n = 0; n < Ns; n++) {
    for (let co = 0; co < COs; co++) {
      for (let y = 0; y < OH; y++) {
        for (let x = 0; x < OW; x++) {
          const channelGroup = Math.floor(co / (COs / groups));
          const terms: GroupTerm[] = [];
          for (let ci = 0; ci < CIs; ci++) {
            const ciOfA = channelGroup * CIs + ci;
            const products: bigint[] = [];
            for (let i = 0; i < KH; i++) {
              for (let j = 0; j < KW; j++) {
                const h = y * stride[0] + i * dilation[0] - padding[0];
                const w = x * stride[1] + j * dilation[1] - padding[1];
                products.push(multiply(run, codeAt(W, co, ci, i, j), codeAt(A, n, ciOfA, h, w)));
              }
            }
            terms.push({ products, scaleX: scaleAt(W, co, ci), scaleY: scaleAt(A, n, ciOfA) });
          }
          finishOutput(run, [n, co, y, x], terms);
        }
      }
    }
  }
  return [Ns, COs, OH, OW];
}

/** Input gradient: W[co,ci,i,j], E[n,co,y,x] -> [n,ci,h,w]; inter-group index co, intra-group index i, then j. */
function inputGradient(run: Run): ExactConvResult['shape'] {
  const { X: W, Y: E, settings } = run;
  const { stride, padding, dilation, groups } = settings;
  const [COs, CIs, KH, KW] = W.shape;
  const [Ns, channels, OH, OW] = E.shape;
  need(channels === COs && COs % groups === 0, 'channels');
  const [H, Wd] = settings.inputSize ?? [onlyInputSize(run, 0), onlyInputSize(run, 1)];
  need(H >= 1 && Wd >= 1, 'empty output');
  need(OH === forwardSize(H, KH, stride[0], padding[0], dilation[0]), 'input size');
  need(OW === forwardSize(Wd, KW, stride[1], padding[1], dilation[1]), 'input size');
  for (let n = 0; n < Ns; n++) {
    for (let ci = 0; ci < CIs * groups; ci++) {
      for (let h = 0; h < H; h++) {
        for (let w = 0; w < Wd; w++) {
          const channelGroup = Math.floor(ci / CIs);
          const terms: GroupTerm[] = [];
          for (let co = 0; co < COs / groups; co++) {
            const coOfE = channelGroup * (COs / groups) + co;
            const products: bigint[] = [];
            for (let i = 0; i < KH; i++) {
              for (let j = 0; j < KW; j++) {
                const y = (h + padding[0] - i * dilation[0]) / stride[0];
                const x = (w + padding[1] - j * dilation[1]) / stride[1];
                const onGrid = Number.isInteger(y) && Number.isInteger(x);
                products.push(multiply(run, codeAt(W, coOfE, ci % CIs, i, j), onGrid ? codeAt(E, n, coOfE, y, x) : 0));
              }
            }
            terms.push({ products, scaleX: scaleAt(W, coOfE, ci % CIs), scaleY: scaleAt(E, n, coOfE) });
          }
          finishOutput(run, [n, ci, h, w], terms);
        }
      }
    }
  }
  return [Ns, CIs * groups, H, Wd];
}

/** Weight gradient: E[n,co,y,x], A[n,ci,h,w] -> [co,ci,i,j]; inter-group index n, intra-group index y, then x. */
function weightGradient(run: Run): ExactConvResult['shape'] {
  const { X: E, Y: A, settings } = run;
  const { stride, padding, dilation, groups } = settings;
  const [Ns, COs, OH, OW] = E.shape;
  const [Na, channels, H, Wd] = A.shape;
  need(Na === Ns && COs % groups === 0 && channels % groups === 0, 'batch or channels');
  const CIs = channels / groups;
  const [KH, KW] = settings.kernelSize ?? [onlyKernelSize(run, 0), onlyKernelSize(run, 1)];
  need(KH >= 1 && KW >= 1, 'empty output');
  need(OH === forwardSize(H, KH, stride[0], padding[0], dilation[0]), 'kernel size');
  need(OW === forwardSize(Wd, KW, stride[1], padding[1], dilation[1]), 'kernel size');
  for (let co = 0; co < COs; co++) {
    for (let ci = 0; ci < CIs; ci++) {
      for (let i = 0; i < KH; i++) {
        for (let j = 0; j < KW; j++) {
          const channelGroup = Math.floor(co / (COs / groups));
          const ciOfA = channelGroup * CIs + ci;
          const terms: GroupTerm[] = [];
          for (let n = 0; n < Ns; n++) {
            const products: bigint[] = [];
            for (let y = 0; y < OH; y++) {
              for (let x = 0; x < OW; x++) {
                const h = y * stride[0] + i * dilation[0] - padding[0];
                const w = x * stride[1] + j * dilation[1] - padding[1];
                products.push(multiply(run, codeAt(E, n, co, y, x), codeAt(A, n, ciOfA, h, w)));
              }
            }
            terms.push({ products, scaleX: scaleAt(E, n, co), scaleY: scaleAt(A, n, ciOfA) });
          }
          finishOutput(run, [co, ci, i, j], terms);
        }
      }
    }
  }
  return [COs, CIs, KH, KW];
}

/** The one input size that fits when the stride is 1, for dimension d (0: h, 1: w). */
function onlyInputSize({ X: W, Y: E, settings }: Run, d: 0 | 1): number {
  need(settings.stride[0] === 1 && settings.stride[1] === 1, 'the input size is needed when the stride is above 1');
  return E.shape[2 + d] - 1 + settings.dilation[d] * (W.shape[2 + d] - 1) + 1 - 2 * settings.padding[d];
}

/** The one kernel size that fits when stride and dilation are 1, for dimension d (0: h, 1: w). */
function onlyKernelSize({ X: E, Y: A, settings }: Run, d: 0 | 1): number {
  const unit = [...settings.stride, ...settings.dilation].every((s) => s === 1);
  need(unit, 'the kernel size is needed when stride or dilation are above 1');
  return A.shape[2 + d] + 2 * settings.padding[d] - E.shape[2 + d] + 1;
}

/** Section 6: magnitudes multiply, "signs XOR. Output: signed integer." */
function multiply(run: Run, codeX: Code, codeY: Code): bigint {
  run.counts.mul++;
  const product = elementMagnitude(codeX, run.X) * elementMagnitude(codeY, run.Y);
  return elementSign(codeX, run.X) === elementSign(codeY, run.Y) ? product : -product;
}

/** From the products of one output's groups to its binary32 result: sections 7 to 11. */
function finishOutput(run: Run, output: [number, number, number, number], terms: GroupTerm[]): void {
  const lanes = terms.map((term, group) => {
    const local = accumulate(run, term.products);
    if (local.overflowed) {
      run.overflow.groups++;
      run.overflow.first ??= { output, group };
    }
    return scaleGroup(run, local.sum, term.scaleX, term.scaleY);
  });
  run.bits.push(applyTensorScale(run, addTree(run, lanes)));
}

/**
 * Section 7: "The first product of a group is loaded, every next one is added. The load is a step too". "A step forms old sum + full product
 * exactly, then wraps or saturates once", and sets the group's sticky flag where that changes the value.
 */
function accumulate(run: Run, products: bigint[]): { sum: bigint; overflowed: boolean } {
  let sum = 0n;
  let overflowed = false;
  products.forEach((product, step) => {
    if (step > 0) run.counts.localAcc++;
    const exact = step === 0 ? product : sum + product;
    sum = fitAccumulator(exact, run.settings);
    if (sum !== exact) overflowed = true;
  });
  return { sum, overflowed };
}

/** "`wrap` (default, modulo 2^A), `saturate`". */
function fitAccumulator(exact: bigint, { accWidth, accOverflow }: Settings): bigint {
  const modulus = 2n ** BigInt(accWidth);
  const highest = modulus / 2n - 1n;
  const lowest = -modulus / 2n;
  if (exact >= lowest && exact <= highest) return exact;
  if (accOverflow === 'saturate') return exact > highest ? highest : lowest;
  const residue = ((exact % modulus) + modulus) % modulus;
  return residue > highest ? residue - modulus : residue;
}

/** Sections 8 and 9: S_p x P as the exact Q x 2^L, "rounded once to binary32". "Q = 0 gives +0". */
function scaleGroup(run: Run, P: bigint, scaleX: number, scaleY: number): number {
  run.counts.groupScale++;
  const { X, Y } = run;
  const x = scaleFields(scaleX, X);
  const y = scaleFields(scaleY, Y);
  const exponent = elementLsb(X) + elementLsb(Y) - x.exp - y.exp;
  const hasMantissa = X.Mg === 1 || Y.Mg === 1;
  const Q = hasMantissa ? shiftAdd(P, x.man + y.man) : P;
  const L = hasMantissa ? exponent - 2 : exponent;
  return roundToBinary32(multiplyRational(rational(Q), powerOfTwo(L)), run.settings.flushToZero).bits;
}

/** "Q = P<<2 (m = 0), (P<<2)+(P<<1) (m = 1), (P<<3)+P (m = 2)". */
function shiftAdd(P: bigint, m: number): bigint {
  return [P * 4n, P * 4n + P * 2n, P * 8n + P][m];
}

/** A value on its way through the tree; a lane is idle when no group feeds it. */
interface Lane {
  bits: number;
  idle: boolean;
}

/**
 * Section 10: chunks of T in index order, missing lanes +0, "adjacent lanes are added pairwise, level by level", "the running sum starts at +0
 * and adds each chunk's result in order". Section 12: "idle lanes of a last chunk count nothing".
 */
function addTree(run: Run, groups: number[]): number {
  const T = run.settings.treeWidth;
  let runningSum: Lane = { bits: 0, idle: false };
  for (let start = 0; start < groups.length; start += T) {
    let level: Lane[] = [];
    for (let lane = 0; lane < T; lane++) {
      const idle = start + lane >= groups.length;
      level.push({ bits: idle ? 0 : groups[start + lane], idle });
    }
    while (level.length > 1) {
      const next: Lane[] = [];
      for (let i = 0; i < level.length; i += 2) next.push(addLanes(run, level[i], level[i + 1]));
      level = next;
    }
    runningSum = addLanes(run, runningSum, level[0]);
  }
  return runningSum.bits;
}

/** One addition, counted where both sides carry a group. */
function addLanes(run: Run, a: Lane, b: Lane): Lane {
  if (!a.idle && !b.idle) run.counts.treeAdd++;
  return { bits: exactAdd(a.bits, b.bits, run.settings.flushToZero).bits, idle: a.idle && b.idle };
}

/** Section 11: "S_z = S_t(x) x S_t(y) and Z = sum x S_z, each one binary32 multiplication". */
function applyTensorScale(run: Run, sum: number): number {
  const { flushToZero, tensorScale } = run.settings;
  if (!tensorScale) return sum;
  run.counts.tensorScale++;
  const Sz = exactMultiply(binary32Bits(run.X.tensorScale), binary32Bits(run.Y.tensorScale), flushToZero).bits;
  return exactMultiply(sum, Sz, flushToZero).bits;
}
