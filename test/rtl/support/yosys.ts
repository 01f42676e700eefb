/** Synthesis and proofs by Yosys, from its WebAssembly build. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runYosys, type Tree } from '@yowasp/yosys';

/** What a script printed, and whether it came to its end. */
export interface YosysOutcome {
  readonly ok: boolean;
  readonly log: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Runs a script of commands over source files, given as names and texts. */
export async function yosys(script: string, sources: Readonly<Record<string, string>>): Promise<YosysOutcome> {
  let log = '';
  const write = (bytes: Uint8Array | null): void => {
    if (bytes !== null) log += new TextDecoder().decode(bytes);
  };
  try {
    const tree = await runYosys(['-q', '-p', script], { ...sources }, { stdout: write, stderr: write });
    return { ok: true, log, files: textFiles(tree) };
  } catch (error) {
    return { ok: false, log: log === '' ? String(error) : log, files: {} };
  }
}

function textFiles(tree: Tree | undefined): Record<string, string> {
  const files = Object.entries(tree ?? {}).filter((entry): entry is [string, string | Uint8Array] => typeof entry[1] === 'string' || entry[1] instanceof Uint8Array);
  return Object.fromEntries(files.map(([name, content]) => [name, typeof content === 'string' ? content : new TextDecoder().decode(content)]));
}

/** Source files by their names. */
export function readSources(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]));
}

/** `chparam` for the parameters of a module, or nothing. */
export function setParameters(module: string, parameters: Readonly<Record<string, number>>): string {
  const all = Object.entries(parameters).map(([name, value]) => `-set ${name} ${value}`);
  return all.length === 0 ? '' : `chparam ${all.join(' ')} ${module};`;
}
