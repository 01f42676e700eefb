#!/usr/bin/env node
/** The command line program. */
import { main } from './main.ts';

await main(process.argv);
