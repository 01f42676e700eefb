/**
 * Breaks the reference RTL at one point at a time, and sees whether the level-1 vectors notice. A mutant that they don't notice has to be proven equivalent to the
 * original for the parameters at hand; otherwise it is a hole in the vectors, and the exit status is 1.
 *
 * Usage: npm run test:mutants [-- --every N] [-- --offset K] [-- --file fp32_adder.sv] [-- --json FILE]
 *   --every N takes each N-th mutant only, from the K-th on.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { proveApart } from './support/equivalence.ts';
import { instancesOf, reachedFiles } from './support/hierarchy.ts';
import { MUTANT_SETS } from './support/mutant-sets.ts';
import { applyMutation, lineOf, mutationsOf, type Mutation } from './support/mutate.ts';
import type { SetPlan } from './support/sets.ts';
import { build, rtlSources } from './support/simulators.ts';
import { missingSimulators, run } from './support/tools.ts';
import { readSources } from './support/yosys.ts';

type Verdict = 'killed' | 'does not compile' | 'equivalent' | 'survived' | 'unproven';

interface PreparedSet extends SetPlan {
  readonly folder: string;
  readonly module: string;
  readonly parameters: Readonly<Record<string, number>>;
}

interface Mutant {
  readonly file: string;
  readonly mutation: Mutation;
}

const MLSIM = new URL('../../dist/cli/mlsim.js', import.meta.url).pathname;
/** A mutant that takes more processor time than this goes round in circles: the originals take some seconds. */
const HANG_SECONDS = 120;
const WORKERS = 2;

const { values: flags } = parseArgs({
  options: { every: { type: 'string', default: '1' }, offset: { type: 'string', default: '0' }, file: { type: 'string' }, json: { type: 'string' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'mlsim-mutants-'));
process.on('exit', () => { rmSync(scratch, { recursive: true, force: true }); });
const sources = readSources(rtlSources());
const reached = reachedFiles(sources);
const instances = instancesOf(sources);

/** Runs a set's bench over sources until its first mismatch. */
async function passes(set: PreparedSet, rtl: readonly string[], place: string): Promise<'pass' | 'fail' | 'does not compile'> {
  mkdirSync(place, { recursive: true });
  for (const name of ['tb.sv', 'dut.sv']) writeFileSync(join(place, name), readFileSync(join(set.folder, name)));
  const built = await build('icarus', place, rtl);
  if (built.status === null) throw new Error(`${set.module}: Icarus takes too long to compile`);
  if (built.status !== 0) return 'does not compile';
  const files = set.unit === 'pe' ? ['stimulus', 'outputs', 'registers'].map((name) => `+${name}=${join(set.folder, `${name}.hex`)}`) : [`+vectors=${join(set.folder, 'vectors.hex')}`];
  const { status, output } = await built.simulate([...files, '+first', ...(set.unit === 'pe' ? ['+check_registers', '+check_cycles'] : [])], HANG_SECONDS);
  return status === 0 && /^PASS /m.test(output) ? 'pass' : 'fail';
}

/** Writes the vectors of a set and sees the original pass. */
async function prepare(plan: SetPlan, index: number): Promise<PreparedSet> {
  const folder = join(scratch, `set${index}`);
  const written = await run(process.execPath, [MLSIM, 'vectors', plan.unit, '-o', folder, ...plan.options], { cwd: scratch });
  if (written.status !== 0) throw new Error(written.output);
  const { parameters } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { parameters: Record<string, number> };
  const module = plan.unit.replaceAll('-', '_');
  const own = new Set(sources[`${module}.sv`].match(/\b[A-Z][A-Z0-9_]*\b/g));
  const set = { ...plan, folder, module, parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => own.has(name))) };
  if ((await passes(set, rtlSources(), join(folder, 'original'))) !== 'pass') throw new Error(`${plan.unit} ${plan.options.join(' ')}: the original doesn't pass`);
  return set;
}

/** The sets of units that are made of the file; those of the element only where no unit is. */
function setsFor(file: string, sets: readonly PreparedSet[]): readonly PreparedSet[] {
  const all = sets.filter(({ module }) => reached.get(module)?.has(file) === true);
  const units = all.filter(({ unit }) => unit !== 'pe');
  return units.length > 0 ? units : all;
}

/** Whether the vectors notice a mutant. */
async function runMutant({ file, mutation }: Mutant, sets: readonly PreparedSet[], place: string): Promise<Verdict> {
  const text = applyMutation(sources[file], mutation);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, file), text);
  const rtl = rtlSources().map((path) => (basename(path) === file ? join(place, file) : path));
  const concerned = setsFor(file, sets);
  let compiles = false;
  for (const set of concerned) {
    const outcome = await passes(set, rtl, place);
    if (outcome === 'fail') return 'killed';
    compiles ||= outcome === 'pass';
  }
  return compiles ? 'survived' : 'does not compile';
}

