/**
 * The binary32 adder tree (TreeAdd of the paper's Fig. 1b): T lanes are added pairwise, level by level, and a running sum takes the result of
 * each chunk of T groups.
 */
import { type SubnormalPolicy } from '../bits/binary32.ts';
export declare const MAX_TREE_WIDTH = 1024;
/** Checks a tree width T. @throws InputError unless it is a power of two in 1..1024; TypeError */
export declare function requireTreeWidth(width: number): number;
/** One level of the tree: lanes (0,1), (2,3), ... to their sums. @param lanes an even number of bit patterns */
export declare function addLevel(lanes: readonly number[], policy?: SubnormalPolicy): number[];
/** The tree without its running sum: T lanes to one sum. @param lanes T bit patterns, T a power of two */
export declare function addLanes(lanes: readonly number[], policy?: SubnormalPolicy): number;
/**
 * The sum of any number of group terms through a tree of `width` lanes: chunks of T in index order, each added to a running sum that
 * starts at +0.
 * @param terms binary32 bit patterns @param width T, a power of two in 1..1024
 */
export declare function adderTree(terms: readonly number[], width: number, policy?: SubnormalPolicy): number;
