/** `mlsim energy`. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { InputError, show } from "../bits/check.js";
import { ARITHMETICS } from "../energy/arithmetic.js";
import { CONVENTION_NAMES, conventionNamed, CONVENTIONS } from "../energy/convention.js";
import { INT8_TREES } from "../energy/cost-table.js";
import { energyReport } from "../energy/report.js";
import { TABLES } from "../energy/tables/tables.js";
import { energyCsv } from "../report/energy-csv.js";
import { energyJson } from "../report/energy-json.js";
import { openPages } from "./energy-page.js";
import { sourcedTopology } from "./energy-source.js";
import { namedTables, tableNamed } from "./energy-tables.js";
import { energyText } from "./energy-text.js";
import { integer, onnxInputOption, pair } from "./options.js";
import { jsonText, print } from "./print.js";
const MAX_BATCH = 1_000_000;
export function energyCommand() {
    return new Command('energy')
        .description('What training or inference of a network costs in binary32, FP8, INT8 and MLS, with the origin of every number.')
        .argument('[network]', 'built-in network (mlsim networks lists them), or model.onnx')
        .addOption(new Option('--convention <name>', 'what the sum includes; see below').choices(CONVENTION_NAMES).default(CONVENTIONS[0].name))
        .option('--table <name|file>', `cost table: ${TABLES.map(({ name }) => name).join(', ')} or a JSON file; give it again to compare several`, collect)
        .addOption(new Option('--arithmetics <list>', `which of ${ARITHMETICS.join(', ')}`).argParser(arithmetics).default(ARITHMETICS, 'all'))
        .addOption(new Option('--int8-tree <adder>', "int8's tree additions, which the paper has no cost for: as int8's local ones, or binary32").choices(INT8_TREES).default('int8'))
        .option('--batch <n>', 'images', integer(1, MAX_BATCH), 1)
        .option('--inference', 'the forward pass alone, with batch normalization folded into the convolutions (default: a training step)')
        .option('--input-size <n|h,w>', "the network's input size (default: that of its published figures)", pair)
        .addOption(onnxInputOption())
        .option('--memory', 'also memory traffic, which is no part of the model')
        .option('--layers', 'also a line for each layer')
        .option('--json', 'print all figures')
        .option('--csv', 'print every charge, count x cost, as comma-separated values')
        .option('--html <FILE>', 'write a page with charts and all figures, for a browser or on paper')
        .option('--svg <FILE>', 'write the chart of where the energy goes, as a picture')
        .option('--reproduce', "the paper's Tab. 1, Tab. 5 and Eq. 9 beside the computed values; exit status 1 if one differs that should not")
        .option('--schema', "print the JSON schema of a table's file")
        .option('--print-table <name>', 'print a table as JSON, to start an own one from')
        .addHelpText('after', `
Conventions:
${CONVENTIONS.map(({ name, title }) => `  ${name.padEnd(11)}${title}`).join('\n')}

Examples:
  mlsim energy resnet18
  mlsim energy mobilenet-v2 --layers --batch 256
  mlsim energy vgg16-bn --convention published --json
  mlsim energy resnet50 --inference --memory
  mlsim energy resnet18 --table paper --table horowitz-45nm --arithmetics fp32,int8
  mlsim energy model.onnx --input-size 640 --inference
  mlsim energy --reproduce`)
        .action(run);
}
async function run(network, flags, command) {
    const alone = ['reproduce', 'schema', 'printTable'].find((flag) => flags[flag] !== undefined);
    if (alone !== undefined) {
        if (network !== undefined)
            throw new InputError(`--${alone === 'printTable' ? 'print-table' : alone}: takes no network, found ${show(network)}`);
        const page = ['html', 'svg'].find((flag) => flags[flag] !== undefined);
        if (page !== undefined)
            throw new InputError(`--${page}: expected a network, found --${alone === 'printTable' ? 'print-table' : alone}`);
        await printAlone(alone, flags);
        return;
    }
    if (network === undefined)
        throw new InputError('energy: expected a network (mlsim networks lists them), --reproduce, --schema or --print-table, found none');
    if (flags.json === true && flags.csv === true)
        throw new InputError('--csv: expected --json or --csv, found both');
    const writePages = openPages(flags, command);
    const report = await reportOf(network, flags);
    await writePages(report);
    if (flags.csv === true)
        print(energyCsv(report));
    else if (flags.json === true)
        print(jsonText(energyJson(report, flags.layers === true)));
    else
        print(energyText(report, flags.layers === true));
}
async function printAlone(flag, flags) {
    if (flag === 'printTable') {
        print(jsonText(await tableNamed(flags.printTable ?? '')));
    }
    else if (flag === 'schema') {
        const { tableJsonSchema } = await import("../energy/table-schema.js");
        print(jsonText(tableJsonSchema()));
    }
    else {
        const { printReproduction } = await import("./energy-reproduce.js");
        printReproduction(flags.json === true);
    }
}
async function reportOf(network, flags) {
    const { topology, inputSize, notes } = await sourcedTopology(network, flags);
    return energyReport({
        topology,
        inputSize,
        notes,
        workload: flags.inference === true ? 'inference' : 'training',
        convention: conventionNamed(flags.convention),
        batch: flags.batch,
        arithmetics: flags.arithmetics,
        tables: await namedTables(flags.table ?? []),
        int8Tree: flags.int8Tree,
        memory: flags.memory === true,
    });
}
function collect(value, before = []) {
    return [...before, value];
}
/** Some of the arithmetics, in their own order. */
function arithmetics(text) {
    const names = text.split(',');
    const unknown = names.find((name) => !ARITHMETICS.some((arithmetic) => arithmetic === name));
    if (unknown !== undefined)
        throw new InvalidArgumentError(`expected a list of ${ARITHMETICS.join(', ')}, found ${show(unknown)}`);
    return ARITHMETICS.filter((arithmetic) => names.includes(arithmetic));
}
//# sourceMappingURL=energy.js.map