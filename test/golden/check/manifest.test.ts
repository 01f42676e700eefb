import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/golden/check/manifest-schema.ts';
import { classOf, vectorSet } from '../../../src/golden/check/vector-set.ts';
import { adderFiles, elementFiles, manifestOf, play, stimulus, type HandManifest } from './hand-made.ts';

const files = adderFiles(['3f8000003f80000040000000', '000000000000000000000000']);
const good = (): HandManifest => manifestOf('fp32-adder', { FLUSH_TO_ZERO: 0 }, files, [{ name: 'ties', about: 'ties', first: 0, count: 2 }]);

async function outcome(manifest: unknown): Promise<string> {
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  try {
    vectorSet('manifest.json', await parseManifest('manifest.json', text));
    return 'accepted';
  } catch (error) {
    if (!(error instanceof RangeError) || error.message.includes('\n') || error.message.length > 500) return `not an InputError: ${String(error)}`;
    return error.message;
  }
}

/** The manifest with one value replaced. */
function changed(path: (string | number)[], value: unknown, of: HandManifest = good()): unknown {
  const copy = structuredClone(of) as unknown as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, path.at(-1) ?? '');
  else at[path.at(-1) ?? ''] = value;
  return copy;
}

describe('a manifest', () => {
  it('as written is accepted', async () => {
    expect(await outcome(good())).toBe('accepted');
  });

  it.each<[string, unknown, string | RegExp]>([
    ['no JSON', '{', /^manifest\.json: expected JSON, found text that isn't: /],
    ['another value', '[]', /^manifest\.json: manifest: /],
    ['nothing', '', /expected JSON/],
    ['__proto__', JSON.stringify(good()).replace('"level":1', '"__proto__":{"unit":"x"},"level":1'), 'manifest.json: expected no key __proto__'],
    ['another format', changed(['format'], 'mlsim-vectors/2'), /^manifest\.json: format: /],
    ['an unknown key', changed(['extra'], 1), /extra/],
    ['no files', changed(['files'], []), /^manifest\.json: files: /],
    ['a file outside the folder', changed(['files', 0, 'name'], '../vectors.hex'), 'manifest.json: files[0].name: expected the name of a file in the same folder'],
    ['an absolute path', changed(['files', 0, 'name'], '/etc/passwd'), 'manifest.json: files[0].name: expected the name of a file in the same folder'],
    ['a Windows path', changed(['files', 0, 'name'], 'C:\\x'), 'manifest.json: files[0].name: expected the name of a file in the same folder'],
    ['a hidden file', changed(['files', 0, 'name'], '..'), 'manifest.json: files[0].name: expected the name of a file in the same folder'],
    ['a huge count', changed(['files', 0, 'words'], 1e18), /^manifest\.json: files\[0\]\.words: /],
    ['a fraction', changed(['files', 0, 'words'], 1.5), /^manifest\.json: files\[0\]\.words: /],
    ['a negative count', changed(['files', 0, 'words'], -1), /^manifest\.json: files\[0\]\.words: /],
    ['a huge word', changed(['files', 0, 'wordBits'], 2 ** 40), /^manifest\.json: files\[0\]\.wordBits: /],
    ['a digest that is none', changed(['files', 0, 'sha256'], 'X'), 'manifest.json: files[0].sha256: expected 64 lower-case hexadecimal digits'],
    ['another digest', changed(['files', 0, 'sha256'], '0'.repeat(64)), /^manifest\.json: set: expected [0-9a-f]{16}, which its files' digests give, found /],
    ['another set', changed(['set'], '0123456789abcdef'), /^manifest\.json: set: expected .* found 0123456789abcdef$/],
    ['a gap between fields', changed(['files', 0, 'fields', 1, 'msb'], 62), 'manifest.json: vectors.hex: field b: expected bits 63 to 32, found 62 to 32'],
    ['fields that do not fill the word', changed(['files', 0, 'wordBits'], 97), 'manifest.json: vectors.hex: expected fields that fill a word of 97 bits, found 96 bits'],
    ['two fields of a name', changed(['files', 0, 'fields', 1, 'name'], 'a'), 'manifest.json: vectors.hex: expected fields of different names, found two a'],
    ['a field name that is none', changed(['files', 0, 'fields', 1, 'name'], '<script>'), /^manifest\.json: files\[0\]\.fields\[1\]\.name: /],
    ['an unknown kind', changed(['files', 0, 'fields', 1, 'kind'], 'posit'), /^manifest\.json: files\[0\]\.fields\[1\]/],
    ['a binary32 of 16 bits', changed(['files', 0, 'fields', 1, 'width'], 16), 'manifest.json: vectors.hex: field b: expected 32 bits of kind binary32, found 16'],
    ['an operand after the result', changed(['files', 0, 'fields', 0, 'direction'], 'out'), /expected fields with the directions in, then out, found out, in, out$/],
    ['no result', changed(['files', 0, 'fields', 2, 'direction'], 'in'), /expected fields with the directions in, then out/],
    ['a class beyond the cases', changed(['classes', 0, 'count'], 3), 'manifest.json: class ties: expected cases within the 2 there are, found 0 to 2'],
    ['another role', changed(['files', 0, 'role'], 'stimulus'), 'manifest.json: files: expected the roles cases of unit fp32-adder, found stimulus'],
    ['a line end in a name', changed(['classes', 0, 'name'], 'a\nb'), /^manifest\.json: classes\[0\]\.name: /],
    ['no seed', changed(['seed'], undefined), /^manifest\.json: seed: /],
  ])('with %s is refused', async (_name, manifest, message) => {
    if (typeof message === 'string') expect(await outcome(manifest)).toBe(message);
    else expect(await outcome(manifest)).toMatch(message);
  });

  it('of an element needs three files that belong together', async () => {
    const words = stimulus(2);
    const handFiles = elementFiles(words, play(words));
    const element = manifestOf('pe', {}, handFiles, []);
    expect(await outcome(element)).toBe('accepted');
    expect(await outcome(manifestOf('pe', {}, handFiles.slice(0, 2), []))).toBe('manifest.json: files: expected the roles stimulus, outputs, registers of unit pe, found stimulus, outputs');
    const shorter = handFiles.with(2, { ...handFiles[2], lines: handFiles[2].lines.slice(1) });
    expect(await outcome(manifestOf('pe', {}, shorter, []))).toBe(`manifest.json: registers.hex: expected as many words as stimulus.hex has, ${words.length}, found ${words.length - 1}`);
    expect(await outcome(changed(['files', 1, 'fields', 1, 'name'], 'z', element))).toBe('manifest.json: outputs.hex: expected the fields cycle and out of 32 bits, found cycle 32, z 32');
  });
});

it('a case is of the class whose range it is in', () => {
  const range = (name: string, first: number, count: number) => ({ name, about: '', first, count });
  const classes = [range('a', 0, 2), range('b', 2, 1), range('c', 5, 2)];
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => classOf(classes, index)?.name)).toEqual(['a', 'a', 'b', undefined, undefined, 'c', 'c', undefined]);
});
