import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/bits/steps.ts';
import { compareResults } from '../../../src/golden/check/compare-results.ts';
import type { NanPolicy } from '../../../src/golden/check/difference.ts';
import { Dump } from '../../../src/golden/check/dump.ts';
import { CaseResults, ElementOutputs, resultFields, type GoldenResults } from '../../../src/golden/check/golden-results.ts';
import { parseManifest } from '../../../src/golden/check/manifest-schema.ts';
import { resultOptions } from '../../../src/golden/check/options.ts';
import type { Outcome } from '../../../src/golden/check/outcome.ts';
import { vectorSet } from '../../../src/golden/check/vector-set.ts';
import { wordBits } from '../../../src/golden/fields.ts';
import { adderFiles, elementFiles, manifestOf, play, stimulus, type HandFile, type HandManifest } from './hand-made.ts';
import { linesOf } from './lines.ts';

const CASES = [
  ['3f800000', '3f800000', '40000000'],
  ['7f800000', 'ff800000', '7fc00000'],
  ['00000001', '00000001', '00000002'],
  ['3f800000', 'bf800000', '00000000'],
  ['7f7fffff', '7f7fffff', '7f800000'],
  ['40400000', '3f800000', '40800000'],
].map((words) => words.join(''));
const files = adderFiles(CASES);
const classes = [
  { name: 'first', about: 'the first three', first: 0, count: 3 },
  { name: 'rest', about: 'the others', first: 3, count: 3 },
];
const manifest = manifestOf('fp32-adder', { FLUSH_TO_ZERO: 0 }, files, classes);
const HEADER = `// mlsim dump: unit fp32-adder, set ${manifest.set}\n`;
const GOLDEN = CASES.map((line) => line.slice(16));
const dumpOf = (results: readonly string[], end = true): string => `${HEADER}${results.map((line) => `${line}\n`).join('')}${end ? `// end: ${results.length} results\n` : ''}`;

interface Options {
  nan?: NanPolicy;
  errors?: number;
}

async function check(text: string, { nan = 'canonical', errors = 5 }: Options = {}, of: HandManifest = manifest, handFiles: HandFile[] = files): Promise<Outcome> {
  const set = vectorSet('manifest.json', await parseManifest('manifest.json', JSON.stringify(of)));
  const isElement = of.unit === 'pe';
  const role = isElement ? 'outputs' : 'cases';
  const file = set.file(role);
  const lines = linesOf((handFiles.find((candidate) => candidate.role === role)?.lines ?? []).map((line) => `${line}\n`).join(''));
  const golden: GoldenResults = isElement ? new ElementOutputs(file, lines, set.file('stimulus').words) : new CaseResults(file, lines);
  const fields = resultFields(file);
  const dump = new Dump('dump.hex', linesOf(text), { unit: of.unit, set: of.set, stamped: isElement ? 'cycle' : 'case' }, [{ name: fields.map(({ name }) => name).join(', '), bits: wordBits(fields) }]);
  dump.begin();
  return finish(compareResults('dump.hex', dump, golden, resultOptions(set, { nan, errors, compare: 'valid' })));
}

const refusal = (text: string, ...rest: [Options?, HandManifest?, HandFile[]?]): Promise<string> =>
  check(text, ...rest).then(
    () => 'accepted',
    (error: unknown) => (error instanceof RangeError && !error.message.includes('\n') ? error.message : `not an InputError: ${String(error)}`),
  );

describe('results that match', () => {
  it.each([
    ['as written', dumpOf(GOLDEN)],
    ['without header and end', GOLDEN.join('\n')],
    ['in upper case, with _', dumpOf(GOLDEN.map((line) => line.toUpperCase().replace(/^(....)/, '$1_')))],
    ['with blank lines, comments and CR LF', GOLDEN.map((line) => `  ${line} \r\n\r\n// a remark\r\n`).join('')],
    ['with remarks behind the words', GOLDEN.map((line, i) => `${line} // case ${i}\n`).join('')],
    ['stamped', dumpOf(GOLDEN.map((line, i) => `${i}: ${line}`))],
    ['stamped, in upper case', GOLDEN.map((line, i) => `${i} :${line.toUpperCase()}`).join('\n')],
  ])('%s', async (_name, text) => {
    expect(await check(text)).toMatchObject({
      matches: true,
      kind: 'results',
      counts: { total: 6, matched: 6, mismatched: 0, unknown: 0, missing: 0, leftOver: 0, nansAccepted: 0 },
      classes: [],
      failures: [],
      hints: [],
    });
  });
});

