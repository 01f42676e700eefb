import type { Convolution } from '../convolution.ts';
import type { Datapath } from '../datapath.ts';
import type { Operand } from '../operand.ts';
/**
 * X, or in place of it a prepacked copy that is made in X's second run of a pass on a datapath, and goes with it. X may have changed since: `unchanged` tells.
 * Of an operand with fewer elements than Y, or than 65 536, there is none: its rows are a small part of a run's work.
 */
export declare function keptCopyOf<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand): Operand;
/** The copy, if X has all codes and scales of it, and else X, whose copy is given up. @param copy of X, or X itself */
export declare function unchanged(x: Operand, copy: Operand): Operand;
