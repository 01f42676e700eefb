/** `mlsim sweep`. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { about, InputError, show } from "../bits/check.js";
import { layerRuns, WORKLOADS } from "../networks/layer-runs.js";
import { outputShape } from "../networks/layer.js";
import { NETWORKS } from "../networks/networks.js";
import { spread, verify } from "../networks/verify.js";
import { DEFAULT_ARRAY, MAX_INTERLEAVE, MAX_LATENCY, requireArrayParameters } from "../sim/cycle/parameters.js";
import { runCycle } from "../sim/cycle/run-cycle.js";
import { sweep } from "../sim/cycle/sweep.js";
import { mlsDatapath, mlsDefaults } from "../sim/mls-datapath.js";
import { MAX_TREE_WIDTH } from "../units/adder-tree.js";
import { DEFAULT_ELEMENT, DEFAULT_SCALE, integer, layerSizes, pair, seed } from "./options.js";
import { jsonText, print } from "./print.js";
import { arrays, axis, MAX_POINTS, TREE_WIDTH } from "./sweep-lists.js";
import { csvText, introduction, jsonFigures, layerRows, tableText, verificationText } from "./sweep-text.js";
import { work } from "./work.js";
const MAX_BATCH = 2 ** 20;
/** Multiplier slots that --verify simulates for one array: some seconds. */
const VERIFY_SLOTS = 200_000_000;
const ORDERS = {
    cycles: (a, b) => Number(a.cycles.total - b.cycles.total),
    utilization: (a, b) => b.shares.utilization - a.shares.utilization,
};
/** The clocked model, as --verify runs it: every edge. */
function* stepClocked(...[conv, x, y, array, channelGroups]) {
    const datapath = mlsDatapath({ ...mlsDefaults(x, y), treeWidth: array.treeWidth, tensorScale: array.tensorScale });
    const { cycles } = yield* runCycle(conv, datapath, x, y, array, channelGroups, { stepped: true, toggles: false });
    return cycles;
}
/** @param clocked the model that --verify compares with */
export function sweepCommand(clocked = stepClocked) {
    const { treeWidth, fpAddLatency, fpMulLatency, interleave } = DEFAULT_ARRAY;
    return new Command('sweep')
        .description('Cycles, stalls and utilization of a network or a layer on many arrays, exactly, from the closed form.')
        .addOption(new Option('--network <name>', `built-in network: ${NETWORKS.map(({ name }) => name).join(', ')}`).argParser(networkNamed))
        .option('--input-size <n|h,w>', "the network's input size (default: that of its published figures)", pair)
        .option('--layer <co,ci,kh,kw,h,w>', 'one layer instead: channels of all channel groups together, kernel and input size', layerSizes)
        .option('--stride <n|h,w>', "the layer's stride (default: 1)", pair)
        .option('--padding <n|h,w>', "the layer's symmetric zero padding (default: 0)", pair)
        .option('--dilation <n|h,w>', "distance of the kernel's taps (default: 1)", pair)
        .option('--groups <n>', "the layer's channel groups (default: 1)", integer(1, 2 ** 20))
        .addOption(new Option('--pass <pass>', 'which convolution; training is all three').choices(WORKLOADS).default('forward'))
        .option('--batch <n>', 'images', integer(1, MAX_BATCH), 1)
        .addOption(new Option('--array <list>', 'processing elements, rows x cols; n is n x n').argParser(arrays).default([[1, 1]], '1x1'))
        .addOption(axis('--tree-width <list>', 'lanes T, powers of two, 1..1024; a range doubles', TREE_WIDTH, MAX_TREE_WIDTH, treeWidth))
        .addOption(axis('--fp-add-latency <list>', 'cycles Lf of a binary32 addition, 1..64', 'fp-add latency', MAX_LATENCY, fpAddLatency))
        .addOption(axis('--fp-mul-latency <list>', 'cycles Lm of a binary32 multiplication, 1..64', 'fp-mul latency', MAX_LATENCY, fpMulLatency))
        .addOption(axis('--interleave <list>', 'outputs I that take turns on an element, 1..1024', 'interleave', MAX_INTERLEAVE, interleave))
        .option('--no-tensor-scale', 'an array without the final multiplication by S_z')
        .addOption(new Option('--sort <figure>', 'best first (default: in the order given)').choices(Object.keys(ORDERS)))
        .option('--layers', 'a row for each layer, of one array')
        .option('--verify <n>', 'also step n of the arrays on the clocked model and compare all cycle counts', integer(1, MAX_POINTS))
        .option('--seed <n>', 'seed of the random operands of --verify (default: 0)', seed)
        .option('--json', 'print all figures')
        .option('--csv', 'print all figures as comma-separated values')
        .addHelpText('after', `
A list has values and ranges: 1,2,4 or 1..8 or 8..64:8 (steps of 8) or 1..64:x2 (doubling). --array takes 8x8, 1..4x8, and 4..16:x2 for squares.
All combinations of the lists are computed, at most ${MAX_POINTS}.

Utilization, stall, drain, idle lanes and idle PEs are shares of all multiplier slots (cycles x multipliers) and add up to 100 %.
A fully connected layer counts as a 1x1 convolution of a 1x1 input. The input gradient of a network's first layer is never needed and is left out.

Examples:
  mlsim sweep --network resnet18 --array 8x8 --interleave 1,2,4
  mlsim sweep --network mobilenet-v2 --pass training --batch 32 --array 4..32:x2 --tree-width 4..32 --sort cycles
  mlsim sweep --network vgg16 --array 16x16 --layers
  mlsim sweep --layer 64,64,3,3,56,56 --padding 1 --fp-add-latency 1..5 --csv
  mlsim sweep --layer 96,96,1,1,14,14 --interleave 1,4 --verify 2`)
        .action((flags) => run(flags, clocked));
}
async function run(flags, clocked) {
    refuseClashes(flags);
    const arrays = combinations(flags);
    const network = flags.network !== undefined;
    const layers = flags.network ? flags.network.layers(flags.inputSize ?? flags.network.inputSize) : [singleLayer(flags)];
    const runs = layerRuns(layers, flags.pass, flags.batch, network);
    const points = await work('sweep', sweep(runs.map(({ grid }) => grid), arrays));
    const rows = flags.layers === true ? layerRows(runs, arrays[0]) : points.map((point) => ({ point }));
    const sorted = flags.sort === undefined ? rows : rows.toSorted((a, b) => ORDERS[flags.sort ?? 'cycles'](a.point, b.point));
    const verification = flags.verify === undefined ? undefined : await verified(runs, arrays, flags.verify, flags.seed ?? 0n, clocked);
    if (verification !== undefined && verification.mismatches.length > 0)
        process.exitCode = 1;
    const swept = { ...flags, layers, runs, arrays, points, rows: sorted, perLayer: flags.layers === true, verification };
    if (flags.csv === true) {
        print(csvText(sorted));
    }
    else if (flags.json === true) {
        print(jsonText(jsonFigures(swept)));
    }
    else {
        print(`${introduction(swept)}\n\n${tableText(sorted, arrays)}`);
        if (verification !== undefined)
            print(`\n${verificationText(verification, arrays.length)}`);
    }
}
/** @throws InputError for options that contradict each other */
function refuseClashes({ network, layer, inputSize, stride, padding, dilation, groups, json, csv, verify: verifies }) {
    if (network === undefined && layer === undefined)
        throw new InputError('sweep: expected --network or --layer, found neither');
    if (network !== undefined && layer !== undefined)
        throw new InputError('--layer: expected --network or --layer, found both');
    const ofLayer = Object.entries({ stride, padding, dilation, groups }).find(([, value]) => value !== undefined);
    if (network !== undefined && ofLayer !== undefined)
        throw new InputError(`--${ofLayer[0]}: only --layer takes it, found --network ${network.name}`);
    if (layer !== undefined && inputSize !== undefined)
        throw new InputError('--input-size: only --network takes it; --layer has its own h,w');
    if (json === true && csv === true)
        throw new InputError('--csv: expected --json or --csv, found both');
    if (csv === true && verifies !== undefined)
        throw new InputError('--verify: reports in the table or in --json, found --csv');
}
/** All combinations of the axes, the last one fastest. @throws InputError */
function combinations({ array, treeWidth, fpAddLatency, fpMulLatency, interleave, tensorScale, layers }) {
    const count = [array, treeWidth, fpAddLatency, fpMulLatency, interleave].reduce((product, list) => product * list.length, 1);
    if (count > MAX_POINTS)
        throw new InputError(`sweep: expected at most ${MAX_POINTS} combinations of the lists, found ${count}`);
    if (layers === true && count > 1)
        throw new InputError(`--layers: expected one array, found ${count} combinations of the lists`);
    return array.flatMap(([rows, cols]) => treeWidth.flatMap((T) => fpAddLatency.flatMap((Lf) => fpMulLatency.flatMap((Lm) => interleave.map((I) => requireArrayParameters({ rows, cols, treeWidth: T, fpAddLatency: Lf, fpMulLatency: Lm, interleave: I, tensorScale }))))));
}
/** The layer of --layer. @throws InputError where it is none */
function singleLayer({ layer, stride = [1, 1], padding = [0, 0], dilation = [1, 1], groups = 1 }) {
    if (layer === undefined)
        throw new TypeError('layer: expected sizes, found none');
    for (const [what, channels] of [['input', layer.ci], ['output', layer.co]]) {
        if (channels % groups !== 0)
            throw new InputError(`--groups: expected a divisor of the ${channels} ${what} channels, found ${groups}`);
    }
    const whole = { name: 'layer', kind: 'conv', ...layer, stride, padding, dilation, groups };
    about('--layer', () => outputShape(whole, 1));
    return whole;
}
async function verified(runs, arrays, count, operandSeed, clocked) {
    const options = { element: DEFAULT_ELEMENT, scaleFormat: DEFAULT_SCALE, seed: operandSeed, slots: VERIFY_SLOTS };
    const verification = await work('verify', verify(runs, spread(arrays, count), options, clocked));
    if (verification.cases === 0) {
        throw new InputError(`--verify: expected an array that runs a small layer in ${VERIFY_SLOTS} multiplier slots, found only larger ones`);
    }
    return verification;
}
function networkNamed(name) {
    const found = NETWORKS.find((network) => network.name === name);
    if (found === undefined)
        throw new InvalidArgumentError(`expected one of ${NETWORKS.map((network) => network.name).join(', ')}, found ${show(name)}`);
    return found;
}
//# sourceMappingURL=sweep.js.map