/**
 * Pairs of binary32 patterns in the classes where adders and multipliers go wrong. Random bits alone miss ties, carries and cancellation.
 * A small generator of its own, so that millions of cases cost no memory and are the same everywhere.
 */

/** A 32-bit generator (Marsaglia's xorshift32). */
export function xorshift32(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const SPECIAL = [
  0x0000_0000, 0x0000_0001, 0x007f_ffff, 0x0080_0000, 0x0080_0001, 0x00ff_ffff, 0x3f7f_ffff, 0x3f80_0000, 0x3f80_0001, 0x4b00_0000,
  0x7f00_0000, 0x7f7f_ffff, 0x7f80_0000, 0x7f80_0001, 0x7fa0_0000, 0x7fbf_ffff, 0x7fc0_0000, 0x7fff_ffff,
];

export type PairOfBits = readonly [number, number];
/** A class of pairs, each pair from fresh random words. */
export type PairClass = (next: () => number) => PairOfBits;

const withSign = (bits: number, random: number): number => ((bits & 0x7fff_ffff) | (random & 0x8000_0000)) >>> 0;
const special = (random: number): number => withSign(SPECIAL[(random >>> 4) % SPECIAL.length], random);
const subnormal = (random: number): number => (random & 0x807f_ffff) >>> 0;
const normal = (exponent: number, random: number): number => (((random & 0x807f_ffff) | (exponent << 23)) >>> 0);
/** A random sign and fraction whose low bits are zero, as many as it happens. */
const short = (next: () => number): number => next() & ~((1 << (next() % 24)) - 1);
const exponentNear = (bits: number, distance: number): number => Math.min(254, Math.max(0, ((bits >>> 23) & 0xff) + distance));

export const ADDER_CLASSES: Record<string, PairClass> = {
  raw: (next) => [next(), next()],
  special: (next) => [special(next()), special(next())],
  'special and raw': (next) => [special(next()), next()],
  subnormal: (next) => [subnormal(next()), subnormal(next())],
  'subnormal and small': (next) => [subnormal(next()), normal(next() % 4, next())],
  'near exponents': (next) => {
    const a = next();
    return [a, normal(exponentNear(a, (next() % 54) - 27), next())];
  },
  cancellation: (next) => {
    const a = next();
    return [a, (a ^ 0x8000_0000 ^ (next() & ((1 << (next() % 24)) - 1))) >>> 0];
  },
  ties: (next) => {
    // The smaller operand is a power of two, or one off it, at half a unit of the larger one.
    const exponent = 26 + (next() % 228);
    const small = normal(exponent - 24, (next() & 0x8000_0000) | [0, 0, 1, 0x7f_ffff][next() % 4]);
    return [normal(exponent, next()), small];
  },
  'trailing zeros': (next) => {
    const exponent = 30 + (next() % 200);
    return [normal(exponent, short(next)), normal(exponentNear(exponent << 23, (next() % 54) - 27), short(next))];
  },
  'carry out': (next) => {
    const exponent = 1 + (next() % 254);
    const a = normal(exponent, next() | 0x007f_ff00);
    return [a, withSign(normal(exponentNear(a, -(next() % 25)), next() | 0x007f_ff00), a)];
  },
  overflow: (next) => {
    const a = normal(253 + (next() % 2), next());
    return [a, withSign(normal(230 + (next() % 25), next()), a)];
  },
};

export const MULTIPLIER_CLASSES: Record<string, PairClass> = {
  raw: (next) => [next(), next()],
  special: (next) => [special(next()), special(next())],
  'special and raw': (next) => [special(next()), next()],
  'subnormal operand': (next) => [subnormal(next()), normal(100 + (next() % 155), next())],
  'subnormal result': (next) => {
    const exponent = 1 + (next() % 126);
    return [normal(exponent, next()), normal(Math.max(1, 102 + (next() % 26) - exponent + 1), next())];
  },
  'around the smallest normal': (next) => {
    const exponent = 1 + (next() % 126);
    return [normal(exponent, next() | 0x7f_f000), normal(127 - exponent, next() | 0x7f_f000)];
  },
  ties: (next) => {
    // Few significant bits in one operand: the product's tail is short, and often just one half.
    const few = normal(64 + (next() % 120), (next() & 0x8000_0000) | ((next() % 8) << 20) | 0x10_0000);
    return [few, normal(64 + (next() % 120), next())];
  },
  'trailing zeros': (next) => [normal(64 + (next() % 120), short(next)), normal(64 + (next() % 120), short(next))],
  'carry out of rounding': (next) => [normal(next() % 255, next() | 0x7f_fff0), normal(next() % 255, next() | 0x7f_fff0)],
  overflow: (next) => {
    const exponent = 128 + (next() % 127);
    return [normal(exponent, next()), normal(Math.min(254, 381 - exponent + (next() % 3) - 1), next())];
  },
};
