import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import { openOutput } from '../../src/io/atomic-file.ts';
import { CYCLE_UNITS, openVcd, type SignalBank, type VcdHeader } from '../../src/io/vcd.ts';
import { VcdText } from '../../src/io/vcd-text.ts';
import type { RegisterBank } from '../../src/sim/cycle/registers.ts';
import { parseVcd, type VcdFile } from '../support/vcd-parser.ts';
import { memoryOutput, temporaryFolder } from './support.ts';

const folder = temporaryFolder();
const header: VcdHeader = { comments: [], timescale: '1 ns', top: 'top' };

/** A bank whose values can be set. */
interface TestBank extends SignalBank {
  values: number[] | bigint[] | Int32Array | Uint32Array | Uint8Array | Float64Array;
}

function bank(name: string, width: number, kind: SignalBank['kind'], values: TestBank['values'], scope: SignalBank['scope'] = () => ''): TestBank {
  return { name, width, kind, values, scope };
}

/** The text of a waveform of these frames: the value of each signal of each bank in each cycle. */
function textOf(banks: TestBank[], frames: readonly (readonly (readonly (number | bigint)[])[])[], options: Partial<VcdHeader> = {}): string {
  const out = memoryOutput();
  const writer = openVcd(out, { ...header, ...options }, banks);
  frames.forEach((frame, cycle) => {
    frame.forEach((values, index) => {
      values.forEach((value, signal) => ((banks[index].values as (number | bigint)[])[signal] = value));
    });
    writer.sample(cycle);
  });
  writer.finish(frames.length);
  return Buffer.from(out.bytes()).toString('latin1');
}

const floats = new DataView(new ArrayBuffer(4));
function float(pattern: number): number {
  floats.setUint32(0, pattern);
  return floats.getFloat32(0);
}

describe('a waveform', () => {
  const banks = () => [
    bank('product', 4, 'signed', [0, 0], (lane) => `lane${lane}`),
    bank('sum', 32, 'binary32', [0], () => 'tree.node0'),
    bank('valid', 1, 'unsigned', [0]),
  ];

  it('of a few cycles is this text', () => {
    const frames = [
      [[0, -8], [0], [0]],
      [[3, -8], [0x3fc00000], [1]],
      [[3, -8], [0x3fc00000], [1]],
      [[-1, 7], [0xbe000000], [0]],
    ];
    expect(textOf(banks(), frames, { comments: ['T = 2'], clk: true })).toBe(`$comment T = 2 $end
$timescale 1 ns $end
$scope module top $end
$var reg 1 ! clk $end
$var reg 1 & valid $end
$scope module lane0 $end
$var reg 4 " product [3:0] $end
$upscope $end
$scope module lane1 $end
$var reg 4 # product [3:0] $end
$upscope $end
$scope module tree $end
$scope module node0 $end
$var reg 32 $ sum [31:0] $end
$var real 64 % sum_value $end
$upscope $end
$upscope $end
$upscope $end
$enddefinitions $end
#0
$dumpvars
1!
b0 "
b1000 #
b0 $
r0 %
0&
$end
#5
0!
#10
1!
b11 "
b111111110000000000000000000000 $
r1.5 %
1&
#15
0!
#20
1!
#25
0!
#30
1!
b1111 "
b111 #
b10111110000000000000000000000000 $
r-1.25e-1 %
0&
#35
0!
#40
`);
  });

  it('without a clock has no such signal, and may leave out cycles', () => {
    const out = memoryOutput();
    const values = [5];
    const writer = openVcd(out, { ...header, timescale: '100 ps' }, [bank('a', 3, 'unsigned', values)]);
    writer.sample(7);
    values[0] = 6;
    writer.sample(1000);
    writer.finish(1001);
    const text = Buffer.from(out.bytes()).toString();
    expect(text.slice(text.indexOf('#'))).toBe('#70\n$dumpvars\nb101 !\n$end\n#10000\nb110 !\n#10010\n');
    expect(parseVcd(text).timescale).toBe('100ps');
  });

  it('looks at a bank that counts its loads only when the count has moved', () => {
    const loads = { count: 0 };
    const values = new Int32Array([1]);
    const out = memoryOutput();
    const writer = openVcd(out, header, [{ ...bank('sum', 8, 'signed', values), loads }]);
    writer.sample(0);
    values[0] = 2;
    writer.sample(1);
    loads.count++;
    writer.sample(2);
    writer.finish(3);
    const text = Buffer.from(out.bytes()).toString('latin1');
    expect(text.slice(text.indexOf('#0'))).toBe('#0\n$dumpvars\nb1 !\n$end\n#10\n#20\nb10 !\n#30\n');
  });

  it('takes register banks, and values that are another array each time', () => {
    let values: ArrayLike<number> = [];
    const register: RegisterBank = {
      class: 'product',
      name: 'p',
      width: 8,
      kind: 'signed',
      get values() {
        return values;
      },
      scope: () => 'a.b',
    };
    const out = memoryOutput();
    values = Int32Array.of(1, -1);
    expect(() => openVcd(out, header, [register])).toThrow('VCD scope top.a.b: expected different names of its signals and scopes, found two p');
    values = Int32Array.of(1);
    const writer = openVcd(out, header, [register]);
    const arrays = [Int32Array.of(1), [2], Int32Array.of(3), Float64Array.of(-4), [5], Int8Array.of(-6), Int32Array.of(-6)];
    arrays.forEach((array, cycle) => {
      values = array;
      writer.sample(cycle);
    });
    writer.finish(arrays.length);
    const file = parseVcd(Buffer.from(out.bytes()).toString());
    expect(arrays.map((_, cycle) => file.signedAt('top.a.b.p', cycle * CYCLE_UNITS))).toEqual([1n, 2n, 3n, -4n, 5n, -6n, -6n]);
    expect(file.changesOf('top.a.b.p').length).toBe(6);
  });
});

