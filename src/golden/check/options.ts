/** How the sets of units and elements are compared. */
import { about } from '../../bits/check.ts';
import { MANIFEST_FILE } from '../manifest.ts';
import type { ComparedBank, RegisterOptions } from './cycle-comparison.ts';
import type { ResultOptions } from './result-comparison.ts';
import type { NanPolicy } from './difference.ts';
import { elementPorts, elementRegisters, requireRegisterFields } from './element-registers.ts';
import { elementShape } from './element-shape.ts';
import { cycleFields } from './golden-cycles.ts';
import type { CompareMode } from './outcome.ts';
import { ELEMENT_UNIT, type VectorSet } from './vector-set.ts';

/** What a user asks for. */
export interface CheckOptions {
  readonly nan: NanPolicy;
  readonly errors: number;
  readonly compare: CompareMode;
}

/** Results of a unit, or outputs of an element. */
export function resultOptions(set: VectorSet, { nan, errors }: CheckOptions): ResultOptions {
  const { manifest, classes } = set;
  if (manifest.unit !== ELEMENT_UNIT) {
    const { fields, words } = set.file('cases');
    const operands = fields.filter(({ direction }) => direction === 'in');
    return { nan, errors, classes, noun: 'case', operands, stampLimit: words, latency: 0 };
  }
  const { stages } = about(MANIFEST_FILE, () => elementShape(manifest.parameters));
  return { nan, errors, classes, noun: 'output', operands: [], stampLimit: set.file('stimulus').words, latency: stages.count };
}

/**
 * All registers of an element in all cycles, or some of them.
 * @param only names of the banks and ports to compare; without it, all registers and no port @throws InputError
 */
export function registerOptions(set: VectorSet, { nan, errors, compare }: CheckOptions, only?: ReadonlySet<string>, window?: RegisterOptions['window']): RegisterOptions {
  const shape = about(MANIFEST_FILE, () => elementShape(set.manifest.parameters));
  const { fields, name: file, words } = set.file('registers');
  const roles = elementRegisters(shape);
  requireRegisterFields(`${MANIFEST_FILE}: ${file}`, fields, roles);
  const places = new Map(cycleFields(set).map((field) => [field.name, field]));
  const banks = [...roles, ...elementPorts(shape)].flatMap((role): ComparedBank[] => {
    const field = places.get(role.name);
    const isPort = fields.every(({ name }) => name !== role.name);
    return field === undefined || !(only?.has(role.name) ?? !isPort) ? [] : [{ ...role, field }];
  });
  const indexNames = new Map(roles.map(({ name, indexName }) => [name, indexName]));
  return { nan, errors, classes: set.classes, compare, banks, indexNames, window: window ?? { first: 0, last: words - 1 } };
}
