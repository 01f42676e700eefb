/** `mlsim vectors`. */
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { MAX_COUNT } from "../golden/unit-source.js";
import { integer, seed } from "./options.js";
import { grouped, jsonText, print } from "./print.js";
import { borderless } from "./table.js";
import { prepareFolder } from "./vectors-folder.js";
import { VECTOR_UNITS } from "./vectors-units.js";
import { writingSet } from "./vectors-writer.js";
import { work } from "./work.js";
export function vectorsCommand() {
    const command = new Command('vectors')
        .description('Golden vectors of a unit, and a self-checking SystemVerilog bench for a design of it.')
        .addHelpText('after', `
The folder has manifest.json, the vectors as hexadecimal words ($readmemh), tb.sv, live.sv (a bench that asks mlsim eval while it runs) and dut.sv, where the design goes. The same arguments give the same bytes.

Examples:
  mlsim vectors fp32-adder -o adder
  mlsim vectors multiplier -o mul --element 2,1 --element-y 3,2
  mlsim vectors accumulator -o acc --acc-width 16 --level 2`);
    VECTOR_UNITS.forEach((unit) => command.addCommand(unitCommand(unit)));
    return command;
}
function unitCommand(unit) {
    const command = new Command(unit.name).description(unit.summary);
    command.requiredOption('-o, --output <DIR>', 'folder of the set; made if it is missing');
    unit.addOptions(command);
    return command
        .addOption(new Option('--level <n>', 'how thorough: 2 has about ten times as many cases').choices(['1', '2']).default('1'))
        .option('--count <N>', 'cases in all: fewer thin every class, more are random (default: what the level takes)', integer(1, MAX_COUNT))
        .addOption(new Option('--seed <n>', 'seed of the random operands, 0..2^64-1').argParser(seed).default(0n, '0'))
        .option('--force', 'write into a folder that has other files in it, and over a changed dut.sv')
        .option('--json', 'print { output, unit, set, files, classes, dutKept }')
        .action((flags, self) => run(unit, flags, self));
}
async function run(unit, flags, command) {
    const { output, force = false } = flags;
    const options = { level: flags.level === '1' ? 1 : 2, seed: flags.seed, count: flags.count };
    const source = unit.source(flags, options);
    prepareFolder(output, force);
    const heading = { version: rootOf(command).version() ?? '', command: callOf(command, 'vectors'), evaluation: evaluationOf(command), level: options.level, seed: String(options.seed) };
    const { manifest, dutKept } = await work('vectors', writingSet(output, source, heading, force));
    if (flags.json === true) {
        const { set, files, classes } = manifest;
        print(jsonText({ output, unit: unit.name, set, files: files.map(({ name, role, words, wordBits, sha256 }) => ({ name, role, words, wordBits, sha256 })), classes, dutKept }));
    }
    else {
        print(summary(output, manifest, dutKept));
    }
}
function rootOf(command) {
    return command.parent === null ? command : rootOf(command.parent);
}
/** Options that say where and how, but not what. */
const NOT_IN_CALL = ['output', 'force', 'json', 'debug'];
/** The call that answers the unit's operands one by one. One chunk of the tree, as in the set, is without the running sum. */
function evaluationOf(command) {
    const call = callOf(command, 'eval', ['level', 'count', 'seed']);
    return command.name() === 'adder-tree' ? `${call} --no-running-sum` : call;
}
/** The call of a command with the unit's options, every one that has a value, defaults too: `vectors` writes the same set again. */
function callOf(command, name, without = []) {
    const options = command.options
        .filter((option) => ![...NOT_IN_CALL, ...without].includes(option.attributeName()))
        .flatMap((option) => optionText(option, command.getOptionValue(option.attributeName())));
    return ['mlsim', name, command.name(), ...options].join(' ');
}
function optionText({ long, negate }, value) {
    if (value === undefined || long === undefined)
        return [];
    if (typeof value === 'boolean')
        return value === !negate ? [long] : [];
    return [long, valueText(value)];
}
/** An option's value as it is typed. */
function valueText(value) {
    // Formats are the only values of options that are objects.
    if (typeof value === 'object' && value !== null) {
        const format = value;
        return 'E' in format ? `${String(format['E'])},${String(format['M'])}` : `${String(format['Eg'])},${String(format['Mg'])}`;
    }
    return String(value);
}
function summary(folder, { unit, set, files, classes }, dutKept) {
    const what = files[0].role === 'cases' ? 'cases' : 'cycles';
    const rows = classes.map(({ name, count }) => [`  ${name}`, grouped(count)]);
    const rtl = fileURLToPath(new URL('../../rtl', import.meta.url));
    return `${folder}: ${grouped(files[0].words)} ${what} for ${unit}, set ${set}${dutKept ? '\n  dut.sv was changed since it was written, and is kept (--force overwrites it)' : ''}

${borderless(['  class', what], 1, rows)}

Put your design into ${folder}/dut.sv (now the reference RTL), and run
  cd ${folder} && iverilog -g2012 -s tb -o sim tb.sv dut.sv ${rtl}/*.sv && vvp sim
  cd ${folder} && verilator --binary --timing -Wno-fatal --top tb tb.sv dut.sv ${rtl}/*.sv && obj_dir/Vtb`;
}
//# sourceMappingURL=vectors.js.map