/** The element quantizer as a filter. */
import { InputError, show } from "../../bits/check.js";
import { elementQuantizer } from "../../formats/element-quantizer.js";
import { elementOption, mantissaOverflowOption, randomBitsOption, roundingOption, scaleOption } from "../options.js";
import { requireWords } from "./unit.js";
import { parseWord, wordText } from "./words.js";
const INFINITY = 0x7f80_0000;
export const quantizerUnit = {
    name: 'quantizer',
    summary: 'a binary32 number to its element code, given its scales',
    lines: 'x tensor_scale scale [random] -> code (x and tensor_scale: 32 bits; scale: a group scale code; random: k bits, when stochastic)',
    example: { input: 'bf000000 3f800000 00', output: '70' },
    addOptions: (command) => {
        [elementOption(), scaleOption(), roundingOption(), randomBitsOption(), mantissaOverflowOption()].forEach((option) => command.addOption(option));
    },
    prepare: (flags) => {
        const stochastic = flags.rounding === 'stochastic';
        return (words) => {
            requireWords(words, stochastic ? 'x tensor_scale scale random' : 'x tensor_scale scale', stochastic ? 4 : 3);
            const x = parseWord(words[0], { name: 'x', width: 32 });
            const tensorScale = parseWord(words[1], { name: 'tensor_scale', width: 32 });
            const scaleCode = parseWord(words[2], { name: 'scale', width: flags.scale.codeBits });
            const random = stochastic ? parseWord(words[3], { name: 'random', width: flags.randomBits }) : 0;
            if ((x & 0x7fff_ffff) >= INFINITY)
                throw new InputError(`x: expected a finite number, found ${show(words[0])}`);
            if (tensorScale === 0 || tensorScale >= INFINITY)
                throw new InputError(`tensor_scale: expected a positive finite number, found ${show(words[1])}`);
            const code = elementQuantizer(flags.element, flags.scale, scaleCode, tensorScale, flags)(x, random);
            if (code < 0)
                throw new InputError(`x: expected a magnitude of at most scale x tensor_scale, found ${show(words[0])}`);
            return wordText(code, flags.element.codeBits);
        };
    },
};
//# sourceMappingURL=quantizer-unit.js.map