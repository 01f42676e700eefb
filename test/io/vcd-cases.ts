/** Random banks whose values change, for writers of waveforms that are held to each other. */
import fc from 'fast-check';
import type { SignalBank, VcdHeader } from '../../src/io/vcd.ts';

export const header: VcdHeader = { comments: ['parameters'], timescale: '1 ns', top: 'top' };

/** Words: the array of the bank's own words; shifted: the same from an odd word on. */
type Storage = 'words' | 'shifted' | 'doubles' | 'numbers' | 'bigints' | 'bytes';

export interface BankSpec {
  readonly kind: SignalBank['kind'];
  readonly width: number;
  readonly storage: Storage;
  readonly count: number;
  /** Whether it counts its loads. */
  readonly counted: boolean;
}

export const bankSpecs: fc.Arbitrary<BankSpec[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom<SignalBank['kind'][]>('unsigned', 'signed', 'binary32', 'binary32'),
      width: fc.oneof(fc.constantFrom(1, 2, 15, 16, 17, 31, 32, 33, 52, 53), fc.integer({ min: 1, max: 53 })),
      storage: fc.constantFrom<Storage[]>('words', 'words', 'shifted', 'doubles', 'doubles', 'numbers', 'bigints', 'bytes'),
      count: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 130 })),
      counted: fc.boolean(),
    })
    .map((spec): BankSpec => {
      if (spec.storage === 'bytes') return { ...spec, kind: 'unsigned', width: Math.min(spec.width, 8) };
      return spec.kind === 'binary32' ? { ...spec, width: 32 } : spec;
    }),
  { maxLength: 7 },
);

/** Integers in [0, 2^32), the same for the same seed. */
export function randomWords(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.imul(state, 0x9e37_79b1) >>> 0;
  };
}

/** Patterns of binary32 at the ends of its kinds, and powers of ten. */
const SPECIAL = [
  ...[0, 1, 0x7f_ffff, 0x80_0000, 0x7f7f_ffff, 0x7f80_0000, 0x7f80_0001, 0x7fc0_0000, 0x8000_0000, 0x8000_0001, 0xff80_0000, 0xffc0_0000, 0xffff_ffff],
  ...[0x3f80_0000, 0x4120_0000, 0x42c8_0000],
];

export interface LiveBank extends SignalBank {
  readonly values: { [index: number]: number | bigint; readonly length: number } & SignalBank['values'];
  readonly loads: { count: number } | undefined;
}

export function liveBanks(specs: readonly BankSpec[]): LiveBank[] {
  return specs.map(({ kind, width, storage, count, counted }, index) => ({
    name: `r${index}`,
    kind,
    width,
    values: valuesOf(storage, kind, width, count),
    loads: counted ? { count: 0x7fff_fffe } : undefined,
    scope: (signal) => (signal % 3 === 0 ? `s${signal}` : `part.s${signal}`),
  }));
}

function valuesOf(storage: Storage, kind: SignalBank['kind'], width: number, count: number): SignalBank['values'] {
  const Words = kind === 'signed' ? Int32Array : Uint32Array;
  switch (storage) {
    case 'words':
      return width > 32 ? new Float64Array(count) : new Words(count);
    case 'shifted':
      return width > 32 ? new Float64Array(count + 1).subarray(1) : new Words(count + 1).subarray(1);
    case 'doubles':
      return new Float64Array(count);
    case 'numbers':
      return new Array<number>(count).fill(0);
    case 'bigints':
      return new Array<bigint>(count).fill(0n);
    case 'bytes':
      return new Uint8Array(count);
  }
}

/** Changes some values of some banks, and counts most of that. */
export function change(banks: readonly LiveBank[], random: () => number): void {
  for (const { kind, width, values, loads } of banks) {
    const often = random() % 4;
    if (often === 0) continue;
    for (let index = 0; index < values.length; index++) {
      if (random() % 4 >= often) continue;
      const word = random() % 4 === 0 ? SPECIAL[random() % SPECIAL.length] : random() >>> (random() % 32);
      const raw = width > 32 ? (BigInt(random()) << 32n) | BigInt(word) : BigInt(word);
      const value = kind === 'signed' ? BigInt.asIntN(width, raw) : BigInt.asUintN(width, raw);
      values[index] = typeof values[0] === 'bigint' ? value : value === 0n && width > 32 && random() % 2 === 0 ? -0 : Number(value);
    }
    if (loads !== undefined && random() % 8 !== 0) loads.count = (loads.count + 1) | 0;
  }
}
