/** The vector set of the element quantizer. */
import type { ElementFormat } from '../../formats/element.ts';
import { elementQuantizer, ROUNDINGS, type ElementRounding } from '../../formats/element-quantizer.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import { field, type FieldSpec } from '../fields.ts';
import { packer } from '../pack.ts';
import type { UnitCases } from '../unit-cases.ts';
import { quantizerClasses } from './quantizer-classes.ts';
import type { QuantizerInput } from './quantizer-operands.ts';

export function quantizerCases(element: ElementFormat, scale: GroupScaleFormat, rounding: ElementRounding): UnitCases<QuantizerInput> {
  const isStochastic = rounding.rounding === 'stochastic';
  const { randomBits } = rounding;
  const fields: readonly FieldSpec[] = [
    field('in', 'x', 32, { kind: 'binary32' }),
    field('in', 'tensor_scale', 32, { kind: 'binary32' }),
    field('in', 'scale', scale.codeBits, { kind: 'scale', Eg: scale.Eg, Mg: scale.Mg }),
    ...(isStochastic ? [field('in', 'random', randomBits, { kind: 'unsigned' })] : []),
    field('out', 'code', element.codeBits, { kind: 'element', E: element.E, M: element.M }),
  ];
  const pack = packer(fields);
  const codeOf = ({ x, tensorScale, scaleCode, random }: QuantizerInput): number => elementQuantizer(element, scale, scaleCode, tensorScale, rounding)(x, random);
  return {
    unit: 'quantizer',
    parameters: {
      ...{ E: element.E, M: element.M, EG: scale.Eg, MG: scale.Mg },
      ...{ ROUNDING: ROUNDINGS.indexOf(rounding.rounding), RANDOM_BITS: randomBits, CARRY: rounding.mantissaOverflow === 'carry' ? 1 : 0 },
    },
    fields,
    classes: (level) => quantizerClasses({ element, scale, randomBits: isStochastic ? randomBits : 0, codeOf }, level),
    word: (input) => {
      const code = codeOf(input);
      if (code < 0) throw new Error(`quantizer: a case with |x| above scale x tensor_scale: ${JSON.stringify(input)}`);
      const { x, tensorScale, scaleCode, random } = input;
      const inputs = [x, tensorScale, scaleCode, ...(isStochastic ? [random] : [])];
      return pack([...inputs, code].map(BigInt));
    },
  };
}
