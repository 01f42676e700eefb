/** Writes the folders beside this file: `npm run vectors`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const mlsim = fileURLToPath(new URL('../../dist/cli/mlsim.js', import.meta.url));
const sets = JSON.parse(readFileSync(new URL('sets.json', import.meta.url), 'utf8')) as Record<string, string>;

for (const [folder, command] of Object.entries(sets)) {
  const { status } = spawnSync(process.execPath, [mlsim, 'vectors', ...command.split(' '), '-o', folder], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(1);
}
