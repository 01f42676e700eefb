/** Puts the WebAssembly modules beside the built code that loads them, which the TypeScript compiler doesn't. */
import { copyFileSync, readdirSync } from 'node:fs';

for (const folder of ['sim/fast', 'io']) {
  const from = new URL(`../src/${folder}/`, import.meta.url);
  const to = new URL(`../dist/${folder}/`, import.meta.url);
  for (const name of readdirSync(from).filter((file) => file.endsWith('.wasm'))) copyFileSync(new URL(name, from), new URL(name, to));
}