type Storage = 'numbers' | 'bigints' | 'words' | 'bytes' | 'doubles';

interface RandomBank {
  readonly width: number;
  readonly kind: SignalBank['kind'];
  readonly storage: Storage;
  readonly count: number;
  readonly scope: string;
}

interface RandomRun {
  readonly banks: RandomBank[];
  /** For each cycle the raw bits of each signal, or null where it keeps its value. */
  readonly frames: (bigint | null)[][];
}

const special32 = [
  ...[0n, 1n, 0x7fffffn, 0x800000n, 0x7f7fffffn, 0x7f800000n, 0x7f800001n, 0x7fc00000n],
  ...[0x80000000n, 0xff800000n, 0xffc00000n, 0xffffffffn],
];

const randomRun: fc.Arbitrary<RandomRun> = fc
  .array(
    fc.record({
      width: fc.integer({ min: 1, max: 83 }),
      kind: fc.constantFrom<SignalBank['kind'][]>('unsigned', 'signed', 'binary32'),
      storage: fc.constantFrom<Storage[]>('numbers', 'bigints', 'words', 'bytes', 'doubles'),
      count: fc.integer({ min: 0, max: 5 }),
      scope: fc.constantFrom('', 'a', 'a.b', 'a.b.c', 'b'),
    }),
    { maxLength: 6 },
  )
  .chain((specs) => {
    const banks = specs.map(({ width, kind, storage, count, scope }) => {
      const limit = { numbers: 53, bigints: 83, words: 32, bytes: 8, doubles: 53 }[storage];
      if (kind === 'binary32') return { width: 32, kind, storage: storage === 'bytes' ? ('words' as const) : storage, count, scope };
      // Bytes hold unsigned values only.
      return { width: ((width - 1) % limit) + 1, kind: storage === 'bytes' ? ('unsigned' as const) : kind, storage, count, scope };
    });
    const length = banks.reduce((sum, { count }) => sum + count, 0);
    const raw = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 83n - 1n }), fc.constantFrom(...special32), fc.constantFrom(0n, 1n, 2n ** 83n - 1n));
    const frame = fc.array(fc.option(raw), { minLength: length, maxLength: length });
    return fc.record({ banks: fc.constant(banks), frames: fc.array(frame, { maxLength: 12 }) });
  });

function storageOf(storage: Storage, kind: SignalBank['kind'], count: number): TestBank['values'] {
  switch (storage) {
    case 'numbers':
      return new Array<number>(count).fill(0);
    case 'bigints':
      return new Array<bigint>(count).fill(0n);
    case 'words':
      return kind === 'signed' ? new Int32Array(count) : new Uint32Array(count);
    case 'bytes':
      return new Uint8Array(count);
    case 'doubles':
      return new Float64Array(count);
  }
}

interface Expected {
  readonly path: string;
  readonly kind: SignalBank['kind'];
  readonly width: number;
  /** By cycle. */
  readonly values: bigint[];
}

