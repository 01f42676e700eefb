import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openVcd, type SignalBank } from '../../src/io/vcd.ts';
import { SignalNames } from '../../src/io/vcd-read-names.ts';
import { VcdSamples } from '../../src/io/vcd-read-samples.ts';
import type { VcdDeclaration } from '../../src/io/vcd-read-declarations.ts';
import { isVcd, VcdReader } from '../../src/io/vcd-read.ts';
import { memoryOutput, temporaryFolder } from './support.ts';

const folder = temporaryFolder();
let files = 0;

function fileOf(text: string): string {
  const path = join(folder, `${files++}.vcd`);
  writeFileSync(path, text, 'latin1');
  return path;
}

interface Sample {
  time: number;
  gap: boolean;
  values: string[];
}

/** The values of signals before each rising edge of `clock`. */
function samplesOf(text: string, clock: string, signals: string[]): Sample[] {
  const reader = new VcdReader(fileOf(text));
  try {
    const names = new SignalNames('w.vcd', [clock, ...signals]);
    reader.declarations((declaration) => { names.add(declaration); });
    const samples = new VcdSamples(reader, names.find(clock), signals.map((name) => names.find(name)));
    const found: Sample[] = [];
    for (let event = samples.next(); event !== 'end'; event = samples.next()) {
      if (event === 'sample') found.push({ time: samples.time, gap: samples.gap, values: signals.map((_, index) => samples.value(index)) });
    }
    return found;
  } finally {
    reader.close();
  }
}

const valuesOf = (text: string, signals: string[], clock = 'tb.clk'): string[][] => samplesOf(text, clock, signals).map(({ values }) => values);

function declarationsOf(text: string): VcdDeclaration[] {
  const reader = new VcdReader(fileOf(text));
  const found: VcdDeclaration[] = [];
  try {
    reader.declarations((declaration) => { found.push(declaration); });
  } finally {
    reader.close();
  }
  return found;
}

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof RangeError && !error.message.includes('\n')) return error.message.replaceAll(folder, '').replaceAll(/\/\d+\.vcd/g, 'w.vcd');
    throw error;
  }
  return 'accepted';
}

const HEAD = `$date today $end $version
  A simulator $end
$timescale 1ps $end
$scope module tb $end
$var reg 1 ! clk $end
$var wire 8 " data [7:0] $end
$var real 64 r value $end
$scope begin lane[0] $end
$var reg 4 # sum [3:0] $end
$upscope $end
$scope begin lane[1] $end
$var reg 4 $ sum [3:0] $end
$upscope $end
$scope module dut $end
$var wire 1 ! clk $end
$var wire 1 b0 bus [0] $end
$var wire 1 b1 bus [1] $end
$var wire 1 b2 bus [2] $end
$var reg 8 m0 \\mem[0]  [7:0] $end
$var reg 8 m1 \\mem[1]  [7:0] $end
$var wire 4 up up [0:3] $end
$var event 1 ev done $end
$upscope $end
$upscope $end
$enddefinitions $end
`;

