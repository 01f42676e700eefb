/** `mlsim dequantize`. */
import { Command } from 'commander';
import { dequantize } from '../formats/mls-tensor.ts';
import { openOutput } from '../io/atomic-file.ts';
import { readMlsNpz } from '../io/mls-npz.ts';
import { writeNpy } from '../io/npy.ts';
import { jsonText, print } from './print.ts';

export function dequantizeCommand(): Command {
  return new Command('dequantize')
    .description('Write the exact values of a quantized tensor.')
    .argument('<X.npz>', 'quantized tensor')
    .requiredOption('-o, --output <X.npy>', 'values as <f8, which holds each of them exactly')
    .option('--json', 'print { shape }')
    .addHelpText('after', '\nExample:\n  mlsim dequantize act.npz -o act.q.npy')
    .action((path: string, flags: { output: string; json?: boolean }) => {
      const tensor = readMlsNpz(path);
      const out = openOutput(flags.output);
      writeNpy(out, '<f8', tensor.shape, dequantize(tensor));
      out.commit();
      print(flags.json === true ? jsonText({ shape: tensor.shape }) : `${flags.output}: [${tensor.shape.join(',')}] as <f8`);
    });
}
