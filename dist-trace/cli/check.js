/** `mlsim check`. */
import { Command, Option } from 'commander';
import { InputError } from "../bits/check.js";
import { NAN_POLICIES } from "../golden/check/difference.js";
import { COMPARE_MODES } from "../golden/check/outcome.js";
import { openOutput } from "../io/atomic-file.js";
import { checkHtml } from "../report/check-html.js";
import { checkJson } from "../report/check-json.js";
import { checkText } from "../report/check-text.js";
import { checkDump } from "./check-dump.js";
import { readVectorSet } from "./check-set.js";
import { integer } from "./options.js";
import { jsonText, print } from "./print.js";
const MAX_ERRORS = 10_000;
const MISMATCH = 1;
export function checkCommand() {
    return new Command('check')
        .description("Compare a design's dump with the golden results of a vector set, and explain the first mismatches.")
        .argument('<DIR>', 'vector set, as mlsim vectors writes it')
        .requiredOption('--dump <FILE>', "what the design gave: a dump of its bench, or a waveform (VCD); the contents decide")
        .option('--signals <MAP.json>', 'which signals of the VCD are which (default: those of the generated bench)')
        .option('--errors <N>', 'how many mismatches are explained', integer(0, MAX_ERRORS), 5)
        .addOption(new Option('--nan <policy>', 'where a NaN is due: exactly 7fc00000, any NaN, or patterns that are never read as numbers').choices(NAN_POLICIES).default('canonical'))
        .addOption(new Option('--compare <which>', 'pe: registers that were just loaded, or every register in every cycle').choices(COMPARE_MODES).default('valid'))
        .option('--json', 'print the outcome as JSON')
        .option('--html <FILE>', 'write a page with the failing values in the diagram of the unit')
        .addHelpText('after', `
Exit status: 0 all match; 1 a mismatch, or results that are missing, left over or unknown (x, z); 2 a dump that is truncated, of another
width, run or set, or no dump at all.

Examples:
  mlsim vectors fp32-adder -o adder && mlsim check adder --dump out.hex
  mlsim check element --dump registers.hex --errors 3 --html report.html
  mlsim check element --dump wave.vcd --signals map.json --json`)
        .action(run);
}
async function run(folder, flags) {
    const page = flags.html === undefined ? undefined : openOutput(flags.html);
    const set = await readVectorSet(folder);
    const outcome = await checkDump(folder, set, flags);
    const { unit, set: name, command, version } = set.manifest;
    const checked = { unit, set: name, command, version, dump: flags.dump };
    if (page !== undefined) {
        page.write(Buffer.from(checkHtml(checked, set.manifest, outcome)));
        page.commit();
    }
    print(flags.json === true ? jsonText(checkJson(checked, flags.nan, outcome)) : checkText(checked, outcome));
    requireSomething(folder, outcome);
    if (!outcome.matches)
        process.exitCode = MISMATCH;
}
/** @throws InputError for a set without a case: nothing was checked, which is no success */
function requireSomething(folder, { counts, matches }) {
    if (matches && counts.total === 0)
        throw new InputError(`${folder}: expected a set with something to compare, found none`);
}
//# sourceMappingURL=check.js.map