/** Which modules a module is made of. */
import { tokenize } from './verilog-tokens.ts';

/** The modules that each module has instances of. @param sources one module a file, named as it is */
export function instancesOf(sources: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const modules = new Set(Object.keys(sources).map(moduleOf));
  return new Map(Object.entries(sources).map(([file, text]) => [moduleOf(file), new Set(instantiated(text).filter((word) => modules.has(word)))]));
}

/** The file names that each module reaches, its own included. @param sources one module a file, named as it is */
export function reachedFiles(sources: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = instancesOf(sources);
  const reach = (module: string, seen: Set<string>): Set<string> => {
    const file = `${module}.sv`;
    if (seen.has(file)) return seen;
    seen.add(file);
    direct.get(module)?.forEach((below) => reach(below, seen));
    return seen;
  };
  return new Map([...direct.keys()].map((module) => [module, reach(module, new Set())]));
}

const moduleOf = (file: string): string => file.replace(/\.sv$/, '');

/** Words that stand where an instance has its module: before its parameters or its name. A port may have the name of a module. */
function instantiated(text: string): readonly string[] {
  const tokens = tokenize(text);
  const isParametersOrName = (index: number): boolean => tokens[index].text === '#' || tokens[index].kind === 'identifier';
  return tokens.filter((_, index) => index > 0 && index + 1 < tokens.length && tokens[index - 1].text !== 'module' && isParametersOrName(index + 1)).map((token) => token.text);
}
