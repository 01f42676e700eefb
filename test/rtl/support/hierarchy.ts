/** Which modules a module is made of. */
import { tokenize } from './verilog-tokens.ts';

/** The file names that each module reaches, its own included. @param sources one module a file, named as it is */
export function reachedFiles(sources: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const moduleOf = (file: string): string => file.replace(/\.sv$/, '');
  const files = new Map(Object.keys(sources).map((file) => [moduleOf(file), file]));
  const direct = new Map(Object.entries(sources).map(([file, text]) => [moduleOf(file), new Set(tokenize(text).map((token) => token.text).filter((word) => files.has(word)))]));
  const reach = (module: string, seen: Set<string>): Set<string> => {
    const file = files.get(module);
    if (file === undefined || seen.has(file)) return seen;
    seen.add(file);
    direct.get(module)?.forEach((below) => reach(below, seen));
    return seen;
  };
  return new Map([...files.keys()].map((module) => [module, reach(module, new Set())]));
}