/** Writes a run. @returns its text, and what it has to say */
function write(run: RandomRun, clk: boolean): { text: string; expected: Expected[] } {
  const banks = run.banks.map(({ width, kind, storage, count, scope }, index) =>
    bank(`r${index}_`, width, kind, storageOf(storage, kind, count), (signal) => [scope, `s${signal}`].filter((part) => part !== '').join('.')),
  );
  const expected = banks.flatMap(({ name, kind, width, values, scope }): Expected[] =>
    Array.from(values as number[], (_, signal) => ({ path: `top.${scope(signal)}.${name}`, kind, width, values: [] })),
  );
  let current: bigint[] = expected.map(() => 0n);
  const frames = run.frames.map((frame) => {
    current = frame.map((raw, signal) => {
      const { kind, width } = expected[signal];
      return raw === null ? current[signal] : kind === 'signed' ? BigInt.asIntN(width, raw) : BigInt.asUintN(width, raw);
    });
    current.forEach((value, signal) => expected[signal].values.push(value));
    let next = 0;
    return run.banks.map(({ storage, count }) => {
      const values = current.slice(next, (next += count));
      return storage === 'bigints' ? values : values.map(Number);
    });
  });
  return { text: textOf(banks, frames, { clk }), expected };
}

/** What a reader shows of a signal in a cycle: its value, its decoded value. */
function shown(file: VcdFile, { path, kind }: Expected, time: number): [bigint, number | string | undefined] {
  const value = kind === 'signed' ? file.signedAt(path, time) : file.unsignedAt(path, time);
  return [value, kind === 'binary32' ? file.at(`${path}_value`, time) : undefined];
}

function meant({ kind, values }: Expected, cycle: number): [bigint, number | undefined] {
  return [values[cycle], kind === 'binary32' ? float(Number(values[cycle])) : undefined];
}

describe('a random waveform', () => {
  it('reads back the same in every cycle, and says nothing twice', () => {
    let checked = 0;
    fc.assert(
      fc.property(randomRun, fc.boolean(), (run, clk) => {
        const { text, expected } = write(run, clk);
        const file = parseVcd(text);
        const reals = expected.filter(({ kind }) => kind === 'binary32').map(({ path }) => `${path}_value`);
        expect([...file.variables.keys()].sort()).toEqual([...expected.map(({ path }) => path), ...reals, ...(clk ? ['top.clk'] : [])].sort());
        for (const signal of expected) {
          const { type, width, range } = file.variables.get(signal.path) ?? {};
          expect([type, width, range]).toEqual(['reg', signal.width, signal.width === 1 ? '' : `[${signal.width - 1}:0]`]);
          run.frames.forEach((_, cycle) => {
            for (const offset of [0, CYCLE_UNITS - 1]) expect(shown(file, signal, cycle * CYCLE_UNITS + offset)).toEqual(meant(signal, cycle));
            checked++;
          });
        }
        for (const path of file.variables.keys()) {
          const values = file.changesOf(path).map(({ value }) => value);
          values.slice(1).forEach((value, index) => {
            expect(value).not.toBe(values[index]);
          });
        }
        const edges = run.frames.flatMap((_, cycle) => (clk ? [0, CYCLE_UNITS / 2] : [0]).map((offset) => cycle * CYCLE_UNITS + offset));
        expect(file.times).toEqual([...edges, run.frames.length * CYCLE_UNITS]);
        if (clk) expect(file.changesOf('top.clk').map(({ text }) => text)).toEqual(run.frames.flatMap(() => ['1', '0']));
        // The same run gives the same bytes, and no digit more than needed.
        expect(write(run, clk).text).toBe(text);
        expect(text).not.toMatch(/^b0[01]/m);
      }),
    );
    expect(checked).toBeGreaterThan(0);
  });

  it('longer than the buffer is written in parts of bounded size, none lost', () => {
    const sizes: number[] = [];
    const parts: Buffer[] = [];
    const out = { ...memoryOutput(), write: (bytes: Uint8Array) => void (sizes.push(bytes.length), parts.push(Buffer.from(bytes))) };
    const values = new Uint32Array(50);
    const wide = [0n];
    const writer = openVcd(out, { ...header, clk: true }, [
      bank('r', 32, 'unsigned', values, (index) => `s${index}`),
      bank('w', 4096, 'unsigned', wide),
    ]);
    const cycles = 400;
    for (let cycle = 0; cycle < cycles; cycle++) {
      values.forEach((_, index) => (values[index] = Math.imul(cycle * 50 + index, 0x9e3779b1)));
      wide[0] = 2n ** 4095n + BigInt(cycle);
      writer.sample(cycle);
    }
    writer.finish(cycles);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(80_000);
    const file = parseVcd(Buffer.concat(parts).toString());
    const wrong = Array.from({ length: cycles * 50 }, (_, n) => n).filter((n) => {
      return file.unsignedAt(`top.s${n % 50}.r`, Math.floor(n / 50) * CYCLE_UNITS) !== BigInt(Math.imul(n, 0x9e3779b1) >>> 0);
    });
    expect(wrong).toEqual([]);
    expect(file.changesOf('top.w').length).toBe(cycles);
    expect(file.unsignedAt('top.w', 12 * CYCLE_UNITS)).toBe(2n ** 4095n + 12n);
  });

  it('of more signals than one character can name keeps them apart', () => {
    const values = Uint32Array.from({ length: 94 + 94 ** 2 + 5 }, (_, index) => index);
    const text = textOf([bank('r', 32, 'unsigned', values, (index) => `s${index}`)], [[]]);
    const file = parseVcd(text);
    expect(file.variables.get('top.s93.r')?.code).toBe('~');
    expect(file.variables.get('top.s94.r')?.code).toBe('!!');
    expect(file.variables.get('top.s95.r')?.code).toBe('"!');
    expect(file.variables.get(`top.s${94 + 94 ** 2}.r`)?.code).toBe('!!!');
    expect(values.filter((value) => file.unsignedAt(`top.s${value}.r`, 0) !== BigInt(value)).length).toBe(0);
  });
});

