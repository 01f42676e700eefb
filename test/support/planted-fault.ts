/** Kernels with a fault: compiled from their sources with one place changed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSource, sourcesOf, type ModuleName } from '../../scripts/wasm.ts';

/** A fault, as a change at one place of one source. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A module with a fault. @param folder where its sources go */
export async function withFault(module: ModuleName, { file, from, to }: Fault, folder: string): Promise<WebAssembly.Module> {
  const sources = sourcesOf(module);
  for (const name of readdirSync(sources)) {
    const text = readFileSync(join(sources, name), 'utf8');
    if (name === file && text.split(from).length !== 2) throw new Error(`${file}: expected the text once: ${from}`);
    writeFileSync(join(folder, name), name === file ? text.replace(from, () => to) : text);
  }
  return new WebAssembly.Module(await compileSource(folder, module));
}
