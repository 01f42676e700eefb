import { describe, expect, it } from 'vitest';
import type { Outcome, RegisterFailure } from '../../src/golden/check/outcome.ts';
import type { Manifest } from '../../src/golden/manifest.ts';
import { checkHtml } from '../../src/report/check-html.ts';
import { checkText } from '../../src/report/check-text.ts';
import { adderFiles, elementFiles, manifestOf, play, stimulus } from '../golden/check/hand-made.ts';

const EVIL = `<script>alert('x')</script><img src=x onerror="alert(1)">\u202e&`;
const counts = { total: 1234567, matched: 1234563, mismatched: 1, unknown: 1, missing: 1, leftOver: 1, nansAccepted: 0 };
const side = (hex: string): { hex: string; text: string } => ({ hex, text: EVIL });
const difference = { name: EVIL, width: 32, expected: side('3f800000'), found: side('3f800001'), bits: '0', unknownBits: '1..2', ulp: 1, remark: EVIL };
const className = { name: EVIL, about: EVIL };
const set = { unit: EVIL, set: EVIL, command: EVIL, version: EVIL, dump: EVIL };

const outcome: Outcome = {
  matches: false,
  kind: 'results',
  counts,
  classes: [{ ...className, count: 5, mismatched: 1, unknown: 1, missing: 1 }],
  hints: [EVIL],
  failures: [
    { verdict: 'mismatched', index: 17, cycle: null, class: className, place: EVIL, operands: [{ name: EVIL, ...side('1') }], results: [difference] },
    { verdict: 'missing', index: 18, cycle: 3, class: null, place: '', operands: [], results: [{ ...difference, found: null }] },
    { verdict: 'left over', index: null, cycle: null, class: null, place: 'line 9', operands: [], results: [{ ...difference, expected: null }] },
  ],
  registers: null,
};
const unit = manifestOf('fp32-adder', {}, adderFiles(['0'.repeat(24)]), []) as unknown as Manifest;

const words = stimulus(1);
const elementOf = (T: number): Manifest => manifestOf('pe', { TREE_WIDTH: T, FP_ADD_LATENCY: 2, FP_MUL_LATENCY: 2, CONTEXTS: 2, TENSOR_SCALE: 1 }, elementFiles(words, play(words)), []) as unknown as Manifest;
const wrong = (stage: string, register: string, indexName: RegisterFailure['indexName'], index: number): Outcome => {
  const first: RegisterFailure = { verdict: 'mismatched', cycle: 41, letter: stage[0], stage, register, indexName, index, place: EVIL, difference: { ...difference, expected: side('00000123'), found: side('00000456') }, inputs: [{ name: EVIL, ...side('2') }], issueCycle: 40, class: className };
  const spread = [{ letter: stage[0], stage, firstCycle: 41, first: EVIL, wrong: 3, registers: [{ register, indexName, index }] }];
  return { ...outcome, kind: 'registers', failures: [], registers: { compare: 'valid', compared: [EVIL], wrong: 3, first, failures: [first], spread, firstWrongOutput: { index: 2, cycle: 50 } } };
};

/** Elements that must not be there, or be open, in a page of text alone. */
function requireInert(page: string): void {
  expect(page).not.toMatch(/<(script|img|iframe|object|link|a|form|base)\b/i);
  expect(page).not.toMatch(/\son\w+\s*=\s*"/i);
  expect(page).not.toMatch(/https?:|url\(|@import/i);
  expect(page).not.toContain('\u202e');
  const open: string[] = [];
  for (const [, close, name, rest] of page.matchAll(/<(\/?)([a-z0-9]+)((?:"[^"]*"|[^>"])*)>/gi)) {
    if (close === '/') expect(open.pop()).toBe(name);
    else if (!rest.endsWith('/') && !['meta', 'br'].includes(name)) open.push(name);
  }
  expect(open).toEqual([]);
}

describe('the page of a check', () => {
  it('holds whatever comes from files as text', () => {
    for (const page of [checkHtml(set, unit, outcome), checkHtml(set, elementOf(4), wrong('A', 'A.sum', 'lane', 2)), checkHtml(set, unit, { ...outcome, matches: true, failures: [], classes: [] })]) {
      requireInert(page);
      expect(page).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
      expect(page).toContain('<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;">'.replaceAll('&#39;', "'"));
    }
  });

  it('of a unit has the counts, the failures and the first one in the diagram', () => {
    const page = checkHtml({ ...set, unit: 'fp32-adder' }, unit, outcome);
    expect(page).toContain('<h1>fp32-adder: 3 of 1 234 567 cases do not match, and 1 left over</h1>');
    expect(page).toContain('<div class="bad"><dt>mismatched</dt><dd>1</dd></div>');
    expect(page).toMatch(/<svg[^]*fp32-adder: case 17, mismatched[^]*3f800000[^]*3f800001[^]*<\/svg>/);
    expect(page).toContain('<h3>case 18, cycle 3: missing</h3>');
    expect(page).toContain('differs in bit 0; unknown bits 1..2; 1 ulp');
  });

  it.each<[number, string, string, RegisterFailure['indexName'], number, string]>([
    [4, 'M', 'M.product', 'lane', 3, '3'],
    [4, 'A', 'A.sum', 'lane', 0, '0'],
    [4, 'T.level1.stage1', 'T.level1.stage1.sum', 'node', 1, '1'],
    [4, 'T.level2.stage0', 'T.level2.stage0.sum', 'node', 0, '0'],
    [4, 'R.stage0', 'R.stage.sum', 'stage', 0, 's0'],
    [4, 'R.stage1', 'R.context.sum', 'context', 1, 'c1'],
    [4, 'Z.stage1', 'Z.stage.output', 'stage', 1, '1'],
    [64, 'S', 'S.q', 'lane', 37, '37'],
    [64, 'T.level3.stage0', 'T.level3.stage0.sum', 'node', 5, '5'],
  ])('of an element of %i lanes marks the wrong register of %s alone', (T, stage, register, indexName, index, label) => {
    const page = checkHtml(set, elementOf(T), wrong(stage, register, indexName, index));
    const marked = [...page.matchAll(/<rect class="box bad"[^>]*>(?:<\/rect>)?<text class="bad"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(marked).toEqual([label]);
    expect(page).toMatch(/expected 00000123[^]*found {4}00000456/);
    requireInert(page);
  });
});

describe('the text of a check', () => {
  it('says what the page says', () => {
    const text = checkText({ ...set, unit: 'fp32-adder', set: '0123456789abcdef' }, { ...outcome, hints: ['a note'], failures: [{ ...outcome.failures[0], place: 'line 18', class: { name: 'ties', about: 'half way' }, operands: [{ name: 'a', hex: '1', text: 'one' }], results: [{ ...difference, name: 'result', expected: { hex: '3f800000', text: '1' }, found: { hex: '3f800001', text: '1.0000001' }, unknownBits: '', remark: 'odd' }] }], classes: [{ name: 'ties', about: 'half way', count: 5, mismatched: 1, unknown: 0, missing: 1 }] });
    expect(text).toBe(`fp32-adder, set 0123456789abcdef: 3 of 1 234 567 cases do not match, and 1 left over
  matched     1 234 563
  mismatched          1
  unknown             1
  missing             1
  left over           1

by class
  ties  1 mismatched, 1 missing of 5 cases: half way

note: a note

case 17, line 18: mismatched, class ties: half way
  a                1  one
  result  expected 3f800000  1
          found    3f800001  1.0000001
          differs in bit 0; 1 ulp; odd

and 3 more (see --errors)`);
  });
});
