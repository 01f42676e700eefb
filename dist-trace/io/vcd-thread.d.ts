import type { WaveformLayout } from './vcd-layout.ts';
/** What the thread gets. */
export interface ThreadTask {
    readonly memory: WebAssembly.Memory;
    readonly module: WebAssembly.Module;
    readonly layout: WaveformLayout;
    /** Stays the other thread's, who closes the ring before the descriptor. */
    readonly fd: number;
}
