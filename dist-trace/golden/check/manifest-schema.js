/** The shape of a manifest, for one that comes from anywhere. What its parts mean together is checked by `vectorSet`. */
import { InputError, show } from "../../bits/check.js";
import { MAX_EXPONENT_BITS, MAX_MANTISSA_BITS } from "../../formats/element.js";
import { MAX_SCALE_EXPONENT_BITS } from "../../formats/group-scale.js";
import { MANIFEST_FORMAT } from "../manifest.js";
/** The registers of the widest element have some 2 400 000 bits. */
export const MAX_WORD_BITS = 2 ** 22;
const MAX_WORDS = 2 ** 32;
const MAX_FIELDS = 2 ** 14;
const MAX_CLASSES = 2 ** 16;
const MAX_TEXT = 2 ** 12;
/**
 * The manifest in a text. zod is loaded on the way: it takes longer than all the rest of the program.
 * @param subject its name in error messages @throws InputError
 */
export async function parseManifest(subject, text) {
    const json = parseJson(subject, text);
    const { z } = await import('zod');
    const integer = (low, high) => z.int().min(low).max(high);
    const line = z.string().max(MAX_TEXT).regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'expected one line without control characters');
    const place = {
        name: z.string().max(100).regex(/^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/, 'expected an identifier or a dotted path'),
        direction: z.enum(['in', 'out', 'register']),
        width: integer(1, MAX_WORD_BITS),
        lanes: integer(1, MAX_WORD_BITS),
        msb: integer(0, MAX_WORD_BITS),
        lsb: integer(0, MAX_WORD_BITS),
    };
    const field = z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(['bit', 'unsigned', 'signed', 'binary32']), ...place }),
        z.strictObject({ kind: z.literal('element'), E: integer(0, MAX_EXPONENT_BITS), M: integer(0, MAX_MANTISSA_BITS), ...place }),
        z.strictObject({ kind: z.literal('scale'), Eg: integer(1, MAX_SCALE_EXPONENT_BITS), Mg: integer(0, 1), ...place }),
    ]);
    const file = z.strictObject({
        name: z.string().max(100).regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, 'expected the name of a file in the same folder'),
        role: z.enum(['cases', 'stimulus', 'outputs', 'registers']),
        words: integer(0, MAX_WORDS),
        wordBits: integer(1, MAX_WORD_BITS),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits'),
        fields: z.array(field).min(1).max(MAX_FIELDS),
    });
    const manifest = z.strictObject({
        format: z.literal(MANIFEST_FORMAT),
        version: line,
        unit: z.string().max(100).regex(/^[a-z0-9-]+$/, 'expected the name of a unit'),
        parameters: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), integer(0, 2 ** 32)),
        command: line,
        level: z.union([z.literal(1), z.literal(2)]),
        seed: z.string().regex(/^[0-9]{1,20}$/, 'expected a decimal integer'),
        set: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 lower-case hexadecimal digits'),
        files: z.array(file).min(1).max(4),
        classes: z.array(z.strictObject({ name: line, about: line, first: integer(0, MAX_WORDS), count: integer(0, MAX_WORDS) })).max(MAX_CLASSES),
    });
    const result = manifest.safeParse(json);
    if (result.success)
        return result.data;
    const [{ path, message }] = result.error.issues;
    throw new InputError(`${subject}: ${path.length === 0 ? 'manifest' : pathText(path)}: ${oneLine(message)}`);
}
/** The value of a JSON text. @throws InputError */
export function parseJson(subject, text) {
    try {
        return JSON.parse(text, (key, value) => {
            if (key === '__proto__')
                throw new InputError(`${subject}: expected no key __proto__`);
            return value;
        });
    }
    catch (error) {
        if (error instanceof InputError)
            throw error;
        throw new InputError(`${subject}: expected JSON, found text that isn't: ${show(error instanceof Error ? error.message : error)}`, { cause: error });
    }
}
/** Where in a JSON text: `files[0].fields[2].width`. */
export function pathText(path) {
    return path.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text === '' ? '' : `${text}.`}${shortKey(key)}`), '');
}
function shortKey(key) {
    const text = String(key).replaceAll(/[^\x20-\x7e]/g, '?');
    return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
/** A message of zod's in one line of a decent length. */
export function oneLine(message) {
    const text = message.replaceAll(/[^\x20-\x7e]+/g, ' ');
    return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
//# sourceMappingURL=manifest-schema.js.map