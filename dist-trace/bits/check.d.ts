/**
 * Assertions on arguments. A message says the subject, what is needed and what was found.
 * A value of the wrong type is a TypeError; a value out of range is an InputError, which is a RangeError.
 */
/** Bad input: an argument out of range, or a file that is not what it should be. The message is one line. */
export declare class InputError extends RangeError {
    readonly name = "InputError";
}
/** A short, one-line rendering of an untrusted value for an error message. */
export declare function show(value: unknown): string;
/** `value` if it is an integer in [low, high]. @throws TypeError, InputError */
export declare function requireInteger(subject: string, value: number, low: number, high: number): number;
/** `value` if it is one of `choices`. @throws InputError */
export declare function requireOneOf<T extends string>(subject: string, value: string, choices: readonly T[]): T;
/** The result of `call`; an InputError of it gets the subject before its message. */
export declare function about<T>(subject: string, call: () => T): T;
