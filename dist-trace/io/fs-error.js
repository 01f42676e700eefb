/** File-system errors as one-line InputErrors. */
import { getSystemErrorMap } from 'node:util';
import { InputError } from "../bits/check.js";
/** A path as the subject of an error message: as given, on one line, without control or invisible characters. */
export function fileSubject(path) {
    return path === '' ? '""' : path.replaceAll(/\p{C}/gu, '?');
}
/**
 * The result of a file-system call. Its failure becomes an InputError `subject: what: description (CODE)`, with the original as `cause`.
 * @param what what could not be done, such as `cannot read`
 */
export function attempt(subject, what, call) {
    try {
        return call();
    }
    catch (error) {
        const description = describe(error);
        if (description === undefined)
            throw error;
        throw new InputError(`${subject}: ${what}: ${description}`, { cause: error });
    }
}
function describe(error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
        return undefined;
    if (error.code === 'ERR_INVALID_ARG_VALUE')
        return 'not a valid path';
    if (!('errno' in error) || typeof error.errno !== 'number')
        return undefined;
    const text = getSystemErrorMap().get(error.errno)?.[1] ?? 'system error';
    return `${text} (${error.code})`;
}
//# sourceMappingURL=fs-error.js.map