describe('results that do not match', () => {
  it('are counted, by class, and the first ones are explained', async () => {
    const outcome = await check(dumpOf(['40000001', '7fc00000', '0000000x', '80000000', '7f800000', 'zzzzzzzz']), { errors: 3 });
    expect(outcome.counts).toEqual({ total: 6, matched: 2, mismatched: 2, unknown: 2, missing: 0, leftOver: 0, nansAccepted: 0 });
    expect(outcome.classes).toEqual([
      { name: 'first', about: 'the first three', count: 3, mismatched: 1, unknown: 1, missing: 0 },
      { name: 'rest', about: 'the others', count: 3, mismatched: 1, unknown: 1, missing: 0 },
    ]);
    expect(outcome.failures).toEqual([
      {
        verdict: 'mismatched',
        index: 0,
        cycle: null,
        class: { name: 'first', about: 'the first three' },
        place: 'line 2',
        operands: [
          { name: 'a', hex: '3f800000', text: '1 (sign +, exponent 0, mantissa 000000)' },
          { name: 'b', hex: '3f800000', text: '1 (sign +, exponent 0, mantissa 000000)' },
        ],
        results: [
          {
            name: 'result',
            width: 32,
            expected: { hex: '40000000', text: '2 (sign +, exponent 1, mantissa 000000)' },
            found: { hex: '40000001', text: '2.0000002 (sign +, exponent 1, mantissa 000001)' },
            bits: '0',
            unknownBits: '',
            ulp: 1,
            remark: '',
          },
        ],
      },
      expect.objectContaining({ verdict: 'unknown', index: 2, place: 'line 4' }),
      expect.objectContaining({ verdict: 'mismatched', index: 3 }),
    ]);
    expect(outcome.failures[1].results).toEqual([
      { name: 'result', width: 32, expected: { hex: '00000002', text: expect.stringContaining('subnormal') as string }, found: { hex: '0000000x', text: '' }, bits: '', unknownBits: '0..3', ulp: null, remark: '' },
    ]);
    expect(outcome.failures[2].results[0]).toMatchObject({ bits: '31', ulp: 0, remark: 'sign of zero', found: { text: '-0' } });
  });

  it('are missing or left over where the dump has an end', async () => {
    const short = await check(dumpOf(GOLDEN.slice(0, 4)), { errors: 1 });
    expect(short.counts).toMatchObject({ total: 6, matched: 4, missing: 2, leftOver: 0 });
    expect(short.failures).toEqual([expect.objectContaining({ verdict: 'missing', index: 4, place: '', results: [expect.objectContaining({ expected: { hex: '7f800000', text: '+infinity' }, found: null })] })]);
    const long = await check(dumpOf([...GOLDEN, '3f800000', '00000000']));
    expect(long.counts).toMatchObject({ total: 6, matched: 6, missing: 0, leftOver: 2 });
    expect(long.matches).toBe(false);
    expect(long.failures[0]).toMatchObject({ verdict: 'left over', index: null, place: 'line 8', operands: [], results: [{ expected: null, found: { hex: '3f800000' } }] });
    expect((await check(dumpOf([]))).counts).toMatchObject({ total: 6, missing: 6 });
  });

  it('are missing in gaps of the stamps, and left over where stamps are repeated', async () => {
    const stamped = (pairs: [number, string][], end: boolean): string => dumpOf(pairs.map(([stamp, word]) => `${stamp}: ${word}`), end);
    const all = GOLDEN.map((word, stamp): [number, string] => [stamp, word]);
    expect((await check(stamped(all.filter(([stamp]) => stamp !== 2), false))).counts).toMatchObject({ matched: 5, missing: 1, leftOver: 0 });
    expect((await check(stamped([...all.slice(0, 3), all[2], ...all.slice(3)], false))).counts).toMatchObject({ matched: 6, missing: 0, leftOver: 1 });
    // Out of order: the earlier one was missing when the later one came.
    expect((await check(stamped([all[0], all[2], all[1], ...all.slice(3)], false))).counts).toMatchObject({ matched: 5, missing: 1, leftOver: 1 });
    expect((await check(stamped(all.slice(0, 5), true))).counts).toMatchObject({ matched: 5, missing: 1 });
    expect((await check(stamped([...all, [6, '00000000']], true))).counts).toMatchObject({ matched: 6, leftOver: 1 });
  });
});

