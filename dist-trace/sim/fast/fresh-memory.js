/** Memory for results, of which every byte is written. */
import { Buffer, constants } from 'node:buffer';
/** A `new ArrayBuffer(bytes)` with anything in it, rather than zeros. */
export function freshMemory(bytes) {
    return bytes > constants.MAX_LENGTH ? new ArrayBuffer(bytes) : Buffer.allocUnsafeSlow(bytes).buffer;
}
//# sourceMappingURL=fresh-memory.js.map