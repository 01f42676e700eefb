import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as kit from '../../src/testing/index.ts';
import { PROGRAM, scratchFolder } from '../support/cli.ts';

const text = readFileSync(new URL('../../docs/testing-kit.md', import.meta.url), 'utf8');
const folder = scratchFolder();

/** Runs an example from the documentation outside of the package. */
function run(code: string): { status: number | null; stdout: string; stderr: string } {
  const file = join(folder, 'example.mjs');
  const built = new URL('../../dist/testing/index.js', import.meta.url).href;
  writeFileSync(
    file,
    code
      .replace("'mlsim/testing'", `'${built}'`)
      .replace("'fast-check'", `'${import.meta.resolve('fast-check')}'`)
      .replace("spawn('mlsim', [", `spawn(process.execPath, [${JSON.stringify(PROGRAM)}, `),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the documentation of the kit', () => {
  const examples = [...text.matchAll(/```js\n([^]*?)```/g)].map((match) => match[1]);

  it('has an example that finds a planted 15-bit accumulator, with what it prints', () => {
    const printed = /It prints\n\n```\n([^]*?)```/.exec(text)?.[1];
    expect(run(examples[0])).toEqual({ status: 0, stdout: printed, stderr: '' });
    expect(printed).toContain('Counterexample: [114 products');
  });

  it('has an example of a design behind a pipe that runs', () => {
    expect(run(examples[1])).toEqual({ status: 0, stdout: '', stderr: '' });
    // The same design, asked for one bit more than it has.
    const wrong = run(examples[1].replace("{ width: 16, overflow: 'wrap' }", "{ width: 16, overflow: 'saturate' }"));
    expect(wrong.status).not.toBe(0);
    expect(wrong.stderr).toContain('Property failed');
  });

  it('names nothing that the kit does not have', () => {
    const named = [...text.matchAll(/^\| `(\w+)\(/gm)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(12);
    for (const name of [...named, 'groupProducts', 'groupFromSteps', 'extremeCodes', 'neededWidth', 'largestSum', 'largestProduct', 'capacity', 'naiveWidth']) {
      expect(kit, name).toHaveProperty(name);
    }
  });
});
