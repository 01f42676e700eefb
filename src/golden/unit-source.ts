/** The vector set of a unit: cases from its classes, the golden result beside each. */
import { InputError } from '../bits/check.ts';
import type { Steps } from '../bits/steps.ts';
import { liveBench } from './bench/live-bench.ts';
import { unitBench } from './bench/unit-bench.ts';
import { unitDut } from './bench/unit-dut.ts';
import type { CaseClass, Level } from './case-class.ts';
import { isEnumerated, planCases, thinnedIndex, type PlannedRange } from './case-plan.ts';
import { CaseRandom } from './case-random.ts';
import { placeFields, wordBits, type FieldSpec } from './fields.ts';
import type { ClassRange } from './manifest.ts';
import type { UnitCases } from './unit-cases.ts';
import type { VectorSource, WordSink } from './vector-source.ts';

/** How large a set is, and which. */
export interface SetOptions {
  readonly level: Level;
  /** In [0, 2^64). */
  readonly seed: bigint;
  /** Cases in all, at least 1; without it, what the level takes. */
  readonly count?: number | undefined;
}

export const MAX_COUNT = 1_000_000_000;

const VECTOR_FILE = 'vectors.hex';
/** Words between two steps. */
const STEP_WORDS = 2048;
/** Without a count, a set of wide words has no more than so many digits. */
const MOST_DIGITS: Readonly<Record<Level, number>> = { 1: 2 ** 25, 2: 2 ** 28 };
/** Streams of random words beside those of the classes, which count from 0. */
const THINNING_STREAMS = 2 ** 16;
const MIXTURE_STREAM = 2 ** 17;

/** The vector set of a unit. @throws InputError for a count out of range */
export function unitSource<Case>(cases: UnitCases<Case>, { level, seed, count }: SetOptions): VectorSource {
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= MAX_COUNT)) {
    throw new InputError(`count: expected an integer from 1 to ${MAX_COUNT}, found ${count}`);
  }
  const { unit, parameters, fields, fromInputs } = cases;
  const inputs = fields.filter(({ direction }) => direction === 'in');
  const inputBits = fromInputs === undefined ? undefined : wordBits(inputs);
  const atMost = Math.floor((MOST_DIGITS[level] * 4) / wordBits(fields));
  const demand = { level, count, inputBits, atMost };
  const classes = cases.classes(level);
  const plan = planCases(classes, demand);
  const ranges = classRanges(plan, classes);

  function* generate(sink: WordSink): Steps<readonly ClassRange[]> {
    const total = plan.reduce((sum, range) => sum + range.count, 0);
    const random = new CaseRandom(seed);
    let done = 0;
    for (const { from, count: wanted } of plan) {
      const at = caseMaker(from, wanted, random);
      for (let nth = 0; nth < wanted; nth++) {
        sink(0, cases.word(at(nth)));
        if (++done % STEP_WORDS === 0) yield { done, total };
      }
    }
    return ranges;
  }

  /** The cases of a range by their place in it. */
  function caseMaker(from: PlannedRange['from'], wanted: number, random: CaseRandom): (nth: number) => Case {
    if (from === 'enumerated') return (nth) => enumerated(nth);
    if (from === 'random') return (nth) => mixed(nth, random);
    const chosen = classes[from];
    return (nth) => {
      random.seek(THINNING_STREAMS + from, nth);
      const index = thinnedIndex(chosen.size, wanted, nth, (limit) => random.below(limit));
      random.seek(from, index);
      return chosen.at(index, random);
    };
  }

  /** A case of any class, all of them equally often. An enumerated set has seen all cases: then each input is random. */
  function mixed(nth: number, random: CaseRandom): Case {
    random.seek(MIXTURE_STREAM, nth);
    if (inputBits !== undefined && isEnumerated(demand)) return enumerated(random.below(2 ** inputBits));
    const chosen = occupied[random.below(occupied.length)];
    return chosen.at(random.below(chosen.size), random);
  }
  const occupied = classes.filter(({ size }) => size > 0);

  function enumerated(word: number): Case {
    if (fromInputs === undefined) throw new Error(`${unit}: its inputs can't be enumerated`);
    return fromInputs(splitInputs(inputs, word));
  }

  return {
    unit,
    parameters,
    files: [{ name: VECTOR_FILE, role: 'cases', fields: placeFields(fields) }],
    generate,
    testbench: (set, files) => unitBench({ unit, parameters, fields, set, ranges, cases: files[0].words }),
    live: (evaluation) => liveBench({ unit, parameters, fields, evaluation }),
    dut: () => unitDut({ unit, parameters, fields }),
  };
}

function classRanges(plan: readonly PlannedRange[], classes: readonly CaseClass<unknown>[]): ClassRange[] {
  let first = 0;
  return plan.map(({ from, count }) => {
    const { name, about } = typeof from === 'number' ? classes[from] : WHOLE_SET[from];
    const range = { name, about, first, count };
    first += count;
    return range;
  });
}

const WHOLE_SET = {
  enumerated: { name: 'enumerated', about: 'every combination of inputs, so anything at all' },
  random: { name: 'random', about: 'a mixture of all classes with other random bits: what no class was made for, and one case after another of a different kind' },
};

/** The values of the input fields in a packed word of them. */
function splitInputs(inputs: readonly FieldSpec[], word: number): bigint[] {
  return placeFields(inputs).map(({ kind, width, lsb }) => {
    const value = BigInt(Math.floor(word / 2 ** lsb) % 2 ** width);
    return kind === 'signed' ? BigInt.asIntN(width, value) : value;
  });
}
