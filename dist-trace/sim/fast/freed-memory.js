/**
 * Results come from the C library's heap. glibc gives the end of its heap back to the system once more of it is free than twice the largest mapped block that has
 * been freed so far (mallopt(3), M_MMAP_THRESHOLD), so that large results that are collected are mapped and cleared anew, page by page, in the next run: as much
 * work as to compute a sixth of a layer. A block of nearly 32 MiB, the most that counts, which is never touched and freed once, makes it keep up to 64 MiB.
 */
const BLOCK_BYTES = 2 ** 25 - 2 ** 14;
let done = false;
/** Makes the process keep freed memory for later results. Elsewhere than on glibc it does nothing. */
export function keepFreedMemory() {
    if (done)
        return;
    done = true;
    try {
        new Uint8Array(BLOCK_BYTES);
    }
    catch (error) {
        // The system has too little memory: results will be mapped anew.
        if (!(error instanceof RangeError))
            throw error;
    }
}
//# sourceMappingURL=freed-memory.js.map