describe('NaN policies', () => {
  const other = GOLDEN.with(1, 'ffc12345');
  it('canonical takes 7fc00000 alone, and says so', async () => {
    const outcome = await check(dumpOf(other));
    expect(outcome.counts).toMatchObject({ matched: 5, mismatched: 1, nansAccepted: 0 });
    expect(outcome.failures[0].results[0]).toMatchObject({ remark: 'NaN with another encoding', ulp: null, found: { text: 'quiet NaN (sign -, mantissa 412345)' }, expected: { text: 'NaN (canonical)' } });
    expect(outcome.hints).toEqual(['the only mismatch is one of this kind: NaN with another encoding']);
  });
  it('any takes every NaN where one is due, and counts them', async () => {
    expect(await check(dumpOf(other), { nan: 'any' })).toMatchObject({ matches: true, counts: { matched: 6, mismatched: 0, nansAccepted: 1 } });
    expect((await check(dumpOf(GOLDEN.with(0, '7fc00000').with(1, '7f800000')), { nan: 'any' })).counts).toMatchObject({ matched: 4, mismatched: 2 });
  });
  it('bits reads no pattern as a number', async () => {
    const outcome = await check(dumpOf(other.with(0, '40000001')), { nan: 'bits' });
    expect(outcome.counts).toMatchObject({ mismatched: 2 });
    expect(outcome.failures.map(({ results }) => results[0])).toMatchObject([
      { ulp: null, remark: '', expected: { hex: '40000000', text: '' } },
      { ulp: null, remark: '', found: { hex: 'ffc12345', text: '' }, bits: '0, 2, 6, 8..9, 13, 16, 31' },
    ]);
    expect(outcome.hints).toEqual([]);
  });
});

