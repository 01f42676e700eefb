/** Programs outside of Node that tests of RTL call. */
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Outcome {
  /** The exit status; null when the time was up. */
  readonly status: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}

/** Runs a program, for some seconds at most. @throws Error when it cannot be started */
export async function run(command: string, args: readonly string[], { cwd, seconds = 300 }: { readonly cwd: string; readonly seconds?: number }): Promise<Outcome> {
  return outcomeOf(spawn(command, args, { cwd, timeout: seconds * 1000, stdio: ['ignore', 'pipe', 'pipe'], env: toolEnvironment() }));
}

/** Runs a program, for some seconds of processor time at most: what comes of it doesn't depend on what else the machine does. */
export async function runBounded(command: string, args: readonly string[], { cwd, cpuSeconds }: { readonly cwd: string; readonly cpuSeconds: number }): Promise<Outcome> {
  return outcomeOf(spawn('sh', ['-c', `ulimit -t ${cpuSeconds}; exec "$0" "$@"`, command, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: toolEnvironment() }));
}

async function outcomeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Outcome> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { status, output };
}

/** Verilator compiles the same library with every design: with ccache once. */
function toolEnvironment(): NodeJS.ProcessEnv {
  return isInstalled('ccache') ? { ...process.env, OBJCACHE: 'ccache' } : process.env;
}

const found = new Map<string, boolean>();

function isInstalled(command: string): boolean {
  const known = found.get(command) ?? spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
  found.set(command, known);
  return known;
}

/** The simulators that are not installed. */
export function missingSimulators(): readonly string[] {
  return ['iverilog', 'vvp', 'verilator'].filter((command) => !isInstalled(command));
}

/**
 * Whether tests may call the simulators. Says loudly when they can't, and where the tools are required doesn't take no for an answer.
 * @throws Error where MLSIM_REQUIRE_TOOLS=1 and one is missing
 */
export function simulatorsAreHere(what: string): boolean {
  const missing = missingSimulators();
  if (missing.length === 0) return true;
  const message = `${what}: NOT RUN, since ${missing.join(', ')} cannot be found (Debian: apt-get install iverilog verilator)`;
  if (process.env.MLSIM_REQUIRE_TOOLS === '1') throw new Error(message);
  process.stderr.write(`\n*** ${message}\n\n`);
  return false;
}
