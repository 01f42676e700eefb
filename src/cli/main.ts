/** Puts the commands together, and turns whatever goes wrong into one line and an exit status. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InputError } from '../bits/check.ts';
import { abortOpenOutputs } from '../io/atomic-file.ts';
import { checkCommand } from './check.ts';
import { convCommand } from './conv.ts';
import { datapathsCommand } from './datapaths.ts';
import { demoCommand } from './demo.ts';
import { dequantizeCommand } from './dequantize.ts';
import { energyCommand } from './energy.ts';
import { evalCommand } from './eval/command.ts';
import { networksCommand } from './networks.ts';
import { quantizeCommand } from './quantize.ts';
import { traceCommand } from './trace.ts';
import { sweepCommand } from './sweep.ts';
import { vectorsCommand } from './vectors.ts';
import { widthCommand } from './width.ts';

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
    await program().parseAsync(argv);
  } catch (error) {
    fail(error, argv);
  }
}

/** The program and its commands. */
export function program(): Command {
  const root = new Command('mlsim')
    .description('Bit-accurate simulator of a low-bit multiply-accumulate unit with multi-level scaling (MLS).')
    .version(version())
    .showHelpAfterError(false)
    .showSuggestionAfterError(false)
    .enablePositionalOptions()
    .addHelpText('after', '\nEach command has its own --help. Any command takes --debug: a stack trace with an error.');
  const commands = [quantizeCommand(), dequantizeCommand(), convCommand(), sweepCommand(), evalCommand(), vectorsCommand(), checkCommand(), traceCommand(), energyCommand(), networksCommand(), widthCommand(), datapathsCommand(), demoCommand()];
  for (const command of commands) root.addCommand(command);
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
