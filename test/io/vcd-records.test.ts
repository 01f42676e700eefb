import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compile, committed } from '../../scripts/wasm.ts';
import { openOutput } from '../../src/io/atomic-file.ts';
import { declareSignals } from '../../src/io/vcd-header.ts';
import { Shared } from '../../src/io/vcd-shared.ts';
import { formatterModule } from '../../src/io/vcd-module.ts';
import { openRecords } from '../../src/io/vcd-records.ts';
import { Failure, Ring } from '../../src/io/vcd-ring.ts';
import { TextSamples } from '../../src/io/vcd-samples.ts';
import { openVcd, type Samples, type SignalBank, type VcdHeader } from '../../src/io/vcd.ts';
import { withFault, type Fault } from '../support/planted-fault.ts';
import { memoryOutput, temporaryFolder } from './support.ts';
import { bankSpecs, change, header, liveBanks, randomWords, type BankSpec } from './vcd-cases.ts';

const folder = temporaryFolder();
const path = join(folder, 't.vcd');

/** A waveform in both ways: by records to a file, and as text at once. Without the declarations, which they share. */
class Both {
  readonly #file = openOutput(path);
  readonly #memory = memoryOutput();
  readonly #samples: readonly Samples[];

  constructor(banks: readonly SignalBank[], options: Partial<VcdHeader> = {}, module = formatterModule()) {
    const declarations = declareSignals({ ...header, ...options }, banks);
    const records = openRecords(this.#file, banks, declarations, module);
    if (records === undefined) throw new Error('expected records');
    this.#samples = [records, new TextSamples(this.#memory, banks, declarations)];
  }

  sample(cycle: number): void {
    for (const samples of this.#samples) samples.sample(cycle);
  }

  /** @returns both texts */
  finish(cycle: number): { records: string; text: string } {
    for (const samples of this.#samples) samples.finish(cycle);
    this.#file.commit();
    return { records: readFileSync(path, 'latin1'), text: Buffer.from(this.#memory.bytes()).toString('latin1') };
  }

  abort(): void {
    this.#file.abort();
  }
}

interface Run {
  readonly specs: BankSpec[];
  readonly seed: number;
  readonly samples: number;
  readonly start: number;
  readonly clk: boolean;
}

const runs: fc.Arbitrary<Run> = fc.record({
  specs: bankSpecs,
  seed: fc.integer(),
  samples: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 100, max: 400 })),
  start: fc.oneof(fc.constantFrom(0, 9, 99_999_990, 2 ** 32 - 10, 899_999_999_999_000), fc.nat()),
  clk: fc.boolean(),
});

/** Whether both ways give other bytes. */
function differs({ specs, seed, samples, start, clk }: Run, module = formatterModule()): boolean {
  const banks = liveBanks(specs);
  const random = randomWords(seed);
  const both = new Both(banks, { clk }, module);
  try {
    let cycle = start;
    for (let sample = 0; sample < samples; sample++) {
      change(banks, random);
      both.sample(cycle);
      cycle += random() % 8 === 0 ? 1 + (random() % 1000) : 1;
    }
    const { records, text } = both.finish(cycle);
    return records !== text;
  } finally {
    both.abort();
  }
}

describe('samples as records', () => {
  it('give the bytes of samples as text', () => {
    fc.assert(fc.property(runs, (run) => !differs(run)), { numRuns: 300 });
  });

  it('give all patterns of binary32 the same digits', () => {
    // Every exponent with the ends of its mantissas and some between, in both signs; then numbers around the powers of ten.
    const values = new Uint32Array(1024);
    const single = new Float32Array(1);
    const both = new Both([{ name: 'r', width: 32, kind: 'binary32', values, scope: (index) => `s${index}` }]);
    const random = randomWords(5);
    for (let exponent = 0; exponent < 256; exponent++) {
      values.forEach((_, index) => {
        const mantissa = index < 8 ? index : index < 16 ? 0x7f_ffff - (index - 8) : random() >>> (9 + (index % 23));
        values[index] = ((index & 1) << 31) | (exponent << 23) | mantissa;
      });
      both.sample(exponent);
    }
    for (let decimal = -45; decimal <= 38; decimal++) {
      single[0] = 10 ** decimal;
      const middle = new Uint32Array(single.buffer)[0];
      values.forEach((_, index) => (values[index] = Math.max(middle + index - 512, 0)));
      both.sample(400 + decimal);
    }
    const { records, text } = both.finish(500);
    expect(records === text).toBe(true);
    // And they read back as they were.
    const reals = [...records.matchAll(/^b(\d+) \S+\nr(\S+) /gm)].filter(([, , real]) => !/n/.test(real));
    expect(reals.length).toBeGreaterThan(250_000);
    const wrong = reals.filter(([, bits, real]) => {
      single[0] = Number(real);
      return !Object.is(single[0], Number(real)) || new Uint32Array(single.buffer)[0] !== Number.parseInt(bits, 2);
    });
    expect(wrong.map(([line]) => line)).toEqual([]);
  });

  it('take values that are another array each time', () => {
    let values: SignalBank['values'] = [0, 0, 0];
    const bank: SignalBank = { name: 'p', width: 8, kind: 'signed', scope: (index) => `s${index}`, get values() { return values; } };
    const both = new Both([bank]);
    const arrays = [[1, 2, 3], Int32Array.of(1, 2, 4), [1n, 2n, 5n], Int32Array.of(9, 9, 2, 5, 9).subarray(1), Float64Array.of(-0, -128, 127), Int8Array.of(0, 1, 2)];
    arrays.forEach((array, cycle) => {
      values = array;
      both.sample(cycle);
    });
    const { records, text } = both.finish(arrays.length);
    expect(records).toBe(text);
    expect(records).toContain('b10000000 ');
    const short = new Both([bank]);
    values = Int32Array.of(1, 2);
    expect(() => { short.sample(0); }).toThrow('VCD signal s2.p: expected a signed value of 8 bits, found undefined');
    short.abort();
  });

  it('leave a value that its width does not hold no way into a file', () => {
    const cases: [SignalBank['kind'], number, SignalBank['values'], string][] = [
      ['signed', 8, Int32Array.of(0, 128), 'a signed value of 8 bits, found 128'],
      ['signed', 8, Int32Array.of(0, -129), 'a signed value of 8 bits, found -129'],
      ['unsigned', 31, Uint32Array.of(0, 2 ** 31), 'an unsigned value of 31 bits, found 2147483648'],
      ['unsigned', 1, Uint32Array.of(1, 2), 'an unsigned value of 1 bits, found 2'],
      ['unsigned', 8, Float64Array.of(0, 0.5), 'an unsigned value of 8 bits, found 0.5'],
      ['unsigned', 8, [0, NaN], 'an unsigned value of 8 bits, found NaN'],
      ['signed', 36, Float64Array.of(0, 2 ** 35), 'a signed value of 36 bits, found 34359738368'],
      ['signed', 36, Float64Array.of(0, -(2 ** 35) - 1), 'a signed value of 36 bits, found -34359738369'],
      ['unsigned', 53, Float64Array.of(0, NaN), 'an unsigned value of 53 bits, found NaN'],
      ['unsigned', 40, Float64Array.of(0, -1), 'an unsigned value of 40 bits, found -1'],
      ['unsigned', 40, [0n, 2n ** 70n], 'an unsigned value of 40 bits, found 1180591620717411303424'],
    ];
    for (const [kind, width, values, message] of cases) {
      const out = openOutput(path);
      const other: SignalBank = { name: 'other', width: 5, kind: 'unsigned', values: Uint32Array.of(1), scope: () => '' };
      const writer = openVcd(out, header, [other, { name: 'q', width, kind, values, scope: (index) => `lane${index}` }]);
      expect(() => {
        writer.sample(0);
        writer.finish(1);
      }).toThrow(new RangeError(`VCD signal lane1.q: expected ${message}`));
      out.abort();
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });

  it('are for regular files, for signals of up to 53 bits, for samples that a block holds', () => {
    const opened = (width: number, count: number): boolean => {
      const banks: SignalBank[] = [{ name: 'q', width, kind: 'unsigned', values: new Float64Array(count), scope: (index) => `s${index}` }];
      const out = openOutput(path);
      const declarations = declareSignals(header, banks);
      expect(openRecords(memoryOutput(), banks, declarations)).toBeUndefined();
      const isOpen = openRecords(out, banks, declarations) !== undefined;
      out.abort();
      return isOpen;
    };
    expect([opened(53, 1), opened(54, 1), opened(32, 30_000), opened(32, 40_000)]).toEqual([true, false, true, false]);
  });

  it('stay away from a file that is closed', () => {
    const out = openOutput(path);
    const writer = openVcd(out, header, [{ name: 'q', width: 32, kind: 'unsigned', values: new Uint32Array(10_000), scope: (index) => `s${index}` }]);
    writer.sample(0);
    out.abort();
    expect(() => {
      for (let cycle = 1; cycle < 100; cycle++) writer.sample(cycle);
    }).toThrow('already committed or aborted');
    expect(() => { writer.finish(1000); }).toThrow('already committed or aborted');
  });
});

describe('the formatter', () => {
  it('is what its source gives', async () => {
    expect(Buffer.compare(await compile('vcd'), committed('vcd'))).toBe(0);
  });

  const FAULTS: readonly Fault[] = [
    { name: 'vectors lose their last bit', file: 'lines.ts', from: 'bits << zeros);\n  store<u8>(at, 0x62); // b\n  v128.store(at + 1, binaryDigits(i8x16.shuffle(aligned, aligned, 3', to: '(bits & ~1) << zeros);\n  store<u8>(at, 0x62); // b\n  v128.store(at + 1, binaryDigits(i8x16.shuffle(aligned, aligned, 3' },
    { name: 'the upper words of doubles change places', file: 'lines.ts', from: '5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4', to: '4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5' },
    { name: 'a second carry of the decimal digits is lost', file: 'decimal.ts', from: 'const carry = rest / 100_000_000;', to: 'const carry = u32(rest >= 100_000_000);' },
    { name: 'numbers at the least mantissa of a row take the other row', file: 'decimal.ts', from: 'mantissa >= load<u32>', to: 'mantissa > load<u32>' },
    { name: 'trailing zeros stay', file: 'decimal.ts', from: '<usize>(34 - clz(nonzero))', to: '18' },
    { name: 'signs of not-a-number are written', file: 'decimal.ts', from: 'magnitude <= 0x7f80_0000);', to: 'magnitude <= 0x7fff_ffff);' },
    { name: 'one not-a-number after another is written', file: 'vcd.ts', from: '!(isNaN32(word) && isNaN32(', to: '!(isNaN32(word) && !isNaN32(' },
    { name: 'the last values of a bank see what follows', file: 'vcd.ts', from: 'if (size - index < 4) changed &= (1 << (size - index)) - 1;', to: '' },
    { name: 'the fourth of four values is not compared', file: 'vcd.ts', from: 'changed &= (1 << (size - index)) - 1;\n', to: 'changed &= (1 << (size - index)) - 1;\n    changed &= 7 | always;\n' },
    { name: 'the clock does not fall', file: 'vcd.ts', from: 'at = scalar(at, 0, load', to: 'at = scalar(at, 1, load' },
    { name: 'times lose their ninth digit', file: 'vcd.ts', from: 'return sixteenDigits(<u32>high,', to: 'return sixteenDigits(0,' },
    { name: 'doubles remember what they were first', file: 'vcd.ts', from: '    store<f64>(written + (<usize>index << 3), value);\n', to: '' },
  ];
  const faulty = mkdtempSync(join(tmpdir(), 'mlsim-faults-'));
  afterAll(() => { rmSync(faulty, { recursive: true, force: true }); });

  it.each(FAULTS)('is found out when $name', async (fault) => {
    const module = await withFault('vcd', fault, faulty);
    const { failed } = fc.check(fc.property(runs, (run) => !differs(run, module)), { numRuns: 300, endOnFailure: true });
    expect(failed).toBe(true);
  });
});

describe('a ring', () => {
  const newWords = (): Int32Array => new Int32Array(new SharedArrayBuffer(4096));
  const drained: number[] = [];
  const drain = (from: number, to: number): number => {
    drained.push(to - from);
    return Failure.none;
  };
  const fill = (ring: Ring, blocks: number): void => {
    for (let block = 1; block <= blocks; block++) ring.push(ring.next + block);
  };

  it('is drained in order by the thread that waits, when nobody else does it', () => {
    const ring = new Ring(newWords(), 1024);
    fill(ring, 5);
    expect([ring.pending, ring.settle(3, drain), ring.pending, ring.settle(0, drain), ring.pending]).toEqual([5, true, 3, true, 0]);
    expect(drained).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells when the thread whose turn it is does nothing', () => {
    const words = newWords();
    const ring = new Ring(words, 1024, 20);
    fill(ring, 2);
    words[Shared.turn] = 1;
    expect(ring.settle(0, drain)).toBe(false);
    ring.close();
    ring.close();
    expect(words[Shared.turn]).toBe(2);
    // Nor does one that comes later.
    ring.serve(() => expect.unreachable());
  });

  it('is not drained any more after a failure', () => {
    const ring = new Ring(newWords(), 1024);
    fill(ring, 2);
    expect(ring.settle(0, () => Failure.misfit)).toBe(true);
    expect([ring.failure, ring.pending]).toEqual([Failure.misfit, 1]);
    expect(ring.settle(0, () => expect.unreachable())).toBe(true);
    const throwing = new Ring(newWords(), 1024);
    fill(throwing, 1);
    expect(() => throwing.settle(0, () => { throw new Error('full'); })).toThrow('full');
    expect(throwing.failure).toBe(Failure.other);
    throwing.close();
  });
});
