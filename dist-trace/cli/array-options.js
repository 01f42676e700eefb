import { InputError } from "../bits/check.js";
import { DEFAULT_ARRAY, MAX_ARRAY_SIDE, MAX_INTERLEAVE, MAX_LATENCY } from "../sim/cycle/parameters.js";
import { integer } from "./options.js";
const NAMES = ['rows', 'cols', 'fpAddLatency', 'fpMulLatency', 'interleave'];
/** Adds the options of an array of elements. */
export function addArrayOptions(command) {
    return command
        .option('--rows <n>', 'rows of processing elements, one output channel each', integer(1, MAX_ARRAY_SIDE), DEFAULT_ARRAY.rows)
        .option('--cols <n>', 'columns of processing elements, one output of a channel each', integer(1, MAX_ARRAY_SIDE), DEFAULT_ARRAY.cols)
        .option('--fp-add-latency <Lf>', 'cycles of a binary32 addition', integer(1, MAX_LATENCY), DEFAULT_ARRAY.fpAddLatency)
        .option('--fp-mul-latency <Lm>', 'cycles of a binary32 multiplication', integer(1, MAX_LATENCY), DEFAULT_ARRAY.fpMulLatency)
        .option('--interleave <I>', 'outputs of an element that take turns chunk by chunk', integer(1, MAX_INTERLEAVE), DEFAULT_ARRAY.interleave);
}
/** @throws InputError where an array option was given to an engine without cycles */
export function rejectArrayOptions(command, engine) {
    const given = NAMES.find((name) => command.getOptionValueSource(name) === 'cli');
    if (given === undefined)
        return;
    const flag = `--${given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new InputError(`${flag}: only --engine cycle has it, found --engine ${engine}`);
}
//# sourceMappingURL=array-options.js.map