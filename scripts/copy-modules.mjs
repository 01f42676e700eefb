/** Puts the WebAssembly modules beside the built code that loads them, which the TypeScript compiler doesn't. */
import { copyFileSync, readdirSync } from 'node:fs';

const from = new URL('../src/sim/fast/', import.meta.url);
const to = new URL('../dist/sim/fast/', import.meta.url);
for (const name of readdirSync(from).filter((file) => file.endsWith('.wasm'))) copyFileSync(new URL(name, from), new URL(name, to));
