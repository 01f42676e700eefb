/**
 * Makes the folder, or sees that it may be written to: it is empty, or has a vector set in it, beside which other files are left alone.
 * @param force whether a folder with other things in it will do too @throws InputError
 */
export declare function prepareFolder(path: string, force: boolean): void;
/** Takes away the manifest, so that no old set looks whole, and the old set's files that the new one does not write. */
export declare function retireOldSet(path: string, newFiles: readonly string[]): void;
/** A file that people edit, with a first line by which a later run sees whether they did. */
export declare function sealed(text: string): string;
/** Whether a file is there that is not as it was written. */
export declare function isEdited(path: string): boolean;
