/** `mlsim eval`. */
import { Command } from 'commander';
import { InputError } from "../../bits/check.js";
import { adderTreeUnit, adderUnit, fp32MultiplierUnit, tensorScaleUnit } from "./binary32-units.js";
import { filterLines } from "./filter.js";
import { accumulatorUnit, groupScalerUnit, intToFp32Unit, multiplierUnit } from "./integer-units.js";
import { quantizerUnit } from "./quantizer-unit.js";
export const EVAL_UNITS = [
    multiplierUnit,
    accumulatorUnit,
    groupScalerUnit,
    intToFp32Unit,
    adderUnit,
    fp32MultiplierUnit,
    adderTreeUnit,
    tensorScaleUnit,
    quantizerUnit,
];
export function evalCommand() {
    const command = new Command('eval')
        .description('One unit as a filter: operands in hex on standard input, one case a line; results in hex on standard output.')
        .addHelpText('after', '\nEach unit has its own --help with the words of a line.\n\nExample:\n  echo 3f800000 34000000 | mlsim eval fp32-adder');
    EVAL_UNITS.forEach((unit) => command.addCommand(unitCommand(unit)));
    return command;
}
function unitCommand(unit) {
    const command = new Command(unit.name).description(unit.summary);
    unit.addOptions(command);
    const { options, input, output } = unit.example;
    const call = `echo ${input} | mlsim eval ${unit.name}${options === undefined ? '' : ` ${options}`}`;
    return command
        .addHelpText('after', `\nA line: ${unit.lines}\n\nExample:\n  ${call}\n  ${output}`)
        .action(async (flags) => {
        const evaluate = unit.prepare(flags);
        try {
            await filterLines(evaluate, process.stdin, process.stdout);
        }
        catch (error) {
            if (error instanceof InputError)
                throw new InputError(`standard input: ${error.message}`, { cause: error });
            throw error;
        }
    });
}
//# sourceMappingURL=command.js.map