/** Whether two versions of a module are the same function of their inputs and registers, proven by Yosys and ABC. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { reachedFiles } from './hierarchy.ts';
import { readSources, setParameters, yosys } from './yosys.ts';

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
/** How much processor time all of a proof may take: a verdict shall not depend on what else the machine does. */
const PROOF_SECONDS = 300;

/** `prove` in a process of its own. */
export async function proveApart(comparison: Comparison): Promise<Proof> {
  const program = fileURLToPath(new URL('prove-child.ts', import.meta.url));
  const limited = `ulimit -t ${PROOF_SECONDS}; exec "$0" "$@"`;
  const child = spawn('sh', ['-c', limited, process.execPath, '--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'ignore'] });
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
  child.stdin.end(JSON.stringify(comparison));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return status === 0 ? (answer as Proof) : 'unproven';
}

/** Whether the versions are equivalent for all inputs that are legal. */
export async function prove(comparison: Comparison): Promise<Proof> {
  const design = withLegalInputs(comparison);
  const files = [...(reachedFiles(design.sources).get(design.module) ?? [])];
  const needed = { ...design, sources: Object.fromEntries(files.map((file) => [file, design.sources[file]])) };
  return files.some((file) => /\balways_ff\b/.test(design.sources[file])) ? proveNetByNet(needed) : proveOutputs(needed);
}

/** Modules that some inputs are not legal for; a wrapper around each has its contract. */
const LEGAL_INPUTS = readSources(['quantizer'].map(legalInputs));

/** The wrapper of a module, `legal_MODULE`: the module's outputs where its inputs are legal, 0 elsewhere. */
export function legalInputs(module: string): string {
  return fileURLToPath(new URL(`legal_${module}.sv`, import.meta.url));
}

function withLegalInputs(comparison: Comparison): Comparison {
  const wrapper = `legal_${comparison.module}`;
  if (!(`${wrapper}.sv` in LEGAL_INPUTS)) return comparison;
  return { ...comparison, sources: { ...comparison.sources, [`${wrapper}.sv`]: LEGAL_INPUTS[`${wrapper}.sv`] }, module: wrapper };
}

/** Nets and registers of the same name are matched and proven one by one, by induction over the registers. It finds no operands that tell the versions apart. */
async function proveNetByNet(comparison: Comparison): Promise<Proof> {
  const { ok } = await compare(comparison, 'equiv_make gold gate equiv; hierarchy -top equiv; opt -full; equiv_struct; equiv_simple -undef; equiv_induct -undef; equiv_status -assert');
  return ok ? 'equivalent' : 'unproven';
}

/**
 * One output says that the versions differ. ABC first merges the nets of both that are the same function (`ifraig`: found by simulation, proven one by one from the
 * inputs on), after which little is left to prove. `sat` has the last word, and finds operands where there are some.
 */
async function proveOutputs(comparison: Comparison): Promise<Proof> {
  const merge = 'opt -full; techmap; setundef -anyseq; opt -full; abc -g AND -script +strash;ifraig;iprove; opt_clean';
  const { ok, log } = await compare(comparison, `miter -equiv -flatten gold gate miter; hierarchy -top miter; ${merge}; sat -timeout ${SAT_SECONDS} -verify -prove trigger 0 miter`);
  if (ok) return 'equivalent';
  return /model found|proof did fail/i.test(log) ? 'different' : 'unproven';
}

/** Proofs know no clock, so a register on the other edge has to be seen before; nor may an undefined bit pass for whatever it is compared with. */
const CHECKED = "select -assert-none t:$dlatch*; select -assert-none t:*dff* r:CLK_POLARITY=1'0 %i; setundef -undriven -anyseq; check -assert";

function compare({ sources, mutated, module, parameters }: Comparison, commands: string): ReturnType<typeof yosys> {
  const gate = Object.fromEntries(Object.entries(sources).map(([name, text]) => [`gate_${name}`, mutated[name] ?? text]));
  const load = (files: readonly string[], as: string): string =>
    `read_verilog -sv ${files.join(' ')}; ${setParameters(module, parameters)} hierarchy -top ${module}; proc; flatten; opt_clean; async2sync; ${CHECKED}; rename -top ${as}; design -stash ${as};`;
  const both = 'design -copy-from gold -as gold gold; design -copy-from gate -as gate gate;';
  return yosys([load(Object.keys(sources), 'gold'), load(Object.keys(gate), 'gate'), both, commands].join(' '), { ...sources, ...gate });
}
