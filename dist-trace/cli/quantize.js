/** `mlsim quantize`. */
import { Command } from 'commander';
import { InputError } from "../bits/check.js";
import { elementFormatName } from "../formats/element.js";
import { averageRelativeError } from "../formats/mls-tensor.js";
import { openOutput } from "../io/atomic-file.js";
import { writeMlsNpz } from "../io/mls-npz.js";
import { readFloat32, readUnsigned } from "../io/npy.js";
import { addQuantizationOptions, requireStochastic } from "./options.js";
import { jsonText, print } from "./print.js";
import { fastQuantizing } from "../sim/fast/quantize.js";
import { work } from "./work.js";
export function quantizeCommand() {
    const command = new Command('quantize')
        .description('Quantize a 4-d binary32 tensor to MLS: element codes, group scales, a tensor scale.')
        .argument('<X.npy>', 'tensor of <f4, or of <f8 or <f2 with values exact in binary32; a fully connected [n,c] as [n,c,1,1]')
        .requiredOption('-o, --output <X.npz>', 'quantized tensor');
    return addQuantizationOptions(command)
        .option('--random <R.npy>', 'random integers below 2^k for --rounding stochastic: |u1, <u2, <u4 or <u8, of the same shape')
        .option('--json', 'print { averageRelativeError, tensorScale, shape }')
        .addHelpText('after', `
Examples:
  mlsim quantize act.npy -o act.npz
  mlsim quantize w.npy -o w.npz --element 2,1 --group n --json
  mlsim quantize e.npy -o e.npz --rounding stochastic --seed 7`)
        .action(run);
}
async function run(path, flags) {
    requireStochastic('--seed', flags.seed !== undefined, flags.rounding);
    requireStochastic('--random', flags.random !== undefined, flags.rounding);
    if (flags.seed !== undefined && flags.random !== undefined)
        throw new InputError('--seed: expected --seed or --random, found both');
    const { shape, data } = readFloat32(path);
    const random = flags.random === undefined ? { seed: flags.seed ?? 0n, stream: 0 } : readRandom(flags.random, shape);
    const out = openOutput(flags.output);
    const options = { ...flags, scaleFormat: flags.scale, grouping: flags.group, random };
    const tensor = await work('quantize', fastQuantizing(path, data, shape, options));
    const error = averageRelativeError(data, tensor);
    writeMlsNpz(out, tensor);
    out.commit();
    if (flags.json === true) {
        print(jsonText({ averageRelativeError: error, tensorScale: tensor.tensorScale, shape: tensor.shape }));
    }
    else {
        const format = `${elementFormatName(tensor.element)}, group scales <${flags.scale.Eg},${flags.scale.Mg}> by ${flags.group}`;
        print(`${flags.output}: [${shape.join(',')}] as ${format}, tensor scale ${tensor.tensorScale}, average relative error ${error.toPrecision(4)}`);
    }
}
function readRandom(path, shape) {
    const random = readUnsigned(path);
    if (random.shape.join() !== shape.join()) {
        throw new InputError(`${path}: expected the tensor's shape [${shape.join(',')}], found [${random.shape.join(',')}]`);
    }
    return { integers: random.data, subject: path };
}
//# sourceMappingURL=quantize.js.map