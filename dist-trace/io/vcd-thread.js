/** The thread that writes a waveform while another one simulates: drains the ring of records until it is closed. */
import { workerData } from 'node:worker_threads';
import { formatterOn } from "./vcd-module.js";
import { Failure, Ring } from "./vcd-ring.js";
import { NoBytesTaken, writeAll } from "./write-all.js";
const { memory, module, layout, fd } = workerData;
const formatter = formatterOn(memory, module, layout, (bytes) => { writeAll(fd, bytes); });
const drain = (from, to) => {
    try {
        return formatter.format(from, to) ? Failure.none : Failure.misfit;
    }
    catch (error) {
        return failureOf(error);
    }
};
function failureOf(error) {
    if (error instanceof NoBytesTaken)
        return Failure.noBytes;
    return error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno < 0 ? error.errno : Failure.other;
}
new Ring(new Int32Array(memory.buffer), layout.blocks).serve(drain);
//# sourceMappingURL=vcd-thread.js.map