describe('dumps that are none of the run', () => {
  it.each<[string, string, string]>([
    ['truncated', dumpOf(GOLDEN.slice(0, 4), false), 'dump.hex: line 5: expected 6 results or a last line with the end, found 4: it is truncated or of another run'],
    ['too long', dumpOf([...GOLDEN, '00000000'], false), 'dump.hex: line 8: expected 6 results or a last line with the end, found 7: it is of another run'],
    ['empty', '', 'dump.hex: line 0: expected 6 results or a last line with the end, found 0: it is truncated or of another run'],
    ['of another set', '// mlsim dump: unit fp32-adder, set 0123456789abcdef\n', `dump.hex: line 1: expected a dump of set ${manifest.set}, found one of set "0123456789abcdef"`],
    ['of another unit', `// mlsim dump: unit multiplier, set ${manifest.set}\n`, 'dump.hex: line 1: expected a dump of unit fp32-adder, found one of "multiplier"'],
    ['two dumps', dumpOf(GOLDEN.slice(0, 1), false) + HEADER, 'dump.hex: line 3: expected one dump, found a second header'],
    ['too narrow', dumpOf(['3f80000']), 'dump.hex: line 2: expected 8 digits (result, 32 bits), found 7, "3f80000"'],
    ['too wide', dumpOf(['40000000', '07fc00000']), 'dump.hex: line 3: expected 8 digits (result, 32 bits), found 9, "07fc00000"'],
    ['cut within a line', `${GOLDEN[0]}\n7fc`, 'dump.hex: line 2: expected 8 digits (result, 32 bits), found 3, "7fc" at the end of the file: the dump is truncated'],
    ['cut within a stamp', `0: ${GOLDEN[0]}\n1`, 'dump.hex: line 2: expected a case and a colon before the word, as on the lines before, found "1" at the end of the file: the dump is truncated'],
    ['foreign text', 'Hello, world\n', 'dump.hex: line 1: expected a word in hexadecimal digits, x and z, found "Hello, world"'],
    ['foreign text later', `${GOLDEN[0]}\n$finish called\n`, 'dump.hex: line 2: expected a word in hexadecimal digits, x and z, found "$finish called"'],
    ['binary', '\u007fELF\u0002\u0001', 'dump.hex: line 1: expected a word in hexadecimal digits, x and z, found "?ELF\\u0002\\u0001"'],
    ['two words a line', '40000000 7fc00000\n', 'dump.hex: line 1: expected a word in hexadecimal digits, x and z, found "40000000 7fc00000"'],
    ['a prefix', '0x40000000\n', 'dump.hex: line 1: expected 8 digits (result, 32 bits), found 10, "0x40000000"'],
    ['a stamp that is none', 'one: 40000000\n', 'dump.hex: line 1: expected a decimal case, a colon and a word, found "one: 40000000"'],
    ['a stamp on some lines', `40000000\n1: 7fc00000\n`, 'dump.hex: line 2: expected a word without a stamp, as on the lines before, found "1: 7fc00000"'],
    ['a stamp beyond the set', '0: 40000000\n6: 00000000\n', 'dump.hex: line 2: expected a case below 6, found 6: it is of another run'],
    ['a wrong end', `${GOLDEN.join('\n')}\n// end: 7 results\n`, 'dump.hex: line 7: expected the end after the 7 results that it speaks of, found it after 6'],
    ['more after the end', `${dumpOf(GOLDEN)}00000000\n`, 'dump.hex: line 9: expected nothing after the line with the end, found "00000000"'],
    ['a stamped tail that is missing', dumpOf(GOLDEN.slice(0, 5).map((line, i) => `${i}: ${line}`), false), 'dump.hex: line 6: expected 6 results or a last line with the end, found 5, the last one of case 4: it is truncated or of another run'],
  ])('%s', async (_name, text, message) => {
    expect(await refusal(text)).toBe(message);
  });

  it('has bits above the width', async () => {
    const product = [{ name: 'vectors.hex', role: 'cases', fields: [{ name: 'x', direction: 'in' as const, width: 3 }, { name: 'product', direction: 'out' as const, width: 6, kind: { kind: 'signed' } }], lines: ['0ff', '1c1'] }];
    const of = manifestOf('multiplier', {}, product, []);
    expect((await check('3f\n01\n', {}, of, product)).matches).toBe(true);
    expect(await refusal('3f\n41\n', {}, of, product)).toBe('dump.hex: line 2: expected a word of 6 bits, found "41"');
    const wrong = await check('xf\n21\n', {}, of, product);
    expect(wrong.counts).toMatchObject({ mismatched: 1, unknown: 1 });
    expect(wrong.failures[1].results[0]).toMatchObject({ expected: { hex: '01', text: '1' }, found: { hex: '21', text: '-31' }, bits: '5' });
    expect(wrong.failures[1].operands).toEqual([{ name: 'x', hex: '7', text: '7' }]);
  });
});

