/** `mlsim width`. */
import { Command } from 'commander';
import { InputError } from "../bits/check.js";
import { OPERANDS_HELP } from "./convolution-job.js";
import { runCounterexample } from "./width-counterexample.js";
import { runData } from "./width-data.js";
import { addOperandOptions, kernelOption, layerOption, subjectOf } from "./width-options.js";
import { runWeights } from "./width-weights.js";
import { runWorstCase } from "./width-worst-case.js";
export function widthCommand() {
    const command = new Command('width')
        .description('How wide the local accumulator must be: the worst case of a network, a layer or a kernel in each pass, counterexamples, and what data need.')
        .usage('[options] <network> | --kernel 3x3 | --layer ... | --weights W | --data X Y --pass ...')
        .argument('[network]', 'built-in network (mlsim networks lists them), or X with --data')
        .argument('[Y]', 'second operand, with --data')
        .addOption(kernelOption())
        .addOption(layerOption())
        .option('--weights <W>', 'bounds of given weights (.npz or .npy) with any second operand')
        .option('--data', 'what given operands X and Y reach, for every width at once')
        .option('--counterexample <DIR>', 'write operands that overflow --acc-width with as few products as can, and vectors for a design')
        .option('--tree', 'with --data: also the error of adder trees of 1 to 1024 lanes')
        .option('--html <FILE>', 'with --data: also a page with charts')
        .option('--json', 'print all figures')
        .option('--csv', 'print the table as comma-separated values');
    return addOperandOptions(command, new Command())
        .addHelpText('after', `
${OPERANDS_HELP}
Worst cases need no operands; the formats are those of --element and --element-y. They are of a whole group: K products, where K is the kernel's area, and in
the weight gradient that of the output plane.

Examples:
  mlsim width resnet18 --element 2,4
  mlsim width resnet20 --element 2,1 --acc-width 16 --pass weight-grad
  mlsim width --kernel 3x3 --element 1,1 --acc-width 8
  mlsim width --layer 64,64,3,3,56,56 --padding 1 --csv
  mlsim width --kernel 3x3 --element 1,1 --acc-width 7 --counterexample overflow
  mlsim width --weights w.npz
  mlsim width --data w.npz a.npz --pass forward --padding 1 --html width.html`)
        .action(run);
}
async function run(first, second, flags, command) {
    const subject = subjectOf(command, flags, [first, second].filter((one) => one !== undefined).length);
    switch (subject) {
        case 'data':
            if (first === undefined || second === undefined)
                throw new InputError('--data: expected two operands X and Y, found less');
            await runData(first, second, flags);
            break;
        case 'weights':
            await runWeights(flags.weights ?? '', flags);
            break;
        case 'network':
        case 'kernel':
        case 'layer':
            if (flags.counterexample === undefined)
                await runWorstCase(subject, first, flags);
            else
                await runCounterexample(subject, first, flags, command);
    }
}
//# sourceMappingURL=width.js.map