#!/usr/bin/env node
/** The command line program. */
import { main } from "./main.js";
await main(process.argv);
//# sourceMappingURL=mlsim.js.map