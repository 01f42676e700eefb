import { Command } from 'commander';
/** Runs the program. @param argv as in `process.argv` */
export declare function main(argv: readonly string[]): Promise<void>;
/** The program with the command of that name, or with all of them where there is none. */
export declare function program(name?: string): Promise<Command>;
