/** Whether two versions of a module are the same function of their inputs and registers, proven by Yosys. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setParameters, yosys } from './yosys.ts';

export type Proof = 'equivalent' | 'different' | 'unproven';

/** A module in two versions of its sources. */
export interface Comparison {
  /** Texts by file name. */
  readonly sources: Readonly<Record<string, string>>;
  /** The files that differ. */
  readonly mutated: Readonly<Record<string, string>>;
  readonly module: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** How long one `sat` problem may take, in seconds. */
const SAT_SECONDS = 120;
/** How long all of a proof may take. */
const PROOF_SECONDS = 300;

/** `prove` in a process of its own. */
export async function proveApart(comparison: Comparison): Promise<Proof> {
  const program = fileURLToPath(new URL('prove-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], { timeout: PROOF_SECONDS * 1000, stdio: ['pipe', 'pipe', 'ignore'] });
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
  child.stdin.end(JSON.stringify(comparison));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return status === 0 ? (answer as Proof) : 'unproven';
}

/**
 * First net by net: nets of the same name are matched and proven one by one (a SAT proof each, induction over registers). What is left of a combinational module
 * is one `sat` problem over its outputs, which also finds operands that tell the versions apart.
 */
export async function prove(comparison: Comparison): Promise<Proof> {
  const netByNet = await compare(comparison, 'equiv_make gold gate equiv; hierarchy -top equiv; opt -full; equiv_struct; equiv_simple -undef; equiv_induct -undef; equiv_status -assert');
  if (netByNet.ok) return 'equivalent';
  const whole = await compare(comparison, `miter -equiv -flatten -make_outputs gold gate miter; hierarchy -top miter; opt -full; sat -timeout ${SAT_SECONDS} -verify -prove trigger 0 miter`);
  if (whole.ok) return 'equivalent';
  return /model found|proof did fail/i.test(whole.log) ? 'different' : 'unproven';
}

function compare({ sources, mutated, module, parameters }: Comparison, commands: string): ReturnType<typeof yosys> {
  const gate = Object.fromEntries(Object.entries({ ...sources, ...mutated }).map(([name, text]) => [`gate_${name}`, text]));
  const load = (files: readonly string[], as: string): string =>
    `read_verilog -sv ${files.join(' ')}; ${setParameters(module, parameters)} hierarchy -top ${module}; proc; flatten; opt_clean; async2sync; rename -top ${as}; design -stash ${as};`;
  const both = 'design -copy-from gold -as gold gold; design -copy-from gate -as gate gate;';
  return yosys([load(Object.keys(sources), 'gold'), load(Object.keys(gate), 'gate'), both, commands].join(' '), { ...sources, ...gate });
}