describe('declarations', () => {
  it('have paths, widths and ranges', () => {
    expect(declarationsOf(HEAD).map(({ path, width, range }) => [path, width, range?.left, range?.right])).toEqual([
      ['tb.clk', 1, undefined, undefined],
      ['tb.data', 8, 7, 0],
      ['tb.lane[0].sum', 4, 3, 0],
      ['tb.lane[1].sum', 4, 3, 0],
      ['tb.dut.clk', 1, undefined, undefined],
      ['tb.dut.bus[0]', 1, undefined, undefined],
      ['tb.dut.bus[1]', 1, undefined, undefined],
      ['tb.dut.bus[2]', 1, undefined, undefined],
      ['tb.dut.mem[0]', 8, 7, 0],
      ['tb.dut.mem[1]', 8, 7, 0],
      ['tb.dut.up', 4, 0, 3],
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['cut', HEAD.slice(0, 100), /^w\.vcd: line \d+: expected .*, found the end of the file: it is truncated$/],
    ['no declaration', '$scope module a $end\nhello $end\n', /expected a declaration, found "hello"/],
    ['too many ends', '$upscope $end\n', /expected an open scope, found \$upscope/],
    ['no size', '$var reg x ! a $end\n', /expected a variable, "\$var TYPE SIZE CODE NAME \$end", found "reg x \.\.\. a"/],
    ['a size of 0', '$var reg 0 ! a $end\n', /expected a variable/],
    ['a scope without a name', '$scope module $end\n', /expected a scope/],
    ['scopes without end', '$scope module a $end\n'.repeat(2000), /expected at most 200 scopes in one another, found more/],
    ['no $end', `$var reg 1 ! ${'a '.repeat(300)}`, /expected \$end, found a hundred words without it/],
  ])('that are %s are refused', (_name, text, message) => {
    expect(refusal(() => declarationsOf(text))).toMatch(message);
  });
});

describe('values', () => {
  it('are those that stand before each rising edge', () => {
    const text = `${HEAD}#0 $dumpvars 0! b0 " b0 # bx $ $end
#5 1! b11 "
#10 0!
#15 1! b101 "
#20 0! b110 "
#25 b111 "
1!
#30 0!
`;
    expect(samplesOf(text, 'tb.clk', ['tb.data', 'tb.lane[0].sum', 'tb.lane[1].sum'])).toEqual([
      { time: 5, gap: false, values: ['00000000', '0000', 'xxxx'] },
      { time: 15, gap: false, values: ['00000011', '0000', 'xxxx'] },
      { time: 25, gap: false, values: ['00000110', '0000', 'xxxx'] },
    ]);
  });

  it('are extended to the left: x and z go on, 0 and 1 are preceded by 0', () => {
    const text = `${HEAD}#0 0! b1 " bz0 # bX1 $
#1 1!
#2 0! bx01 " BZ #
#3 1!
`;
    expect(valuesOf(text, ['tb.data', 'tb.lane[0].sum', 'tb.lane[1].sum'])).toEqual([
      ['00000001', 'zzz0', 'xxx1'],
      ['xxxxxx01', 'zzzz', 'xxx1'],
    ]);
  });

  it('of bits, arrays and slices are put together', () => {
    const text = `${HEAD}#0 0! 1b0 0b1 1b2 b10100101 m0 b11 m1 b1000 up b11010010 "
#1 1!
`;
    expect(valuesOf(text, ['tb.dut.bus', 'tb.dut.bus[2]', 'tb.dut.mem', 'tb.dut.mem[0]', 'tb.dut.mem[0][7:4]', 'tb.data[6]', 'tb.data[6:3]', 'tb.dut.up[0]', 'tb.dut.up[1:3]', 'tb.dut.\\mem[1] '])).toEqual([
      ['101', '1', '0000001110100101', '10100101', '1010', '1', '1010', '1', '000', '00000011'],
    ]);
  });

  it('go by names whose upper scopes may be left out', () => {
    const text = `${HEAD}#0 0! b1 " b10 #
#1 1!
`;
    expect(valuesOf(text.replace('module tb', 'module TOP $end $scope module tb').replace('$enddef', '$upscope $end $enddef'), ['tb.data', 'data', 'lane[0].sum'])).toEqual([['00000001', '00000001', '0010']]);
  });

  it('take no edge of the clock from a gap, and say that there was one', () => {
    const text = `${HEAD}#0 $dumpvars 0! b1 " $end
#5 1!
#10 0! $comment #11 1! $end
#12 $dumpoff x! bx " $end
#100 $dumpon 1! b11 " $end
#105 0!
#110 1!
#115 0!
#120 1!
`;
    expect(samplesOf(text, 'tb.clk', ['tb.data'])).toEqual([
      { time: 5, gap: false, values: ['00000001'] },
      { time: 110, gap: true, values: ['00000011'] },
      { time: 120, gap: false, values: ['00000011'] },
    ]);
  });

  it('of the last cycle count where the file ends with it', () => {
    const text = (end: string): string => `${HEAD}#0 1! b0 "
#5 0!
#10 1! b1 "
#15 0!
#20 1! b10 "
#25 0!
${end}`;
    expect(valuesOf(text('#30\n'), ['tb.data'])).toEqual([['00000000'], ['00000001'], ['00000010']]);
    expect(valuesOf(text('#29\n'), ['tb.data'])).toEqual([['00000000'], ['00000001']]);
    expect(valuesOf(text(''), ['tb.data'])).toEqual([['00000000'], ['00000001']]);
  });

  it.each<[string, string, string]>([
    ['a value that is none', '#0 0! b12 "\n', 'w.vcd: line 26: expected a value in digits 0, 1, x and z, found "12"'],
    ['too many bits', '#0 0!\nb111111111 "\n', 'w.vcd: line 27: expected a value of 8 bits, found 9'],
    ['foreign text', '#0 0!\nhello\n', 'w.vcd: line 27: expected a change of a value, found "hello"'],
    ['a value without a code', '#0 0!\n1 !\n', 'w.vcd: line 27: expected a value and the code of a signal, found "1"'],
    ['a cut value', '#0 0! b1', 'w.vcd: line 26: expected the code of a signal after its value, found the end of the file: it is truncated'],
    ['time that runs back', '#5 0!\n#4 1!\n', 'w.vcd: line 27: expected a time from 5 on, found 4'],
    ['a huge time', '#99999999999999999\n', 'w.vcd: line 26: expected a time below 2^53, found "99999999999999999"'],
    ['another command', '#0 $var reg 1 ! x $end\n', 'w.vcd: line 26: expected a change of a value, found "$var"'],
  ])('with %s are refused', (_name, text, message) => {
    expect(refusal(() => valuesOf(HEAD + text, ['tb.data']))).toBe(message);
  });

  it.each<[string, string]>([
    ['tb.dut.result', 'w.vcd: expected a signal "tb.dut.result", found 11 signals, none with that last part, such as tb.clk, tb.data, tb.lane[0].sum'],
    ['tb.dut.data', 'w.vcd: expected a signal "tb.dut.data", found others of this name: tb.data'],
    ['sum', 'w.vcd: expected a signal "sum", found others of this name: tb.lane[0].sum, tb.lane[1].sum'],
    ['clk', 'w.vcd: "clk": expected one signal of this name, found 2: tb.clk, tb.dut.clk'],
    ['tb.data[8]', 'w.vcd: "tb.data[8]": expected bits of [7:0], found [8:8]'],
    ['tb.data[3:6]', 'w.vcd: "tb.data[3:6]": expected bits of [7:0], found [3:6]'],
  ])('of %s are not there', (name, message) => {
    const text = `${HEAD}#0\n`;
    const run = (): unknown => samplesOf(text, 'tb.clk', [name]);
    if (name === 'sum') expect(refusal(run)).toContain('expected one signal of this name, found 2: tb.lane[0].sum, tb.lane[1].sum');
    else expect(refusal(run)).toBe(message);
  });
});

it('a token of any length is read across the parts of a file', () => {
  const width = 700_000;
  const digits = Array.from({ length: width }, (_, i) => (i % 3 === 0 ? '1' : '0')).join('');
  const text = `$scope module t $end $var reg 1 c clk $end $var reg ${width} wide w [${width - 1}:0] $end $upscope $end $enddefinitions $end\n#0 0c b${digits} wide\n#1 1c\n#2 0c\n#3 b1 wide 1c\n`;
  const [[first], [second]] = valuesOf(text, ['t.w'], 't.clk');
  expect(first).toBe(digits);
  expect(second).toBe(digits);
  expect(refusal(() => valuesOf(`${text}b${'1'.repeat(2 ** 24 + 10)} wide\n`, ['t.w'], 't.clk'))).toMatch(/expected a token of at most 8388608 characters, found more/);
});

it('a file is a waveform by its first character', () => {
  expect(['\n\n $date', '$scope', '3f800000', '', '// x'].map((text) => isVcd(fileOf(text)))).toEqual([true, true, false, false, false]);
});

describe('what mlsim writes', () => {
  it('reads back in every cycle', () => {
    const run = fc.record({
      width: fc.integer({ min: 1, max: 53 }),
      count: fc.integer({ min: 1, max: 3 }),
      first: fc.integer({ min: 0, max: 1000 }),
      // The first period tells where a last cycle ends, so three of them.
      frames: fc.array(fc.array(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 9 }),
    });
    fc.assert(
      fc.property(run, ({ width, count, first, frames }) => {
        const values = new Array<number>(count).fill(0);
        const bank: SignalBank = { name: 'sum', width, kind: 'unsigned', values, scope: (lane) => `A.lane${lane}` };
        const out = memoryOutput();
        const writer = openVcd(out, { comments: ['a run'], timescale: '1 ns', top: 'pe', clk: true }, [bank]);
        const word = (frame: bigint[], lane: number): bigint => BigInt.asUintN(width, frame[lane]);
        frames.forEach((frame, cycle) => {
          for (let lane = 0; lane < count; lane++) values[lane] = Number(word(frame, lane));
          writer.sample(first + cycle);
        });
        writer.finish(first + frames.length);
        const names = Array.from({ length: count }, (_, lane) => `pe.A.lane${lane}.sum`);
        const read = valuesOf(Buffer.from(out.bytes()).toString('latin1'), names, 'pe.clk');
        expect(read).toEqual(frames.map((frame) => names.map((_, lane) => word(frame, lane).toString(2).padStart(width, '0'))));
      }),
      { numRuns: 50 },
    );
  });
});
