/** `mlsim dequantize`. */
import { Command } from 'commander';
import { dequantize } from "../formats/mls-tensor.js";
import { openOutput } from "../io/atomic-file.js";
import { readMlsNpz } from "../io/mls-npz.js";
import { writeNpy } from "../io/npy.js";
import { jsonText, print } from "./print.js";
export function dequantizeCommand() {
    return new Command('dequantize')
        .description('Write the exact values of a quantized tensor.')
        .argument('<X.npz>', 'quantized tensor')
        .requiredOption('-o, --output <X.npy>', 'values as <f8, which holds each of them exactly')
        .option('--json', 'print { shape }')
        .addHelpText('after', '\nExample:\n  mlsim dequantize act.npz -o act.q.npy')
        .action((path, flags) => {
        const tensor = readMlsNpz(path);
        const out = openOutput(flags.output);
        writeNpy(out, '<f8', tensor.shape, dequantize(tensor));
        out.commit();
        print(flags.json === true ? jsonText({ shape: tensor.shape }) : `${flags.output}: [${tensor.shape.join(',')}] as <f8`);
    });
}
//# sourceMappingURL=dequantize.js.map