describe('a decoded value', () => {
  /** The texts of the values. */
  function realTexts(patterns: readonly number[]): string[] {
    const out = memoryOutput();
    const text = new VcdText(out);
    for (const pattern of patterns) text.real(pattern, 0x0a21);
    text.flush();
    return Buffer.from(out.bytes()).toString().trimEnd().split('\n').map((line) => line.slice(1, -2));
  }

  it('reads as C prints special values, and exactly', () => {
    const finite = [0, 0x80000000, 0x3f800000, 0xbfc00000, 0x41480000, 0x3dcccccd, 0x4b7fffff, 1, 0x807fffff, 0x7f7fffff];
    const patterns = [...finite, 0x7f800000, 0xff800000, 0x7fc00000, 0xffc00000, 0x7f800001];
    expect(realTexts(patterns)).toEqual([
      ...['0', '-0', '1', '-1.5', '1.25e1', '1.0000000149011612e-1', '1.6777215e7', '1.4012984643248171e-45', '-1.1754942106924411e-38'],
      ...['3.4028234663852886e38', 'inf', '-inf', 'nan', 'nan', 'nan'],
    ]);
  });

  it('gives back the number, to the last bit of binary64', () => {
    const aroundPowers = Array.from({ length: 84 }, (_, n) => {
      floats.setFloat32(0, 10 ** (n - 45));
      const pattern = floats.getUint32(0);
      return Array.from({ length: 41 }, (_, step) => Math.max(pattern - 20 + step, 0));
    }).flat();
    const everyBinade = Array.from({ length: 255 * 200 }, (_, n) => (((n % 255) << 23) | (Math.imul(n, 0x9e3779b1) >>> 9)) >>> 0);
    const subnormal = Array.from({ length: 20_000 }, (_, n) => n);
    const negative = everyBinade.map((pattern) => (pattern | 0x80000000) >>> 0);
    const patterns = [...aroundPowers, ...everyBinade, ...subnormal, ...negative].filter((pattern) => Number.isFinite(float(pattern)));
    const texts = realTexts(patterns);
    // The host's 17 digits, without what doesn't count.
    const digits = (value: number) => value.toExponential(16).replace(/\.?0*e\+?/, 'e').replace(/e0$/, '');
    const wrong = patterns.filter((pattern, index) => {
      const value = float(pattern);
      return !Object.is(Number(texts[index]), value) || (value !== 0 && texts[index] !== digits(value));
    });
    expect(patterns.length).toBeGreaterThan(100_000);
    expect(wrong).toEqual([]);
  });

  it('is not repeated where one pattern of not-a-number follows another', () => {
    const frames = [0x7fc00000, 0xffc00001, 0x7f800001, 0x80000000, 0, 0x7fc00000].map((pattern) => [[pattern]]);
    const file = parseVcd(textOf([bank('f', 32, 'binary32', [0])], frames));
    expect(file.changesOf('top.f').length).toBe(6);
    expect(file.changesOf('top.f_value').map((change) => change.text)).toEqual(['nan', '-0', '0', 'nan']);
  });
});

