/** The JSON form of a cost table. zod takes long to load, so this module is loaded only where a table is read. */
import { z } from 'zod';
import { InputError, show } from "../bits/check.js";
import { ARITHMETICS, UNITS_OF } from "./arithmetic.js";
/** 1 mJ: far above any operation, and small enough for exact products. */
const MAX_FJ = 1e12;
const MAX_TEXT = 300;
const femtojoules = z.number().int().min(1).max(MAX_FJ);
/** One line, so that it can stand in a table. */
const text = z.string().min(1).max(MAX_TEXT).regex(/^\P{Cc}*$/u);
const costOrNone = femtojoules.nullable().optional().describe('fJ for one operation; null where there is no figure');
function row(arithmetic) {
    return z.strictObject({
        title: text,
        source: text.describe('where the figures are from'),
        note: text.optional().describe('what is assumed'),
        costs_fJ: z.strictObject(Object.fromEntries(UNITS_OF[arithmetic].map((unit) => [unit, costOrNone]))),
    });
}
const accessBits = z.number().int().min(1).max(4096);
export const tableSchema = z.strictObject({
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
    title: text,
    source: text,
    process: text.describe('technology, clock, tool'),
    arithmetics: z.strictObject(Object.fromEntries(ARITHMETICS.map((arithmetic) => [arithmetic, row(arithmetic).optional()]))),
    memory: z
        .strictObject({
        source: text,
        sram: z.array(z.strictObject({ bytes: z.number().int().min(1).max(1e12), accessBits, access_fJ: femtojoules })).min(1).max(32),
        dram: z.strictObject({ accessBits, low_fJ: femtojoules, high_fJ: femtojoules }),
    })
        .optional(),
    otherFigures: z.array(z.strictObject({ name: text, fJ: femtojoules })).max(100).optional().describe('figures of the source that no run uses'),
});
/** The schema as JSON Schema. */
export function tableJsonSchema() {
    return z.toJSONSchema(tableSchema, { target: 'draft-2020-12' });
}
/** A table from its JSON text. @param subject the file, for messages @throws InputError that names the row */
export function parseTable(subject, json) {
    const value = parseJson(subject, json);
    const result = tableSchema.safeParse(value);
    // Its shape is CostTable's: the rows' keys come from the same lists.
    if (result.success)
        return result.data;
    throw new InputError(`${subject}: ${issueText(result.error.issues[0], value)}`);
}
function parseJson(subject, json) {
    try {
        return JSON.parse(json, refuseProto);
    }
    catch (error) {
        if (error instanceof InputError)
            throw new InputError(`${subject}: ${error.message}`, { cause: error });
        throw new InputError(`${subject}: expected JSON, found ${show(error instanceof Error ? error.message : String(error))}`, { cause: error });
    }
}
/** `__proto__` is no key of the schema, and no copy of an object keeps it reliably: refused while parsing. */
function refuseProto(key, value) {
    if (key === '__proto__')
        throw new InputError('__proto__: expected no such key, found one');
    return value;
}
/** One line: the place, what was needed, what was found. */
function issueText(issue, value) {
    const path = issue.path.map(String);
    const found = at(value, path);
    if (issue.code === 'unrecognized_keys') {
        const key = [...path, issue.keys[0]].join('.');
        return `${key.length > MAX_TEXT ? show(key) : key.replaceAll(/[^\x20-\x7e]/g, '?')}: expected no such key${keysText(path)}, found ${issue.keys.length > 1 ? `it and ${issue.keys.length - 1} more` : 'it'}`;
    }
    const place = path.length === 0 ? 'the table' : path.join('.');
    const needed = neededText(path);
    return `${place}: expected ${needed}, found ${found === undefined ? 'none' : kindText(found)}`;
}
function keysText(path) {
    if (path.length === 1 && path[0] === 'arithmetics')
        return ` (only ${ARITHMETICS.join(', ')})`;
    const arithmetic = ARITHMETICS.find((name) => name === path[1]);
    return path[2] === 'costs_fJ' && arithmetic !== undefined ? ` (only ${UNITS_OF[arithmetic].join(', ')})` : '';
}
/** What the place of the schema takes. */
function neededText(path) {
    const [head, ...rest] = path;
    const last = path.at(-1) ?? '';
    if (head === 'name')
        return 'a name of 1 to 40 letters, digits, dots, hyphens and underscores';
    if (path.includes('costs_fJ') && last !== 'costs_fJ')
        return `an integer from 1 to ${MAX_FJ} fJ, or null`;
    if (last.endsWith('fJ') && last !== 'costs_fJ')
        return `an integer from 1 to ${MAX_FJ} fJ`;
    if (last === 'accessBits')
        return 'an integer from 1 to 4096';
    if (last === 'bytes')
        return 'an integer from 1 to 1000000000000';
    if (last === 'sram' || last === 'otherFigures')
        return 'a list of some entries';
    if (['title', 'source', 'process', 'note'].includes(last) || (head === 'otherFigures' && rest.length === 2))
        return `one line of 1 to ${MAX_TEXT} characters`;
    return 'an object';
}
function kindText(found) {
    if (Array.isArray(found))
        return `a list of ${found.length}`;
    return typeof found === 'object' && found !== null ? 'an object' : show(found);
}
/** What stands at a path of own keys. */
function at(value, path) {
    return path.reduce((inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}
//# sourceMappingURL=table-schema.js.map