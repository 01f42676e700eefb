import { type Dims } from './dims.ts';
import { type OnnxOptions } from './inputs.ts';
import { Ledger } from './ledger.ts';
import { type OnnxModel } from './model.ts';
export interface Analysis {
    readonly ledger: Ledger;
    /** The shape of every value from which an output of the graph follows. */
    readonly shapes: ReadonlyMap<string, Dims>;
    /** How many nodes lead to no output and are left out. */
    readonly unused: number;
}
/** @throws InputError naming the node that can't be understood */
export declare function analyse(model: OnnxModel, options: OnnxOptions): Analysis;
