import type { Steps } from '../bits/steps.ts';
import { type Convolution } from './convolution.ts';
import type { Datapath } from './datapath.ts';
import { type GroupedOperands } from './grouped-dot.ts';
import type { Operand } from './operand.ts';
import type { ConvolutionResult } from './result.ts';
/** The grouped operands of one output, read from the tensors by their indices. */
export declare function operandsOfOutput(conv: Convolution, x: Operand, y: Operand, output: number): GroupedOperands;
/** Runs a pass on the units. Each step is an output. */
export declare function runReference<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand): Steps<ConvolutionResult>;
