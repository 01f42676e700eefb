/** `prove` as a program: the comparison as JSON on standard input, the outcome on standard output. In a process of its own a proof can be ended when it takes too long. */
import { readFileSync } from 'node:fs';
import { prove, type Comparison } from './equivalence.ts';

process.stdout.write(await prove(JSON.parse(readFileSync(0, 'utf8')) as Comparison));
