/** A dump against its set: opens what has to be read, and closes it whatever happens. */
import { join } from 'node:path';
import { InputError } from '../bits/check.ts';
import { compareRegisters } from '../golden/check/compare-registers.ts';
import { compareResults } from '../golden/check/compare-results.ts';
import type { NanPolicy } from '../golden/check/difference.ts';
import { Dump, type WordFormat } from '../golden/check/dump.ts';
import { elementShape } from '../golden/check/element-shape.ts';
import type { FoundSource } from '../golden/check/found-source.ts';
import { GoldenCycles } from '../golden/check/golden-cycles.ts';
import { CaseResults, ElementOutputs, resultFields, type GoldenResults } from '../golden/check/golden-results.ts';
import type { CompareMode, Outcome } from '../golden/check/outcome.ts';
import { registerOptions, resultOptions } from '../golden/check/options.ts';
import { ELEMENT_UNIT, type VectorSet } from '../golden/check/vector-set.ts';
import { wordBits } from '../golden/fields.ts';
import type { FileRole } from '../golden/manifest.ts';
import { LineReader } from '../io/line-reader.ts';
import { isVcd } from '../io/vcd-read.ts';
import { checkVcd } from './check-vcd.ts';
import { work } from './work.ts';

export interface CheckFlags {
  readonly dump: string;
  readonly signals?: string;
  readonly errors: number;
  readonly nan: NanPolicy;
  readonly compare: CompareMode;
}

/** Opens files of a set. */
export type OpenLines = (role: FileRole) => LineReader;

/** The outcome of comparing a dump or a waveform with its set. @throws InputError */
export async function checkDump(folder: string, set: VectorSet, flags: CheckFlags): Promise<Outcome> {
  const opened: LineReader[] = [];
  const open = (path: string): LineReader => {
    const reader = new LineReader(path);
    opened.push(reader);
    return reader;
  };
  const lines: OpenLines = (role) => open(join(folder, set.file(role).name));
  try {
    if (isVcd(flags.dump)) return await checkVcd(set, lines, flags);
    if (flags.signals !== undefined) throw new InputError('--signals: only a VCD takes it, found another dump');
    return await checkWords(set, lines, open(flags.dump), flags);
  } finally {
    for (const reader of opened) reader.close();
  }
}

interface DumpFormat extends WordFormat {
  readonly role: FileRole;
}

async function checkWords(set: VectorSet, lines: OpenLines, reader: LineReader, flags: CheckFlags): Promise<Outcome> {
  const { manifest } = set;
  const dump = new Dump(reader.subject, reader, { unit: manifest.unit, set: manifest.set, stamped: manifest.unit === ELEMENT_UNIT ? 'cycle' : 'case' }, formatsOf(set));
  const role = dump.begin()?.role ?? (manifest.unit === ELEMENT_UNIT ? 'outputs' : 'cases');
  if (role === 'registers') {
    return work('check', compareRegisters(reader.subject, dump, new GoldenCycles(set, lines), elementShape(manifest.parameters), registerOptions(set, flags)));
  }
  return work('check', compareDumpedResults(reader.subject, dump, set, lines, flags));
}

/** What the words of a dump of this set may be. */
function formatsOf(set: VectorSet): DumpFormat[] {
  if (set.manifest.unit !== ELEMENT_UNIT) {
    const fields = resultFields(set.file('cases'));
    return [{ role: 'cases', name: fields.map(({ name }) => name).join(', '), bits: wordBits(fields) }];
  }
  return [
    { role: 'outputs', name: 'out', bits: 32 },
    { role: 'registers', name: 'registers', bits: set.file('registers').wordBits },
  ];
}

/** Results in order, or stamped. */
export function compareDumpedResults(subject: string, found: FoundSource, set: VectorSet, lines: OpenLines, flags: CheckFlags) {
  return compareResults(subject, found, goldenResults(set, lines), resultOptions(set, flags));
}

function goldenResults(set: VectorSet, lines: OpenLines): GoldenResults {
  if (set.manifest.unit !== ELEMENT_UNIT) return new CaseResults(set.file('cases'), lines('cases'));
  return new ElementOutputs(set.file('outputs'), lines('outputs'), set.file('stimulus').words);
}
