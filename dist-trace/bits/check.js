/**
 * Assertions on arguments. A message says the subject, what is needed and what was found.
 * A value of the wrong type is a TypeError; a value out of range is an InputError, which is a RangeError.
 */
/** Bad input: an argument out of range, or a file that is not what it should be. The message is one line. */
export class InputError extends RangeError {
    name = 'InputError';
}
const MAX_SHOWN = 60;
/** A short, one-line rendering of an untrusted value for an error message. */
export function show(value) {
    const text = typeof value === 'string' ? JSON.stringify(value) : typeof value === 'bigint' ? `${value}n` : String(value);
    const line = text.replaceAll(/[^\x20-\x7e]/g, '?');
    return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}...` : line;
}
/** `value` if it is an integer in [low, high]. @throws TypeError, InputError */
export function requireInteger(subject, value, low, high) {
    if (typeof value !== 'number')
        throw new TypeError(`${subject}: expected an integer, found ${typeof value}`);
    if (!Number.isInteger(value) || value < low || value > high) {
        throw new InputError(`${subject}: expected an integer from ${low} to ${high}, found ${show(value)}`);
    }
    return value;
}
/** `value` if it is one of `choices`. @throws InputError */
export function requireOneOf(subject, value, choices) {
    const found = choices.find((choice) => choice === value);
    if (found === undefined)
        throw new InputError(`${subject}: expected one of ${choices.join(', ')}, found ${show(value)}`);
    return found;
}
/** The result of `call`; an InputError of it gets the subject before its message. */
export function about(subject, call) {
    try {
        return call();
    }
    catch (error) {
        if (error instanceof InputError)
            throw new InputError(`${subject}: ${error.message}`, { cause: error });
        throw error;
    }
}
//# sourceMappingURL=check.js.map