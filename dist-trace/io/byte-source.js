/** Random access to a file's bytes, wherever they are. */
import { InputError } from "../bits/check.js";
/** `length` bytes of a source in an array of their own. Requires position + length <= size. */
export function readBytes(source, position, length) {
    const bytes = allocate(source.subject, () => new Uint8Array(length));
    source.read(position, bytes);
    return bytes;
}
/** Bytes in memory as a source. */
export function memorySource(subject, bytes) {
    return {
        subject,
        size: bytes.length,
        read: (position, target) => {
            target.set(bytes.subarray(position, position + target.length));
        },
    };
}
/** Makes an array whose size a file decides: a file that is really that large can still be too large for memory. @throws InputError */
export function allocate(subject, create) {
    try {
        return create();
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw new InputError(`${subject}: expected data that fits in memory, found more`, { cause: error });
    }
}
//# sourceMappingURL=byte-source.js.map