describe('refused', () => {
  const open = (banks: SignalBank[], options: Partial<VcdHeader> = {}) => openVcd(memoryOutput(), { ...header, ...options }, banks);

  it.each(['', ' ', 'a b', 'a\n', '1a', '$end', 'a[3]', 'a.b', '\\a', 'ä', 'a$', '!'])('the name %j', (name) => {
    expect(() => open([bank(name, 1, 'unsigned', [0])])).toThrow(InputError);
    if (name !== 'a.b') expect(() => open([bank('a', 1, 'unsigned', [0], () => `b.${name}.c`)])).toThrow(InputError);
    expect(() => open([], { top: name })).toThrow('VCD top scope: expected a name of letters, digits and _, found ');
  });

  it.each<[string, SignalBank[], string]>([
    ['two signals', [bank('a', 1, 'unsigned', [0]), bank('a', 2, 'unsigned', [0])], 'different names of its signals and scopes, found two a'],
    ['a signal like a scope', [bank('x', 1, 'unsigned', [0], () => 'a'), bank('a', 2, 'unsigned', [0])], 'found two a'],
    ['a scope like a signal', [bank('a', 1, 'unsigned', [0]), bank('x', 2, 'unsigned', [0], () => 'a.b')], 'found two a'],
    ['a decoded value', [bank('a', 32, 'binary32', [0]), bank('a_value', 2, 'unsigned', [0])], 'found two a_value'],
    ['the clock', [bank('clk', 1, 'unsigned', [0])], 'VCD scope top: expected different names of its signals and scopes, found two clk'],
  ])('names that meet: %s', (_, banks, message) => {
    expect(() => open(banks, { clk: true })).toThrow(message);
  });

  it('widths, kinds and units', () => {
    for (const width of [0, -1, 1.5, 4097, NaN]) {
      expect(() => open([bank('a', width, 'unsigned', [0])])).toThrow('VCD signal a: width: expected an integer from 1 to 4096');
    }
    expect(() => open([bank('a', 31, 'binary32', [0])])).toThrow('VCD signal a: width: expected an integer from 32 to 32, found 31');
    expect(() => open([bank('a', 3, 'float' as 'signed', [0])])).toThrow('VCD signal a: kind: expected one of unsigned, signed, binary32');
    expect(() => open([], { timescale: '2 ns' as '1 ns' })).toThrow('VCD timescale: expected one of 1 s, 10 s');
  });

  it.each<[number, SignalBank['kind'], TestBank['values'], string]>([
    [3, 'unsigned', [8], 'VCD signal s.a: expected an unsigned value of 3 bits, found 8'],
    [3, 'unsigned', [-1], 'found -1'],
    [3, 'unsigned', [1.5], 'found 1.5'],
    [3, 'unsigned', [NaN], 'found NaN'],
    [3, 'unsigned', [2 ** 32], 'found 4294967296'],
    [3, 'unsigned', Uint32Array.of(8), 'found 8'],
    [32, 'unsigned', Int32Array.of(-1), 'found -1'],
    [3, 'signed', [4], 'VCD signal s.a: expected a signed value of 3 bits, found 4'],
    [3, 'signed', [-5], 'found -5'],
    [3, 'signed', Int32Array.of(4), 'found 4'],
    [31, 'signed', Uint32Array.of(2 ** 32 - 1), 'found 4294967295'],
    [32, 'binary32', [2 ** 32], 'found 4294967296'],
    [32, 'binary32', [-1], 'found -1'],
    [3, 'unsigned', [8n], 'found 8'],
    [33, 'unsigned', [2 ** 33], 'VCD signal s.a: expected an unsigned value of 33 bits, found 8589934592'],
    [33, 'signed', [2 ** 32], 'found 4294967296'],
    [33, 'unsigned', [0.5], 'found 0.5'],
    [83, 'signed', [2n ** 82n], 'found 4835703278458516698824704'],
    [83, 'unsigned', [-1n], 'found -1'],
  ])('a value that %i bits (%s) do not hold: case %#', (width, kind, values, message) => {
    expect(() => {
      open([bank('a', width, kind, values, () => 's')]).sample(0);
    }).toThrow(message);
    const later = bank('a', width, kind, [0], () => 's');
    const writer = open([later]);
    writer.sample(0);
    later.values = values;
    expect(() => {
      writer.sample(1);
    }).toThrow(RangeError);
  });

  it('values that have gone', () => {
    for (const width of [3, 40]) {
      for (const fewer of [[], new Uint32Array(0)]) {
        const shrinking = bank('a', width, 'unsigned', [0]);
        const writer = open([shrinking]);
        shrinking.values = fewer;
        expect(() => {
          writer.sample(0);
        }).toThrow('found undefined');
      }
    }
  });

  it('cycles that are no later, and anything after the end', () => {
    const writer = open([]);
    writer.sample(3);
    const late = 'VCD sample: expected an integer from 4 to 900719925474098, found';
    const sample = (cycle: number) => () => {
      writer.sample(cycle);
    };
    const finish = (cycle: number) => () => {
      writer.finish(cycle);
    };
    for (const cycle of [3, 2, -1, 4.5, NaN, 900719925474099]) expect(sample(cycle)).toThrow(late);
    expect(finish(3)).toThrow('VCD end: expected an integer from 4 to');
    writer.finish(4);
    expect(sample(5)).toThrow('VCD sample: the waveform is already finished');
    expect(finish(5)).toThrow('VCD end: the waveform is already finished');
  });

  it('nothing: comments are made safe', () => {
    const text = textOf([], [], { comments: ['path = $end', '$ end', 'a\n$end b', 'größe\t1', ''] });
    expect(parseVcd(text).comments).toEqual(['path = ?end', '? end', 'a??end b', 'gr??e?1', '']);
  });
});

