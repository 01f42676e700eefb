import { elementQuantizer, ROUNDINGS } from "../../formats/element-quantizer.js";
import { field } from "../fields.js";
import { packer } from "../pack.js";
import { quantizerClasses } from "./quantizer-classes.js";
export function quantizerCases(element, scale, rounding) {
    const isStochastic = rounding.rounding === 'stochastic';
    const { randomBits } = rounding;
    const fields = [
        field('in', 'x', 32, { kind: 'binary32' }),
        field('in', 'tensor_scale', 32, { kind: 'binary32' }),
        field('in', 'scale', scale.codeBits, { kind: 'scale', Eg: scale.Eg, Mg: scale.Mg }),
        ...(isStochastic ? [field('in', 'random', randomBits, { kind: 'unsigned' })] : []),
        field('out', 'code', element.codeBits, { kind: 'element', E: element.E, M: element.M }),
    ];
    const pack = packer(fields);
    const codeOf = ({ x, tensorScale, scaleCode, random }) => elementQuantizer(element, scale, scaleCode, tensorScale, rounding)(x, random);
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
            if (code < 0)
                throw new Error(`quantizer: a case with |x| above scale x tensor_scale: ${JSON.stringify(input)}`);
            const { x, tensorScale, scaleCode, random } = input;
            const inputs = [x, tensorScale, scaleCode, ...(isStochastic ? [random] : [])];
            return pack([...inputs, code].map(BigInt));
        },
    };
}
//# sourceMappingURL=quantizer.js.map