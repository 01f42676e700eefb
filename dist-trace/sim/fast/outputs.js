/** The outputs of a run, outside its memory. */
import { elementCount } from "../../bits/shape.js";
import { freshMemory } from "./fresh-memory.js";
import { jobOf } from "./matrix-form.js";
import { finishedJobs } from "./share.js";
/** Words of a page of memory. */
const PAGE = 1024;
export class Outputs {
    /** Binary32 patterns. */
    bits;
    #run;
    #memory;
    #jobs = 0;
    /** @param into where they go; by default new memory */
    constructor({ outputShape }, run, memory, into) {
        this.bits = into ?? new Uint32Array(freshMemory(Uint32Array.BYTES_PER_ELEMENT * elementCount(outputShape)));
        this.#run = run;
        this.#memory = memory;
    }
    /** Has the system give memory its pages, which takes longer than to copy to them: where other threads are at work meanwhile. */
    touch() {
        for (let i = 0; i < this.bits.length; i += PAGE)
            this.bits[i] = 0;
    }
    /** Copies the outputs of jobs that have ended on all threads since the last time. */
    copyEnded() {
        const { form, shared } = this.#run;
        const jobs = finishedJobs(this.#memory, this.#run, this.#jobs);
        if (jobs === this.#jobs)
            return;
        const first = jobOf(form, this.#jobs).out;
        const end = jobs < form.jobs ? jobOf(form, jobs).out : this.bits.length;
        this.bits.set(new Uint32Array(this.#memory.buffer, shared.outputs + Uint32Array.BYTES_PER_ELEMENT * first, end - first), first);
        this.#jobs = jobs;
    }
}
//# sourceMappingURL=outputs.js.map