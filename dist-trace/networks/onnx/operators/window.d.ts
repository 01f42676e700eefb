import { type Call } from '../call.ts';
import { type Dims } from '../dims.ts';
/** Along one axis. */
export interface WindowAxis {
    readonly input: number;
    readonly kernel: number;
    readonly stride: number;
    readonly dilation: number;
    readonly padBegin: number;
    readonly padEnd: number;
    readonly outputs: number;
}
/**
 * The window of a call along each spatial axis.
 * @param sizes of the input's spatial axes @param kernel its sizes @param ceil whether a window that is not whole counts
 * @throws InputError for lists of another length, or a kernel that doesn't fit
 */
export declare function windowAxes(call: Call, sizes: Dims, kernel: Dims, ceil?: boolean): readonly WindowAxis[];