/** Whether a mutant that survives is the original in another spelling, for the parameters of every set. */
async function proveMutant({ file, mutation }: Mutant, sets: readonly PreparedSet[]): Promise<Verdict> {
  const mutated = { [file]: applyMutation(sources[file], mutation) };
  for (const { module, parameters } of setsToProve(file, setsFor(file, sets))) {
    const proof = await proveApart({ sources, mutated, module, parameters });
    if (proof === 'unproven' && (await hasTwoDrivers(file, mutated[file], module, parameters))) return 'does not compile';
    if (proof !== 'equivalent') return proof === 'different' ? 'survived' : 'unproven';
  }
  return 'equivalent';
}

/** Without those of units that reach the file only in instances of others, and pass their parameters on to these by name: what is proven of the others is of the whole. */
function setsToProve(file: string, sets: readonly PreparedSet[]): readonly PreparedSet[] {
  return sets.filter(({ module, parameters }) => {
    const inner = [...(instances.get(module) ?? [])].filter((below) => reached.get(below)?.has(file) === true);
    const isPassedOn = ([name, value]: [string, number]): boolean => parameters[name] === value && sources[`${module}.sv`].includes(`.${name}(${name})`);
    const isProven = (below: string): boolean => sets.some((set) => set.module === below && Object.entries(set.parameters).every(isPassedOn));
    return file === `${module}.sv` || !inner.every(isProven);
  });
}

/** Whether a mutant drives a bit twice, which Icarus takes and Verilator, or any synthesis, doesn't. */
async function hasTwoDrivers(file: string, text: string, module: string, parameters: Readonly<Record<string, number>>): Promise<boolean> {
  const place = mkdtempSync(join(scratch, 'lint-'));
  writeFileSync(join(place, file), text);
  const rtl = rtlSources().map((path) => (basename(path) === file ? join(place, file) : path));
  const values = Object.entries(parameters).map(([name, value]) => `-G${name}=${value}`);
  const { output } = await run('verilator', ['--lint-only', '--top', module, ...values, ...rtl], { cwd: place });
  return output.includes('MULTIDRIVEN');
}

/** Calls `work` for all items, a few at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T, worker: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, async (_, worker) => {
      while (next < items.length) await work(items[next++], worker);
    }),
  );
}

const missing = missingSimulators();
if (missing.length > 0) throw new Error(`mutants: ${missing.join(', ')} cannot be found`);
const mutants = Object.entries(sources)
  .filter(([file]) => flags.file === undefined || file === flags.file)
  .flatMap(([file, text]) => mutationsOf(text).map((mutation) => ({ file, mutation })))
  .filter((_, index) => index % Number(flags.every) === Number(flags.offset));

const needed = MUTANT_SETS.filter(({ unit }) => mutants.some(({ file }) => reached.get(unit.replaceAll('-', '_'))?.has(file)));
const sets: PreparedSet[] = [];
await inParallel(needed.map((plan, index) => ({ plan, index })), async ({ plan, index }) => { sets[index] = await prepare(plan, index); });

const verdicts = new Map<Mutant, Verdict>();
await inParallel(mutants, async (mutant, worker) => {
  verdicts.set(mutant, await runMutant(mutant, sets, join(scratch, `worker${worker}`)));
  if (process.stderr.isTTY) process.stderr.write(`\r${verdicts.size} of ${mutants.length} `);
});
const survivors = [...verdicts].filter(([, verdict]) => verdict === 'survived').map(([mutant]) => mutant);
process.stdout.write(`${mutants.length} mutants run, ${survivors.length} to be proven equivalent\n`);
await inParallel(survivors, async (mutant) => {
  const verdict = await proveMutant(mutant, sets);
  verdicts.set(mutant, verdict);
  const { file, mutation } = mutant;
  process.stdout.write(`${verdict.padEnd(12)}${file}:${lineOf(sources[file], mutation)} ${mutation.kind}: ${mutation.from} -> ${mutation.to}\n`);
});

const VERDICTS: readonly Verdict[] = ['killed', 'equivalent', 'does not compile', 'survived', 'unproven'];
const count = (of: (mutant: Mutant) => boolean): string => VERDICTS.map((verdict) => String([...verdicts].filter(([m, v]) => v === verdict && of(m)).length).padStart(18)).join('');
process.stdout.write(`${'mutants of'.padEnd(24)}${VERDICTS.map((verdict) => verdict.padStart(18)).join('')}\n`);
for (const file of Object.keys(sources)) if (mutants.some((m) => m.file === file)) process.stdout.write(`${file.padEnd(24)}${count((m) => m.file === file)}\n`);
process.stdout.write(`${`all ${mutants.length}`.padEnd(24)}${count(() => true)}\n`);
if (flags.json !== undefined) {
  const rows = [...verdicts].map(([{ file, mutation }, verdict]) => ({ file, line: lineOf(sources[file], mutation), ...mutation, verdict }));
  writeFileSync(flags.json, JSON.stringify(rows, null, 1));
}
if ([...verdicts.values()].some((verdict) => verdict === 'survived' || verdict === 'unproven')) process.exitCode = 1;
