/** The WebAssembly modules of this folder (sources in `assembly`, built by `npm run wasm`). */
import { readFileSync } from 'node:fs';

const compiled = new Map<string, WebAssembly.Module>();

/** A module, compiled once. @throws Error where WebAssembly, its SIMD or its threads are missing */
export function fastModule(name: 'convolution' | 'quantization'): WebAssembly.Module {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const module = new WebAssembly.Module(readFileSync(new URL(`./${name}.wasm`, import.meta.url)));
  compiled.set(name, module);
  return module;
}
