/** Makes the process keep freed memory for later results. Elsewhere than on glibc it does nothing. */
export declare function keepFreedMemory(): void;
