/** The folder of a vector set: made where it is missing, and never one with somebody's other files in it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from "../bits/check.js";
import { MANIFEST_FILE, MANIFEST_FORMAT } from "../golden/manifest.js";
import { attempt, fileSubject } from "../io/fs-error.js";
/** Every name that a set can have a file under. */
const SET_FILES = [MANIFEST_FILE, 'vectors.hex', 'stimulus.hex', 'outputs.hex', 'registers.hex', 'live.sv'];
/**
 * Makes the folder, or sees that it may be written to: it is empty, or has a vector set in it, beside which other files are left alone.
 * @param force whether a folder with other things in it will do too @throws InputError
 */
export function prepareFolder(path, force) {
    const subject = fileSubject(path);
    const found = attempt(subject, 'cannot read', () => statSync(path, { throwIfNoEntry: false }));
    if (found === undefined) {
        attempt(subject, 'cannot make the folder', () => mkdirSync(path, { recursive: true }));
        return;
    }
    if (!found.isDirectory())
        throw new InputError(`${subject}: expected a folder, found a file`);
    const entries = attempt(subject, 'cannot read', () => readdirSync(path));
    if (force || entries.length === 0 || holdsSet(path))
        return;
    throw new InputError(`${subject}: expected an empty folder or one with a vector set, found ${fileSubject(entries[0])} in it (--force writes there all the same)`);
}
function holdsSet(path) {
    try {
        const manifest = JSON.parse(readFileSync(join(path, MANIFEST_FILE), 'utf8'));
        return typeof manifest?.format === 'string' && manifest.format.startsWith(MANIFEST_FORMAT.slice(0, MANIFEST_FORMAT.indexOf('/') + 1));
    }
    catch {
        return false;
    }
}
/** Takes away the manifest, so that no old set looks whole, and the old set's files that the new one does not write. */
export function retireOldSet(path, newFiles) {
    const old = holdsSet(path) ? SET_FILES : [MANIFEST_FILE];
    for (const name of old) {
        if (newFiles.includes(name) && name !== MANIFEST_FILE)
            continue;
        const file = join(path, name);
        if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
            continue;
        attempt(fileSubject(file), 'cannot remove', () => { unlinkSync(file); });
    }
}
const SEAL = /^\/\/ As written by mlsim, [0-9a-f]{16}\. A changed file is kept.*\n/;
/** A file that people edit, with a first line by which a later run sees whether they did. */
export function sealed(text) {
    return `// As written by mlsim, ${digest(text)}. A changed file is kept when the set is written again.\n${text}`;
}
/** Whether a file is there that is not as it was written. */
export function isEdited(path) {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
        return false;
    const text = attempt(fileSubject(path), 'cannot read', () => readFileSync(path, 'utf8'));
    return !SEAL.test(text) || sealed(text.replace(SEAL, '')) !== text;
}
function digest(text) {
    return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
//# sourceMappingURL=vectors-folder.js.map