/** What each signal of a map stands for: bits of the word that is compared. */
import { InputError, show } from "../../bits/check.js";
/** The signals of all result fields of a unit. @param fields placed in a result @throws InputError for a field without a signal, and the other way round */
export function planResult(subject, { signals }, fields) {
    const names = fields.map(({ name }) => name);
    const other = Object.keys(signals).find((key) => !names.includes(key));
    if (other !== undefined)
        throw new InputError(`${subject}: signals: expected ${names.join(', ')}, found ${show(other)}`);
    const lacking = names.find((name) => !Object.hasOwn(signals, name));
    if (lacking !== undefined)
        throw new InputError(`${subject}: signals: expected a signal for ${lacking}, found none`);
    return fields.flatMap((field) => signalsOf(subject, signals[field.name], field, 'lane', () => ''));
}
/** The key of a map that stands for all registers at once. */
export const ALL_REGISTERS = 'registers';
/** The signals of an element's registers and ports. @throws InputError for a key that is none of them, and for two signals of one register */
export function planElement(subject, { signals }, element) {
    const { fields, roles, registerBits, stageNames } = element;
    const planned = [];
    const names = new Set();
    const take = (name) => {
        if (names.has(name))
            throw new InputError(`${subject}: signals: expected one signal for ${name}, found two`);
        names.add(name);
    };
    for (const [key, signal] of Object.entries(signals)) {
        if (key === ALL_REGISTERS) {
            for (const { name, lsb } of fields)
                if (lsb < registerBits)
                    take(name);
            planned.push({ signal, about: key, lsb: 0, width: registerBits });
            continue;
        }
        const matching = roles.filter(({ name }) => withTreePlace(key, name) === name);
        if (matching.length === 0) {
            const some = [ALL_REGISTERS, 'out_valid', 'out', ...roles.map(({ name }) => name)].slice(0, 12).join(', ');
            throw new InputError(`${subject}: signals: expected registers such as ${some}, found ${show(key)}`);
        }
        for (const role of matching) {
            const field = fields.find(({ name }) => name === role.name);
            if (field === undefined)
                continue;
            take(role.name);
            planned.push(...signalsOf(subject, withTreePlace(signal, role.name), field, role.indexName, (index) => stageNames[role.stageOf(index)]));
        }
    }
    if (names.size === 0)
        throw new InputError(`${subject}: signals: expected at least one, found none`);
    return { signals: planned, names };
}
/** `{level}` and `{stage}` of a register of the tree, `T.level2.stage0.sum`, in a key or a name. */
function withTreePlace(text, register) {
    const match = /^T\.level(\d+)\.stage(\d+)\./.exec(register);
    return match === null ? text : text.replaceAll('{level}', match[1]).replaceAll('{stage}', match[2]);
}
const INDEX = /\{(?:lane|node|context|stage)\}/g;
const STAGE_PATH = '{path}';
/** A signal for all lanes, or one a lane where its name has a placeholder. @param pathOf the path of the stage that a register of the bank is in */
function signalsOf(subject, template, { name, width, lanes, lsb }, indexName, pathOf) {
    if (template.search(INDEX) < 0 && !template.includes(STAGE_PATH))
        return [{ signal: known(subject, name, template), about: name, lsb, width: width * lanes }];
    return Array.from({ length: lanes }, (_, index) => {
        const about = indexName === '' || lanes === 1 ? name : `${name} ${indexName} ${index}`;
        const signal = template.replaceAll(INDEX, String(index)).replaceAll(STAGE_PATH, pathOf(index));
        return { signal: known(subject, name, signal), about, lsb: lsb + index * width, width };
    });
}
function known(subject, key, signal) {
    const other = /\{[^}]*\}/.exec(signal)?.[0];
    if (other === undefined)
        return signal;
    throw new InputError(`${subject}: signals: ${key}: expected the placeholders {lane}, {node}, {context}, {stage}, {level} and {path}, found ${show(other)}`);
}
//# sourceMappingURL=signal-plan.js.map