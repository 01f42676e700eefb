import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/io/atomic-file.ts';
import { readMlsNpz } from '../../src/io/mls-npz.ts';
import { writeNpy } from '../../src/io/npy.ts';
import { mlsim, scratchFolder } from '../support/cli.ts';
import { binary32Bits, elementMagnitude, exactAdd, exactMultiply, exactScale, multiplyRational, powerOfTwo, rational, roundToBinary32 } from '../support/exact-model.ts';
import { parseVcd } from '../support/vcd-parser.ts';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);

function save(name: string, shape: readonly number[], step: number): void {
  const out = openOutput(at(name));
  const count = shape.reduce((a, b) => a * b, 1);
  writeNpy(out, '<f4', shape, Float32Array.from({ length: count }, (_, i) => Math.sin(i * step) * 2 ** (i % 4)));
  out.commit();
}
// Seven groups on four lanes: two chunks, the last with an idle lane.
const [CO, CI, KERNEL, SIZE] = [2, 7, 2, 4];
const OUT = SIZE - KERNEL + 1;
save('w.npy', [CO, CI, KERNEL, KERNEL], 1.3);
save('a.npy', [1, CI, SIZE, SIZE], 2.1);
mlsim(['quantize', at('w.npy'), '-o', at('w.npz')]);
mlsim(['quantize', at('a.npy'), '-o', at('a.npz')]);
const LANES = 4;
const [LF, LM, INTERLEAVE] = [5, 2, 2];
const UNIT = ['--tree-width', '4', '--fp-add-latency', '5', '--fp-mul-latency', '2', '--interleave', '2', '--acc-width', '10'];
const trace = (...args: string[]) => mlsim(['trace', '--pass', 'forward', at('w.npz'), at('a.npz'), ...UNIT, ...args]);

const haveGtkWave = spawnSync('vcd2fst', ['--help']).error === undefined && spawnSync('fst2vcd', ['--help']).error === undefined;

