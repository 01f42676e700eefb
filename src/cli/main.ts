/** Puts the commands together, and turns whatever goes wrong into one line and an exit status. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InputError } from '../bits/check.ts';
import { abortOpenOutputs } from '../io/atomic-file.ts';

/** The commands, in the order of the help text. A command's modules are loaded when it is asked for: all of them would take longer than a small layer. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  quantize: async () => (await import('./quantize.ts')).quantizeCommand(),
  dequantize: async () => (await import('./dequantize.ts')).dequantizeCommand(),
  conv: async () => (await import('./conv.ts')).convCommand(),
  sweep: async () => (await import('./sweep.ts')).sweepCommand(),
  eval: async () => (await import('./eval/command.ts')).evalCommand(),
  vectors: async () => (await import('./vectors.ts')).vectorsCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  trace: async () => (await import('./trace.ts')).traceCommand(),
  energy: async () => (await import('./energy.ts')).energyCommand(),
  networks: async () => (await import('./networks.ts')).networksCommand(),
  width: async () => (await import('./width.ts')).widthCommand(),
  datapaths: async () => (await import('./datapaths.ts')).datapathsCommand(),
  demo: async () => (await import('./demo.ts')).demoCommand(),
};

const BAD_INPUT = 2;
const INTERRUPTED = 130;
const TERMINATED = 143;

/** Runs the program. @param argv as in `process.argv` */
export async function main(argv: readonly string[]): Promise<void> {
  process.on('SIGINT', () => stop(INTERRUPTED));
  process.on('SIGTERM', () => stop(TERMINATED));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { fail(new InputError(`standard output: ${outputProblem(error)}`), argv); });
  process.stderr.on('error', () => stop(BAD_INPUT));
  try {
    await (await program(argv[2])).parseAsync(argv);
  } catch (error) {
    fail(error, argv);
  }
}

/** The program with the command of that name, or with all of them where there is none. */
export async function program(name?: string): Promise<Command> {
  const root = new Command('mlsim')
    .description('Bit-accurate simulator of a low-bit multiply-accumulate unit with multi-level scaling (MLS).')
    .version(version())
    .showHelpAfterError(false)
    .showSuggestionAfterError(false)
    .enablePositionalOptions()
    .addHelpText('after', '\nEach command has its own --help. Any command takes --debug: a stack trace with an error.');
  const known = name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of known) root.addCommand(await load());
  prepare(root);
  return root;
}

/** Every command, however deep: errors are thrown to `main`, and --debug is understood. */
function prepare(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  command.option('--debug', 'show a stack trace with an error');
  command.commands.forEach(prepare);
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

function fail(error: unknown, argv: readonly string[]): void {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.stderr.write(`${errorLine(error)}\n`);
  if (argv.includes('--debug') && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  stop(BAD_INPUT);
}

/** One line, whatever the error is. */
function errorLine(error: unknown): string {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return 'error: expected a command (see mlsim --help)';
    return oneLine(error.message.startsWith('error: ') ? error.message : `error: ${error.message}`);
  }
  if (error instanceof InputError) return oneLine(`error: ${error.message}`);
  const message = error instanceof Error ? error.message : String(error);
  return oneLine(`error: internal: ${message} (a defect of mlsim: please report it with the output of --debug)`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}

function outputProblem(error: NodeJS.ErrnoException): string {
  const code = error.code ?? 'unknown';
  if (code === 'EPIPE') return 'closed by its reader before all was written (EPIPE)';
  return code === 'ENOSPC' ? 'no space left (ENOSPC)' : `cannot be written (${code})`;
}

function stop(status: number): never {
  abortOpenOutputs();
  process.exit(status);
}
