/** Puts the commands together, and turns whatever goes wrong into one line and an exit status. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InputError } from "../bits/check.js";
import { abortOpenOutputs } from "../io/atomic-file.js";
/** The commands, in the order of the help text. A command's modules are loaded when it is asked for: all of them would take longer than a small layer. */
const COMMANDS = {
    quantize: async () => (await import("./quantize.js")).quantizeCommand(),
    dequantize: async () => (await import("./dequantize.js")).dequantizeCommand(),
    conv: async () => (await import("./conv.js")).convCommand(),
    sweep: async () => (await import("./sweep.js")).sweepCommand(),
    eval: async () => (await import("./eval/command.js")).evalCommand(),
    vectors: async () => (await import("./vectors.js")).vectorsCommand(),
    check: async () => (await import("./check.js")).checkCommand(),
    trace: async () => (await import("./trace.js")).traceCommand(),
    energy: async () => (await import("./energy.js")).energyCommand(),
    networks: async () => (await import("./networks.js")).networksCommand(),
    width: async () => (await import("./width.js")).widthCommand(),
    datapaths: async () => (await import("./datapaths.js")).datapathsCommand(),
    demo: async () => (await import("./demo.js")).demoCommand(),
};
const BAD_INPUT = 2;
const INTERRUPTED = 130;
const TERMINATED = 143;
/** Runs the program. @param argv as in `process.argv` */
export async function main(argv) {
    process.on('SIGINT', () => stop(INTERRUPTED));
    process.on('SIGTERM', () => stop(TERMINATED));
    process.stdout.on('error', (error) => { fail(new InputError(`standard output: ${outputProblem(error)}`), argv); });
    process.stderr.on('error', () => stop(BAD_INPUT));
    try {
        await (await program(argv[2])).parseAsync(argv);
    }
    catch (error) {
        fail(error, argv);
    }
}
/** The program with the command of that name, or with all of them where there is none. */
export async function program(name) {
    const root = new Command('mlsim')
        .description('Bit-accurate simulator of a low-bit multiply-accumulate unit with multi-level scaling (MLS).')
        .version(version())
        .showHelpAfterError(false)
        .showSuggestionAfterError(false)
        .enablePositionalOptions()
        .addHelpText('after', '\nEach command has its own --help. Any command takes --debug: a stack trace with an error.');
    const known = name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
    for (const load of known)
        root.addCommand(await load());
    prepare(root);
    return root;
}
/** Every command, however deep: errors are thrown to `main`, and --debug is understood. */
function prepare(command) {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
    command.option('--debug', 'show a stack trace with an error');
    command.commands.forEach(prepare);
}
function version() {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    return manifest.version;
}
function fail(error, argv) {
    if (error instanceof CommanderError && error.exitCode === 0)
        return;
    process.stderr.write(`${errorLine(error)}\n`);
    if (argv.includes('--debug') && error instanceof Error)
        process.stderr.write(`${error.stack ?? ''}\n`);
    stop(BAD_INPUT);
}
/** One line, whatever the error is. */
function errorLine(error) {
    if (error instanceof CommanderError) {
        if (error.code === 'commander.help')
            return 'error: expected a command (see mlsim --help)';
        return oneLine(error.message.startsWith('error: ') ? error.message : `error: ${error.message}`);
    }
    if (error instanceof InputError)
        return oneLine(`error: ${error.message}`);
    const message = error instanceof Error ? error.message : String(error);
    return oneLine(`error: internal: ${message} (a defect of mlsim: please report it with the output of --debug)`);
}
function oneLine(text) {
    return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
function outputProblem(error) {
    const code = error.code ?? 'unknown';
    if (code === 'EPIPE')
        return 'closed by its reader before all was written (EPIPE)';
    return code === 'ENOSPC' ? 'no space left (ENOSPC)' : `cannot be written (${code})`;
}
function stop(status) {
    abortOpenOutputs();
    process.exit(status);
}
//# sourceMappingURL=main.js.map