describe('mlsim trace', () => {
  it('shows in every stage what a stage-by-stage computation gives', () => {
    expect(trace('-o', at('t.vcd')).status).toBe(0);
    const vcd = parseVcd(readFileSync(at('t.vcd'), 'utf8'));
    const valueAt = (path: string, cycle: number): bigint => vcd.unsignedAt(path, cycle * 10);
    const signedAt = (path: string, cycle: number, width: number): bigint => BigInt.asIntN(width, valueAt(path, cycle));

    const w = readMlsNpz(at('w.npz'));
    const a = readMlsNpz(at('a.npz'));
    const formats = { E: 2, M: 4, Eg: 8, Mg: 1 };
    const integer = (code: number): bigint => (code >= 64 ? -elementMagnitude(code, formats) : elementMagnitude(code, formats));
    const outputScale = exactMultiply(binary32Bits(w.tensorScale), binary32Bits(a.tensorScale)).bits;
    const PAIRS = KERNEL * KERNEL;
    const CHUNKS = Math.ceil(CI / LANES);

    // The issue rule, pair by pair: outputs in batches of two take turns chunk by chunk.
    let cycle = 0;
    let checked = 0;
    const sums = new Map<number, number>();
    for (let channel = 0; channel < CO; channel++) {
      for (let batch = 0; batch < OUT * OUT; batch += INTERLEAVE) {
        const batchSize = Math.min(INTERLEAVE, OUT * OUT - batch);
        const lastIssue: number[] = [];
        for (let chunk = 0; chunk < CHUNKS; chunk++) {
          for (let context = 0; context < batchSize; context++) {
            const pixel = batch + context;
            const [y, x] = [Math.floor(pixel / OUT), pixel % OUT];
            const groups = Array.from({ length: LANES }, (_, lane) => chunk * LANES + lane);
            const partial = new Array<bigint>(LANES).fill(0n);
            for (let k = 0; k < PAIRS; k++, cycle++) {
              if (k === PAIRS - 1 && chunk > 0) cycle = Math.max(cycle, lastIssue[context] + LF);
              expect(valueAt('pe.M.valid', cycle + 1)).toBe(1n);
              groups.forEach((g, lane) => {
                if (g >= CI) {
                  expect(valueAt(`pe.M.lane${lane}.lane_valid`, cycle + 1)).toBe(0n);
                  return;
                }
                const [i, j] = [Math.floor(k / KERNEL), k % KERNEL];
                const product = integer(w.codes[(channel * CI + g) * PAIRS + k]) * integer(a.codes[(g * SIZE + y + i) * SIZE + x + j]);
                partial[lane] = BigInt.asIntN(10, partial[lane] + product);
                expect(signedAt(`pe.M.lane${lane}.product`, cycle + 1, 15)).toBe(product);
                expect(signedAt(`pe.A.lane${lane}.sum`, cycle + 2, 10)).toBe(partial[lane]);
                checked++;
              });
            }
            const last = cycle - 1;
            lastIssue[context] = last;
            const terms = groups.map((g, lane) => {
              if (g >= CI) return 0;
              const scales = multiplyRational(exactScale(w.scales[channel * CI + g], formats), exactScale(a.scales[g], formats));
              const value = multiplyRational(multiplyRational(rational(partial[lane]), powerOfTwo(-14)), scales);
              const lsb = Number(signedAt(`pe.S.lane${lane}.lsb`, last + 3, 11));
              const q = signedAt(`pe.S.lane${lane}.q`, last + 3, 14);
              const scaled = multiplyRational(rational(q), powerOfTwo(lsb));
              expect(scaled.num * value.den).toBe(value.num * scaled.den);
              return roundToBinary32(value).bits;
            });
            terms.forEach((term, lane) => {
              expect(Number(valueAt(`pe.C.lane${lane}.term`, last + 4))).toBe(term);
            });
            const pairs = [exactAdd(terms[0], terms[1]).bits, exactAdd(terms[2], terms[3]).bits];
            const root = exactAdd(pairs[0], pairs[1]).bits;
            for (let stage = 0; stage < LF; stage++) {
              pairs.forEach((sum, node) => {
                expect(Number(valueAt(`pe.T.level1.stage${stage}.node${node}.sum`, last + 5 + stage))).toBe(sum);
              });
              expect(Number(valueAt(`pe.T.level2.stage${stage}.node0.sum`, last + 5 + LF + stage))).toBe(root);
            }
            const running = exactAdd(chunk === 0 ? 0 : (sums.get(context) ?? NaN), root).bits;
            sums.set(context, running);
            const visible = last + 4 + 3 * LF;
            expect(Number(valueAt(`pe.R.context${context}.sum`, visible))).toBe(running);
            if (chunk < CHUNKS - 1) continue;
            const output = exactMultiply(running, outputScale).bits;
            expect(Number(valueAt(`pe.Z.stage${LM - 1}.output`, visible + LM))).toBe(output);
            const real = Number(vcd.at(`pe.Z.stage${LM - 1}.output_value`, (visible + LM) * 10));
            expect(Math.fround(real)).toBe(new Float32Array(Uint32Array.of(output).buffer)[0]);
          }
        }
      }
    }
    expect(checked).toBe(CO * OUT * OUT * CI * PAIRS);
  });

  it('cuts a window out of the whole, and an output from its issue to its sight', () => {
    const whole = parseVcd(readFileSync(at('t.vcd'), 'utf8'));
    expect(trace('-o', at('window.vcd'), '--cycles', '40,60').stdout).toMatch(/cycles 40 to 60 of \d+, element 0,0/);
    const window = parseVcd(readFileSync(at('window.vcd'), 'utf8'));
    for (const path of ['pe.M.lane1.product', 'pe.A.lane2.sum', 'pe.R.context1.sum', 'pe.M.valid']) {
      for (let cycle = 40; cycle <= 60; cycle++) expect(window.at(path, cycle * 10)).toBe(whole.at(path, cycle * 10));
    }
    const run = trace('-o', at('one.vcd'), '--of-output', '0,1,2,1', '--rows', '2', '--cols', '3');
    expect(run.stdout).toMatch(/element 1,1\n/);
    // On a 2x3 array this output's column tile is the third of three: the second batch, alone in it.
    const { first, last } = /cycles (?<first>\d+) to (?<last>\d+)/.exec(run.stdout)?.groups as { first: string; last: string };
    const firstBatch = 2 * 2 * 4;
    expect(Number(first)).toBe(firstBatch);
    expect(Number(last)).toBe(firstBatch + 4 + 5 - 1 + 4 + 3 * LF + LM);
  });

  it('gives the same bytes again, and names the parameters in the header', () => {
    expect(trace('-o', at('again.vcd')).status).toBe(0);
    const text = readFileSync(at('again.vcd'), 'utf8');
    expect(text).toBe(readFileSync(at('t.vcd'), 'utf8'));
    expect(text).toContain('lanes 4, fp-add latency 5, fp-mul latency 2, interleave 2');
    expect(text).toContain('accumulator 10 bits, wrap');
  });

  it('draws the pipeline', () => {
    const { stdout, status } = trace('--text', '--cycles', '0,40');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[1]).toBe('[0,0,0,0] chunk 0  iiiiMASC1111122222RRRRR');
    expect(lines[2]).toBe('[0,0,0,1] chunk 0      iiiiMASC1111122222RRRRR');
    expect(lines[3]).toBe('[0,0,0,0] chunk 1          iiiiMASC1111122222RRRRRZ*');
  });

  // Where tools are required, a missing one fails instead of being skipped.
  it.skipIf(!haveGtkWave && process.env['MLSIM_REQUIRE_TOOLS'] === undefined)("goes through GTKWave's converter and back with the same changes", () => {
    execFileSync('vcd2fst', [at('t.vcd'), at('t.fst')]);
    writeFileSync(at('back.vcd'), execFileSync('fst2vcd', [at('t.fst')], { maxBuffer: 2 ** 28 }));
    const before = parseVcd(readFileSync(at('t.vcd'), 'utf8'));
    const after = parseVcd(readFileSync(at('back.vcd'), 'utf8'));
    for (const path of ['pe.clk', 'pe.M.lane0.product', 'pe.A.lane3.sum', 'pe.T.level2.stage0.node0.sum', 'pe.Z.stage1.output']) {
      for (let cycle = 0; cycle < 150; cycle++) {
        expect(after.unsignedAt(path, cycle * 10)).toBe(before.unsignedAt(path, cycle * 10));
      }
    }
  });

  it.each<[string, string[], RegExp]>([
    ['nothing to do', [], /^error: trace: expected -o T\.vcd or --text, found neither\n$/],
    ['both windows', ['--text', '--cycles', '0,1', '--of-output', '0,0,0,0'], /^error: --cycles: expected --cycles or --of-output, found both\n$/],
    ['a window backwards', ['--text', '--cycles', '5,4'], /^error: option '--cycles <first,last>' argument '5,4' is invalid\. expected first,last/],
    ['a window past the end', ['--text', '--cycles', '100000,100001'], /^error: --cycles: expected a first cycle below the run's \d+, found 100000\n$/],
    ['an output outside', ['--text', '--of-output', '0,2,0,0'], /^error: --of-output: output: expected 4 indices within \[1,2,3,3\], found \[0,2,0,0\]\n$/],
    ['an element outside', ['--text', '--at', '0,1'], /^error: --at: expected an element within 1,1 rows and columns, found 0,1\n$/],
    ['an output in no folder', ['-o', 'nowhere/t.vcd'], /^error: nowhere\/t\.vcd: /],
  ])('rejects %s', (_what, args, message) => {
    const before = readdirSync(folder);
    const run = trace(...args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual(before);
  });
});
