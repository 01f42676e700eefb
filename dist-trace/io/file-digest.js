/** The SHA-256 of a file, in steps. */
import { createHash } from 'node:crypto';
import { StreamedFile } from "./streamed-file.js";
const PART_BYTES = 2 ** 20;
/** The digest in lower-case hexadecimal digits. @throws InputError when the file cannot be read */
export function* fileDigest(path) {
    const file = new StreamedFile(path);
    try {
        const hash = createHash('sha256');
        const part = Buffer.allocUnsafe(PART_BYTES);
        for (let count = file.read(part); count > 0; count = file.read(part)) {
            hash.update(part.subarray(0, count));
            yield { done: file.position, total: file.size };
        }
        return hash.digest('hex');
    }
    finally {
        file.close();
    }
}
//# sourceMappingURL=file-digest.js.map