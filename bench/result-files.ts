/** What a benchmark printed as JSON, read again. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PASSES } from '../src/sim/convolution.ts';
import { UNITS, type Result, type Unit } from './benchmark.ts';
import { SERIES, type CostPoint } from './cost-points.ts';
import { figures } from './measure.ts';
import { UsageError } from './options.ts';

const positive = z.number().positive();
const benchResult = z.object({
  bench: z.enum(['conv', 'quantize', 'cycle', 'vectors']),
  case: z.string(),
  pass: z.enum(PASSES).optional(),
  threads: positive,
  engine: z.string(),
  quickest: positive.optional(),
  rounds: z.array(positive).min(1),
});
const unitKeys = Object.keys(UNITS) as Unit[];
const results = z.array(benchResult.loose().refine((item) => unitKeys.some((unit) => unit in item), { error: `expected one of ${unitKeys.join(', ')}` })).min(1);
const points = z.array(
  z.object({
    series: z.enum(SERIES),
    channels: positive,
    size: positive,
    batch: positive,
    products: positive,
    elements: positive,
    dataBytes: positive,
    // A small layer may have room in what the process has already.
    peakBytes: z.number().nonnegative(),
    seconds: positive,
    low: positive,
    high: positive,
  }),
).min(1);

/** What `resultJson` wrote. @param name what stands in messages @throws UsageError */
export function resultsFromJson(name: string, json: string): readonly Result[] {
  return checked(name, json, results).map((item) => {
    const { bench, case: caseName, pass, threads, engine, quickest, rounds } = item;
    const unit = unitKeys.find((key) => key in item);
    if (unit === undefined) throw new Error('a unit that was there is gone');
    return { bench, case: caseName, ...(pass === undefined ? {} : { pass }), threads, engine, unit, ...figures(rounds), ...(quickest === undefined ? {} : { quickest }) };
  });
}

/** What `bench/cost.ts --json` printed. @throws UsageError */
export function pointsFromJson(name: string, json: string): readonly CostPoint[] {
  return checked(name, json, points);
}

function checked<Value>(name: string, json: string, schema: z.ZodType<Value>): Value {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UsageError(`${name}: expected JSON that a benchmark printed`);
  }
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  const [{ path, message }] = found.error.issues;
  throw new UsageError(`${name}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
}

/** @throws UsageError */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}
