/** The registers of an element as others see them: for toggles, traces and comparisons. */
export declare const REGISTER_CLASSES: readonly ["control", "scale", "product", "accumulator", "scaledSum", "converted", "tree", "runningSum", "tensorScale"];
/** What a register belongs to; toggles are counted by class. */
export type RegisterClass = (typeof REGISTER_CLASSES)[number];
/** Counts on each time that registers take values which may differ; it may pass 2^31 and turn around. */
export interface LoadCounter {
    count: number;
}
/** Registers of one kind, such as the product registers of all lanes. */
export interface RegisterBank {
    readonly class: RegisterClass;
    /** The register's name in its scope, such as `product`. */
    readonly name: string;
    /** In bits. */
    readonly width: number;
    /** How the value reads: an unsigned or two's complement integer, or a binary32 pattern. */
    readonly kind: 'unsigned' | 'signed' | 'binary32';
    /** The current values. Signed ones are signed numbers, binary32 ones patterns in [0, 2^32). */
    readonly values: ArrayLike<number> | ArrayLike<bigint>;
    /** While this stands still, so do the values; absent where nobody counts. */
    readonly loads?: Readonly<LoadCounter> | undefined;
    /** The dotted path of a register's scope, such as `lane3` or `tree.level2.node1`. */
    readonly scope: (index: number) => string;
}
