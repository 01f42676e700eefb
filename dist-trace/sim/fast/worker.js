/** A thread of the pool: it takes its share of runs, one after the other, and stays for the next one for a while. */
import { receiveMessageOnPort } from 'node:worker_threads';
import { kernelsOn } from "./kernels.js";
import { awaitRun, becomeFree } from "./handover.js";
import { leaveRun, runShare } from "./share.js";
export default function serve({ words, port, watchMs }) {
    let kernels;
    let share;
    while (awaitRun(words, watchMs)) {
        const received = receiveMessageOnPort(port);
        if (received) {
            const { onMemory, ...next } = received.message;
            if (onMemory)
                kernels = kernelsOn(onMemory.memory, onMemory.module);
            share = next;
        }
        if (!kernels || !share)
            throw new Error('a run was announced but not sent');
        (globalThis.TT??=[]).length=0; runShare(kernels, share, watchMs);
        // In this order: when all have left, each takes the next run.
        becomeFree(words);
        (globalThis.BC??=new BroadcastChannel("t")).postMessage({t:globalThis.TT, t1:(performance.timeOrigin+performance.now())});
        leaveRun(kernels.memory, share.description.shared);
    }
    port.close();
}
//# sourceMappingURL=worker.js.map