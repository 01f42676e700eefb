import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const committed = fileURLToPath(new URL('../../vectors/golden/', import.meta.url));
const mlsim = fileURLToPath(new URL('../../dist/cli/mlsim.js', import.meta.url));
const sets = JSON.parse(readFileSync(join(committed, 'sets.json'), 'utf8')) as Record<string, string>;
const scratch = mkdtempSync(join(tmpdir(), 'mlsim-golden-'));
afterAll(() => { rmSync(scratch, { recursive: true }); });

/** Names and contents of a folder's files. */
const contents = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));

describe('the committed vectors', () => {
  it('have a set for each unit and the element, in at most 2 MB', () => {
    const folders = readdirSync(committed).filter((name) => statSync(join(committed, name)).isDirectory());
    expect(folders.sort()).toEqual(Object.keys(sets).sort());
    const units = ['multiplier', 'accumulator', 'group-scaler', 'int-to-fp32', 'fp32-adder', 'fp32-multiplier', 'adder-tree', 'tensor-scale', 'quantizer', 'pe'];
    expect([...new Set(Object.values(sets).map((command) => command.split(' ')[0]))].sort()).toEqual(units.sort());
    const bytes = folders.flatMap((folder) => readdirSync(join(committed, folder)).map((name) => statSync(join(committed, folder, name)).size));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  it.each(Object.entries(sets))('are what the program writes today: %s', (name, command) => {
    const folder = join(scratch, name);
    execFileSync(process.execPath, [mlsim, 'vectors', ...command.split(' '), '-o', folder]);
    expect(contents(join(committed, name))).toEqual(contents(folder));
  });
});
