/** The built program. Figures are taken on it, since a loader that rewrites modules slows inner loops. */
import { existsSync } from 'node:fs';
import type * as Library from '../src/index.ts';
import type * as FunctionalEngine from '../src/sim/functional-engine.ts';

const DIST = new URL('../dist/', import.meta.url);
if (!existsSync(DIST)) throw new Error('the program is not built: run npm run build');

/** A module of the program, or undefined where the program has no such module. */
export async function builtModule<Module>(path: string): Promise<Module | undefined> {
  const url = new URL(path, DIST);
  return existsSync(url) ? ((await import(url.href)) as Module) : undefined;
}

async function required<Module>(path: string): Promise<Module> {
  const module = await builtModule<Module>(path);
  if (module === undefined) throw new Error(`dist/${path} is missing: run npm run build`);
  return module;
}

export const library = await required<typeof Library>('index.js');
export const functionalEngine = await required<typeof FunctionalEngine>('sim/functional-engine.js');
/** The command line's file. */
export const PROGRAM = new URL('cli/mlsim.js', DIST);
