/** `mlsim trace`. */
import { Command, InvalidArgumentError } from 'commander';
import { about, InputError } from "../bits/check.js";
import { indexOf } from "../bits/shape.js";
import { elementFormatName } from "../formats/element.js";
import { openOutput } from "../io/atomic-file.js";
import { openVcd } from "../io/vcd.js";
import { DIAGRAM_LEGEND, pipelineDiagram } from "../report/pipeline-diagram.js";
import { outputGrid } from "../sim/cycle/grid.js";
import { chunksOf, locateOutput } from "../sim/cycle/locate.js";
import { requireArrayParameters } from "../sim/cycle/parameters.js";
import { runCycle } from "../sim/cycle/run-cycle.js";
import { layerCycles } from "../sim/cycle/timing.js";
import { addArrayOptions } from "./array-options.js";
import { addConvolutionOptions, OPERANDS_HELP, prepareConvolution } from "./convolution-job.js";
import { size } from "./options.js";
import { grouped, print } from "./print.js";
import { work } from "./work.js";
export function traceCommand() {
    const command = new Command('trace').description('Write the waveform of every register of one processing element, or draw its pipeline as text.');
    addConvolutionOptions(command)
        .option('-o, --output <T.vcd>', 'waveform (IEEE 1364 VCD)')
        .option('--text', 'draw the pipeline on standard output instead of, or beside, the waveform')
        .option('--cycles <first,last>', 'window of cycles (default: all; with --text alone the first 100)', cycleWindow)
        .option('--of-output <i,j,k,l>', 'window of one output, by its indices: from the issue of its first pair until it is visible', outputIndex)
        .option('--at <row,column>', "the element of the array; --of-output takes the output's own", size, [0, 0]);
    return addArrayOptions(command)
        .addHelpText('after', `
In the text, ${DIAGRAM_LEGEND}.

${OPERANDS_HELP}

Examples:
  mlsim trace --pass forward w.npz a.npz --padding 1 -o t.vcd --cycles 0,1000
  mlsim trace --pass forward w.npz a.npz --text --of-output 0,3,1,2 --tree-width 4 --interleave 2`)
        .action(run);
}
function cycleWindow(text) {
    const match = /^(\d{1,15}),(\d{1,15})$/.exec(text);
    const window = { first: Number(match?.[1]), last: Number(match?.[2]) };
    if (match === null || window.last < window.first)
        throw new InvalidArgumentError(`expected first,last with first <= last, found "${text.slice(0, 40)}"`);
    return window;
}
function outputIndex(text) {
    if (!/^\d{1,9}(,\d{1,9}){3}$/.test(text))
        throw new InvalidArgumentError(`expected 4 indices i,j,k,l, found "${text.slice(0, 40)}"`);
    return text.split(',').map(Number);
}
const TEXT_CYCLES = 100;
/** A diagram wider than this is not for people. */
const MAX_TEXT_CYCLES = 1000;
async function run(xPath, yPath, flags) {
    if (flags.output === undefined && flags.text !== true)
        throw new InputError('trace: expected -o T.vcd or --text, found neither');
    if (flags.cycles !== undefined && flags.ofOutput !== undefined)
        throw new InputError('--cycles: expected --cycles or --of-output, found both');
    const job = await prepareConvolution(xPath, yPath, flags);
    const array = requireArrayParameters({ ...flags, tensorScale: flags.tensorScale });
    const place = { row: flags.at[0], column: flags.at[1] };
    if (place.row >= array.rows || place.column >= array.cols) {
        throw new InputError(`--at: expected an element within ${array.rows},${array.cols} rows and columns, found ${flags.at.join(',')}`);
    }
    const total = Number(layerCycles(outputGrid(job.conv, flags.groups), array).total);
    const window = windowOf(flags, job, array, place, total);
    if (flags.text === true && window.last - window.first >= MAX_TEXT_CYCLES) {
        throw new InputError(`--text: expected a window of at most ${MAX_TEXT_CYCLES} cycles, found ${window.last - window.first + 1} (see --cycles)`);
    }
    if (flags.output !== undefined) {
        const out = openOutput(flags.output);
        await writeWaveform(out, job, array, window, flags);
        out.commit();
        print(`${flags.output}: cycles ${grouped(window.first)} to ${grouped(window.last)} of ${grouped(total)}, element ${window.place.row},${window.place.column}`);
    }
    if (flags.text === true)
        print(diagram(job, array, window, flags.groups));
}
function windowOf(flags, { conv }, array, place, total) {
    const { ofOutput } = flags;
    if (ofOutput !== undefined)
        return about('--of-output', () => locateOutput(conv, array, flags.groups, ofOutput));
    const whole = flags.output === undefined ? Math.min(total, TEXT_CYCLES) : total;
    const { first, last } = flags.cycles ?? { first: 0, last: whole - 1 };
    if (first >= total)
        throw new InputError(`--cycles: expected a first cycle below the run's ${total}, found ${first}`);
    return { first, last: Math.min(last, total - 1), place };
}
function diagram({ conv }, array, window, groups) {
    const name = (output, chunk) => `[${indexOf(conv.outputShape, output).join(',')}] chunk ${chunk}`;
    const picture = pipelineDiagram(chunksOf(conv, array, groups, window.place), window, array, conv.groupSize, ({ output, chunk }) => name(output, chunk));
    return `${picture}\n\n${DIAGRAM_LEGEND}`;
}
/** Thrown at the end of the window: what comes after is not simulated. */
class WindowEnd extends Error {
}
async function writeWaveform(out, job, array, window, flags) {
    const { conv, datapath, x, y } = job;
    const header = { comments: parameterLines(job, array, window, flags), timescale: '1 ns', top: 'pe', clk: true };
    const element = window.place.row * array.cols + window.place.column;
    let waveform;
    const steps = runCycle(conv, datapath, x, y, array, flags.groups, {
        toggles: false,
        onEdge: (cycle, _slot, elements) => {
            if (cycle < window.first)
                return;
            waveform ??= openVcd(out, header, elements[element].banks);
            waveform.sample(cycle);
            if (cycle >= window.last)
                throw new WindowEnd();
        },
    });
    try {
        await work('trace', steps);
    }
    catch (error) {
        if (!(error instanceof WindowEnd))
            throw error;
    }
    waveform?.finish(window.last + 1);
}
function parameterLines({ conv, x, y }, array, window, flags) {
    const operand = ({ element, scaleFormat, shape }) => `${elementFormatName(element)}, group scale <${scaleFormat.Eg},${scaleFormat.Mg}>, shape ${shape.join('x')}`;
    return [
        'mlsim: every register of one processing element',
        `pass ${conv.pass}, output ${conv.outputShape.join('x')}, groups of an output ${conv.groupCount}, pairs of a group ${conv.groupSize}`,
        `X ${operand(x)}; Y ${operand(y)}`,
        `stride ${flags.stride.join(',')}, padding ${flags.padding.join(',')}, dilation ${flags.dilation.join(',')}, channel groups ${flags.groups}`,
        `accumulator ${flags.accWidth} bits, ${flags.accOverflow}; flush to zero ${flags.flushToZero === true ? 'on' : 'off'}; tensor scale ${flags.tensorScale ? 'on' : 'off'}`,
        `array ${array.rows}x${array.cols}, lanes ${array.treeWidth}, fp-add latency ${array.fpAddLatency}, fp-mul latency ${array.fpMulLatency}, interleave ${array.interleave}`,
        `element ${window.place.row},${window.place.column}, cycles ${window.first} to ${window.last}; one cycle is 10 ns, cycle n begins at n x 10 ns`,
    ];
}
//# sourceMappingURL=trace.js.map