/** A path as the subject of an error message: as given, on one line, without control or invisible characters. */
export declare function fileSubject(path: string): string;
/**
 * The result of a file-system call. Its failure becomes an InputError `subject: what: description (CODE)`, with the original as `cause`.
 * @param what what could not be done, such as `cannot read`
 */
export declare function attempt<T>(subject: string, what: string, call: () => T): T;
