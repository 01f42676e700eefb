import { InputError } from "../../bits/check.js";
/** Checks how many words a line has. @throws InputError */
export function requireWords(words, names, low, high = low) {
    if (words.length < low || words.length > high) {
        throw new InputError(`expected ${names}, found ${words.length} ${words.length === 1 ? 'word' : 'words'}`);
    }
}
//# sourceMappingURL=unit.js.map