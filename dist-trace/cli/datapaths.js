/** `mlsim datapaths`. */
import { Command } from 'commander';
import { DATAPATHS } from "../sim/datapaths.js";
import { jsonText, print } from "./print.js";
export function datapathsCommand() {
    return new Command('datapaths')
        .description('List the datapaths that --datapath takes.')
        .option('--json', 'print their descriptions')
        .action((flags) => {
        if (flags.json === true) {
            print(jsonText(DATAPATHS));
            return;
        }
        for (const path of DATAPATHS) {
            const { operand, localAccumulation, groupScale, tree } = path;
            print(`${path.name}: ${path.title}
  element             ${operand.element}: E ${range(operand.exponentBits)}, M ${range(operand.mantissaBits)}
  product             ${path.product}
  local accumulation  ${localAccumulation.kind}, ${range(localAccumulation.width)} bits, ${localAccumulation.overflow.join(' or ')}
  group scale         ${groupScale.kind}: Eg ${range(groupScale.exponentBits)}, Mg ${range(groupScale.mantissaBits)}
  adder tree          ${tree.format}, width ${range(tree.width)}
  tensor scale        ${path.tensorScale}
  source              ${path.source}`);
        }
    });
}
function range({ low, high, default: value }) {
    return `${low}..${high} (default ${value})`;
}
//# sourceMappingURL=datapaths.js.map