const tools = ['vcd2fst', 'fst2vcd'].every((tool) => spawnSync(tool, ['--help']).error === undefined);

describe('GTKWave', () => {
  /** The file after a way through GTKWave's format. vcd2fst ends well whatever it was given: only what comes back tells. */
  function throughGtkwave(text: string, name: string): VcdFile {
    const [vcd, fst, back] = ['vcd', 'fst', 'back.vcd'].map((extension) => join(folder, `${name}.${extension}`));
    const out = openOutput(vcd);
    out.write(Buffer.from(text));
    out.commit();
    expect(spawnSync('vcd2fst', [vcd, fst], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    expect(spawnSync('fst2vcd', ['-f', fst, '-o', back], { encoding: 'utf8' })).toMatchObject({ status: 0 });
    return parseVcd(readFileSync(back, 'latin1'));
  }

  const title = 'reads a waveform and writes it back with the same changes';
  it.skipIf(!tools && process.env['MLSIM_REQUIRE_TOOLS'] === undefined)(tools ? title : `${title} (skipped: needs vcd2fst and fst2vcd, of the package gtkwave)`, () => {
    const interesting = randomRun.filter(({ banks, frames }) => frames.length > 2 && banks.some(({ count }) => count > 0));
    const runs = fc.sample(interesting, { numRuns: 20, seed: 7 });
    const frames = special32.flatMap((pattern) => [[pattern], [0x3f800000n]]);
    const kinds: RandomRun = { banks: [{ width: 32, kind: 'binary32', storage: 'numbers', count: 1, scope: '' }], frames };
    let changes = 0;
    [kinds, ...runs].forEach((run, index) => {
      const { text, expected } = write(run, true);
      const [ours, theirs] = [parseVcd(text), throughGtkwave(text, `run${index}`)];
      expect(theirs.scopes).toEqual(ours.scopes);
      expect([...theirs.variables.values()].map(({ path, type, width }) => [path, type, width])).toEqual(
        [...ours.variables.values()].map(({ path, type, width }) => [path, type, width]),
      );
      for (const path of ours.variables.keys()) {
        // GTKWave keeps 16 digits of a real number, which are more than enough for binary32.
        const seen = (file: VcdFile) => file.changesOf(path).map(({ time, value }) => [time, typeof value === 'number' ? Math.fround(value) : value]);
        expect(seen(theirs), path).toEqual(seen(ours));
        changes += ours.changesOf(path).length;
      }
      for (const signal of expected) {
        const [value, real] = shown(theirs, signal, (run.frames.length - 1) * CYCLE_UNITS);
        expect([value, real === undefined ? undefined : Math.fround(Number(real))]).toEqual(meant(signal, run.frames.length - 1));
      }
      expect(theirs.times.at(-1)).toBe(run.frames.length * CYCLE_UNITS);
    });
    expect(changes).toBeGreaterThan(500);
  });
});
