/** A vector set that a manifest describes, with its parts in agreement. */
import { createHash } from 'node:crypto';
import { about, InputError } from "../../bits/check.js";
import { hexDigits } from "../../bits/width.js";
import { elementFormat } from "../../formats/element.js";
import { placeFields, wordBits } from "../fields.js";
/** The unit that is the whole element. */
export const ELEMENT_UNIT = 'pe';
/** The set of a manifest. @param subject the manifest's name in error messages @throws InputError where its parts contradict each other */
export function vectorSet(subject, manifest) {
    return about(subject, () => {
        const roles = manifest.unit === ELEMENT_UNIT ? ['stimulus', 'outputs', 'registers'] : ['cases'];
        const found = manifest.files.map(({ role }) => role);
        if (found.length !== roles.length || !roles.every((role) => found.includes(role))) {
            throw new InputError(`files: expected the roles ${roles.join(', ')} of unit ${manifest.unit}, found ${found.join(', ')}`);
        }
        if (new Set(manifest.files.map(({ name }) => name)).size !== found.length)
            throw new InputError('files: expected a name of its own for each');
        manifest.files.forEach(requireFile);
        const file = (role) => {
            const match = manifest.files.find((candidate) => candidate.role === role);
            if (match === undefined)
                throw new InputError(`files: expected one with the role ${role}, found none`);
            return match;
        };
        if (manifest.unit === ELEMENT_UNIT) {
            const [stimulus, registers] = [file('stimulus'), file('registers')];
            if (stimulus.words !== registers.words) {
                throw new InputError(`${registers.name}: expected as many words as ${stimulus.name} has, ${stimulus.words}, found ${registers.words}`);
            }
            requireOutputs(file('outputs'));
        }
        requireClasses(manifest.classes, file(manifest.unit === ELEMENT_UNIT ? 'stimulus' : 'cases').words);
        const set = setName(manifest.files);
        if (set !== manifest.set)
            throw new InputError(`set: expected ${set}, which its files' digests give, found ${manifest.set}`);
        return { manifest, classes: manifest.classes.toSorted((a, b) => a.first - b.first), file };
    });
}
/** Names the content of a set, as its manifest says. */
export function setName(files) {
    return createHash('sha256')
        .update(files.map(({ sha256 }) => `${sha256}\n`).join(''))
        .digest('hex')
        .slice(0, 16);
}
/** The size of a file of words in bytes. */
export function expectedBytes({ words, wordBits: bits }) {
    return words * (hexDigits(bits) + 1);
}
/** The class of a case or cycle. @param classes in order of their first one */
export function classOf(classes, index) {
    let [low, high] = [0, classes.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (classes[middle].first <= index)
            low = middle + 1;
        else
            high = middle;
    }
    const found = low === 0 ? undefined : classes[low - 1];
    return found !== undefined && index < found.first + found.count ? found : undefined;
}
function requireFile({ name, role, wordBits: bits, fields }) {
    fields.forEach((field) => { requireKind(`${name}: field ${field.name}`, field); });
    const names = fields.map((field) => field.name);
    const twice = names.find((field, index) => names.indexOf(field) !== index);
    if (twice !== undefined)
        throw new InputError(`${name}: expected fields of different names, found two ${twice}`);
    if (wordBits(fields) !== bits)
        throw new InputError(`${name}: expected fields that fill a word of ${bits} bits, found ${wordBits(fields)} bits`);
    placeFields(fields).forEach(({ msb, lsb }, index) => {
        const found = fields[index];
        if (found.msb !== msb || found.lsb !== lsb) {
            throw new InputError(`${name}: field ${found.name}: expected bits ${msb} to ${lsb}, found ${found.msb} to ${found.lsb}`);
        }
    });
    const order = { cases: ['in', 'out'], stimulus: ['in'], outputs: ['out'], registers: ['register'] }[role];
    const ranks = fields.map(({ direction }) => order.indexOf(direction));
    if (ranks.includes(-1) || ranks.some((rank, index) => index > 0 && rank < ranks[index - 1]) || ranks.at(-1) !== order.length - 1) {
        throw new InputError(`${name}: expected fields with the directions ${order.join(', then ')}, found ${fields.map(({ direction }) => direction).slice(0, 8).join(', ')}`);
    }
}
function requireKind(subject, field) {
    const needed = about(subject, () => kindWidth(field));
    if (needed !== undefined && field.width !== needed)
        throw new InputError(`${subject}: expected ${needed} bits of kind ${field.kind}, found ${field.width}`);
}
/** Bits of a kind that decides them. @throws InputError */
function kindWidth(kind) {
    switch (kind.kind) {
        case 'bit':
            return 1;
        case 'binary32':
            return 32;
        case 'element':
            return elementFormat(kind.E, kind.M).codeBits;
        case 'scale':
            return kind.Eg + kind.Mg;
        case 'signed':
        case 'unsigned':
            return undefined;
    }
}
/** The element's outputs are `{cycle, out}`, 32 bits each. */
function requireOutputs({ name, fields }) {
    const found = fields.map((field) => `${field.name} ${field.width * field.lanes}`).join(', ');
    if (found !== 'cycle 32, out 32')
        throw new InputError(`${name}: expected the fields cycle and out of 32 bits, found ${found.slice(0, 100)}`);
}
function requireClasses(classes, words) {
    const beyond = classes.find(({ first, count }) => first + count > words);
    if (beyond !== undefined) {
        throw new InputError(`class ${beyond.name}: expected cases within the ${words} there are, found ${beyond.first} to ${beyond.first + beyond.count - 1}`);
    }
}
//# sourceMappingURL=vector-set.js.map