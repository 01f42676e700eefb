/** `mlsim check`. */
import { Command, Option } from 'commander';
import { InputError } from '../bits/check.ts';
import { NAN_POLICIES, type NanPolicy } from '../golden/check/difference.ts';
import { COMPARE_MODES, type CompareMode, type Outcome } from '../golden/check/outcome.ts';
import { openOutput } from '../io/atomic-file.ts';
import { checkHtml } from '../report/check-html.ts';
import { checkJson } from '../report/check-json.ts';
import { checkText } from '../report/check-text.ts';
import type { CheckedSet } from '../report/check-words.ts';
import { checkDump } from './check-dump.ts';
import { readVectorSet } from './check-set.ts';
import { integer } from './options.ts';
import { jsonText, print } from './print.ts';

interface Flags {
  readonly dump: string;
  readonly signals?: string;
  readonly errors: number;
  readonly nan: NanPolicy;
  readonly compare: CompareMode;
  readonly json?: boolean;
  readonly html?: string;
}

const MAX_ERRORS = 10_000;
const MISMATCH = 1;

export function checkCommand(): Command {
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
    .addHelpText(
      'after',
      `
Exit status: 0 all match; 1 a mismatch, or results that are missing, left over or unknown (x, z); 2 a dump that is truncated, of another
width, run or set, or no dump at all.

Examples:
  mlsim vectors fp32-adder -o adder && mlsim check adder --dump out.hex
  mlsim check element --dump registers.hex --errors 3 --html report.html
  mlsim check element --dump wave.vcd --signals map.json --json`,
    )
    .action(run);
}

async function run(folder: string, flags: Flags): Promise<void> {
  const page = flags.html === undefined ? undefined : openOutput(flags.html);
  const set = await readVectorSet(folder);
  const outcome = await checkDump(folder, set, flags);
  const { unit, set: name, command, version } = set.manifest;
  const checked: CheckedSet = { unit, set: name, command, version, dump: flags.dump };
  if (page !== undefined) {
    page.write(Buffer.from(checkHtml(checked, set.manifest, outcome)));
    page.commit();
  }
  print(flags.json === true ? jsonText(checkJson(checked, flags.nan, outcome)) : checkText(checked, outcome));
  requireSomething(folder, outcome);
  if (!outcome.matches) process.exitCode = MISMATCH;
}

/** @throws InputError for a set without a case: nothing was checked, which is no success */
function requireSomething(folder: string, { counts, matches }: Outcome): void {
  if (matches && counts.total === 0) throw new InputError(`${folder}: expected a set with something to compare, found none`);
}