describe('what mismatches have in common', () => {
  const [one, two, three] = ['3f800000', '40000000', '40400000'];
  const words = [one, two, three, '40800000', '40a00000', '00000000', '40e00000'];
  const many = adderFiles(words.map((word) => word + '00000000' + word));
  const of = manifestOf('fp32-adder', {}, many, []);
  const hints = async (found: string[]): Promise<readonly string[]> => (await check(found.map((line) => `${line}\n`).join(''), {}, of, many)).hints;
  const swapped = (word: string): string => word.replace(/(..)(..)(..)(..)/, '$4$3$2$1');
  const add = (word: string, difference: number): string => (Number.parseInt(word, 16) + difference).toString(16).padStart(8, '0');

  it.each<[string, string[], string[]]>([
    ['one ulp', words.map((word) => (word === '00000000' ? word : add(word, 1))), ['every mismatch is exactly 1 ulp away: look at the rounding', 'the same bits are wrong in every mismatch, no others: result[0]']],
    ['one case late', ['3f000000', ...words.slice(0, -1)], []],
    ['one case late, but for the first', [one, ...words.slice(0, -1)], ['every result that mismatches is that of the case before: the results come one case late']],
    ['one case early', [...words.slice(1), '12345678'], ['every result that mismatches is that of the case after: the dump starts one case late']],
    ['bytes', words.map(swapped), ['in every mismatch the bytes are in reverse order']],
    ['sign of zero', words.with(5, '80000000'), ['the only mismatch is one of this kind: sign of zero']],
    ['nothing', words.with(0, '12345678').with(1, '87654321').with(2, '33333333'), []],
  ])('%s', async (_name, found, facts) => {
    expect(await hints(found)).toEqual(facts);
  });
});

describe("an element's outputs", () => {
  const words = stimulus(6);
  const run = play(words);
  const handFiles = elementFiles(words, run);
  const of = manifestOf('pe', { TREE_WIDTH: 4, FP_ADD_LATENCY: 2, FP_MUL_LATENCY: 2, CONTEXTS: 2, TENSOR_SCALE: 1 }, handFiles, [{ name: 'all', about: 'all cycles', first: 0, count: words.length }]);
  const hex = (out: number): string => out.toString(16).padStart(8, '0');
  const text = (delay: number | undefined): string => run.outputs.map(({ cycle, out }) => `${delay === undefined ? '' : `${cycle + delay}: `}${hex(out)}\n`).join('') + '// end: 6 results\n';

  it('match in order, and in their cycles', async () => {
    for (const delay of [undefined, 0]) expect(await check(text(delay), {}, of, handFiles)).toMatchObject({ matches: true, kind: 'outputs', counts: { total: 6, matched: 6 } });
  });
  it('of another latency are missing and left over, and it is said', async () => {
    const outcome = await check(text(1), { errors: 1 }, of, handFiles);
    expect(outcome.counts).toMatchObject({ total: 6, missing: 6, leftOver: 6, matched: 0 });
    expect(outcome.hints).toEqual(['all 6 outputs are right, and every one is 1 cycle later than expected: another latency (a dump without stamps is compared in order alone)']);
    expect(outcome.failures[0]).toMatchObject({ verdict: 'missing', index: 0, cycle: run.outputs[0].cycle, class: { name: 'all' } });
    expect((await check(text(-2), {}, of, handFiles)).hints[0]).toContain('2 cycles earlier');
  });
  it('are of the class in which their last pair was issued', async () => {
    // 4 stages, two levels of 2, the running sum of 2 and the tensor scale of 2: visible 12 cycles after the issue.
    const issue = run.outputs[2].cycle - 12;
    const split = [
      { name: 'before', about: '', first: 0, count: issue },
      { name: 'from there on', about: '', first: issue, count: words.length - issue },
    ];
    const others = (text: string): Promise<Outcome> => check(text, {}, { ...of, classes: split }, handFiles);
    const wrong = (index: number): string => run.outputs.map(({ out }, at) => `${at === index ? '12345678' : hex(out)}\n`).join('');
    expect((await others(wrong(1))).classes.map(({ name }) => name)).toEqual(['before']);
    expect((await others(wrong(2))).classes.map(({ name }) => name)).toEqual(['from there on']);
  });

  it('of cycles beyond the run are of another run, unless the dump has an end', async () => {
    const late = `${words.length}: 00000000\n`;
    expect(await refusal(late, {}, of, handFiles)).toBe(`dump.hex: line 1: expected a cycle below ${words.length}, found ${words.length}: it is of another run`);
    expect((await check(`${late}// end: 1 results\n`, {}, of, handFiles)).counts).toMatchObject({ missing: 6, leftOver: 1 });
  });
});
