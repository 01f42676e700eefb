/**
 * Compiles the kernels in the folders `assembly` of src to the WebAssembly modules beside those folders, which are committed.
 * Usage: npm run wasm [-- --check] [MODULE...]
 *   --check compiles without writing, and fails where a committed module is not what its source gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { InputError, requireOneOf } from '../src/bits/check.ts';

/** One module each. */
export const MODULES = ['convolution', 'quantization', 'vcd'] as const;
export type ModuleName = (typeof MODULES)[number];

const FAST = new URL('../src/sim/fast/', import.meta.url);
const FOLDERS: Readonly<Record<ModuleName, URL>> = { convolution: FAST, quantization: FAST, vcd: new URL('../src/io/', import.meta.url) };

/** The folder of a module's sources. */
export function sourcesOf(name: ModuleName): string {
  return fileURLToPath(new URL('assembly', FOLDERS[name]));
}

/** What is used of the compiler. Its own types come with a standard library that would change the types of arrays everywhere. */
interface Compiler {
  createMemoryStream(): { toString(): string };
  main(
    argv: readonly string[],
    options: { readonly stderr: ReturnType<Compiler['createMemoryStream']>; readonly writeFile: (name: string, contents: string | Uint8Array) => void },
  ): Promise<{ readonly error: Error | null }>;
}

const COMPILER = 'assemblyscript/asc';

/** Compiled without a runtime. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,threads'];
/** All memory is the host's, imported and shared between threads. */
const SHARED_MEMORY = ['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
/** The module exports a memory of its own. JavaScript engines copy to and from one that is not shared several times faster. */
const OWN_MEMORY = ['--initialMemory', '1'];
const MEMORY: Readonly<Record<ModuleName, readonly string[]>> = { convolution: SHARED_MEMORY, quantization: OWN_MEMORY, vcd: SHARED_MEMORY };

/** The module that a source compiles to. @throws Error with the compiler's messages */
export function compile(name: ModuleName): Promise<Uint8Array> {
  return compileSource(sourcesOf(name), name);
}

/** The same of the sources in another folder. */
export async function compileSource(folder: string, name: ModuleName): Promise<Uint8Array> {
  const { default: asc } = (await import(COMPILER)) as { readonly default: Compiler };
  const binary: { bytes?: Uint8Array } = {};
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main([`${name}.ts`, '-o', `${name}.wasm`, '--baseDir', folder, ...OPTIONS, ...MEMORY[name]], {
    stderr,
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary.bytes = contents;
    },
  });
  if (error || !binary.bytes) throw new Error(`${name}: ${stderr.toString()}`);
  return binary.bytes;
}

/** The committed module. */
export function committed(name: ModuleName): Uint8Array {
  return readFileSync(placeOf(name));
}

function placeOf(name: ModuleName): URL {
  return new URL(`${name}.wasm`, FOLDERS[name]);
}

async function run(): Promise<void> {
  const { values: flags, positionals } = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true });
  const names = positionals.map((name) => requireOneOf('module', name, MODULES));
  for (const name of names.length > 0 ? names : MODULES) {
    const bytes = await compile(name);
    if (!flags.check) writeFileSync(placeOf(name), bytes);
    else if (Buffer.compare(bytes, committed(name)) !== 0) throw new InputError(`${name}.wasm is not what its source gives: npm run wasm`);
    process.stdout.write(`${name}.wasm: ${bytes.length} bytes\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await run();
  } catch (error) {
    process.stderr.write(`wasm: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
