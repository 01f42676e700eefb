/**
 * The operators that are understood, by name: the rule for their outputs, and what they cost.
 *
 * `free` operators compare, choose, round, copy or move. `arithmetic` adds, multiplies or evaluates functions element by element, which no
 * row of the energy model counts: it is reported. Layers, batch normalizations and additions are looked at by what surrounds them.
 */
import type { Rule } from '../call.ts';
import type { LayerRule } from '../layer-rule.ts';
export type Operator = {
    readonly kind: 'layer';
    readonly layer: LayerRule;
} | {
    readonly kind: 'free' | 'arithmetic' | 'batchNormalization' | 'addition' | 'view' | 'sizes';
    readonly rule: Rule;
};
export declare const OPERATORS: ReadonlyMap<string, Operator>;
