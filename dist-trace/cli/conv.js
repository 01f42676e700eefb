/** `mlsim conv`. */
import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { InputError } from "../bits/check.js";
import { openOutput } from "../io/atomic-file.js";
import { writeNpy } from "../io/npy.js";
import { planConvolution } from "../sim/convolve.js";
import { convolutionCounts } from "../sim/counts.js";
import { fastUnsupported } from "../sim/fast/modules.js";
import { convolveOnThreads, MOST_THREADS } from "../sim/fast/threads.js";
import { addArrayOptions, rejectArrayOptions } from "./array-options.js";
import { addConvolutionOptions, OPERANDS_HELP, prepareConvolution } from "./convolution-job.js";
import { integer } from "./options.js";
import { duration, grouped, jsonText, print } from "./print.js";
import { work } from "./work.js";
export function convCommand() {
    const command = new Command('conv').description('Run one of the three convolutions of training on the simulated datapath.');
    addConvolutionOptions(command)
        .requiredOption('-o, --output <Z.npy>', 'output, <f4')
        .addOption(new Option('--engine <name>', 'how it is simulated: bits alone, or cycle by cycle').choices(['functional', 'cycle']).default('functional'))
        .option('--threads <n>', 'functional: at most so many threads (default: all cores, for work that is worth it)', integer(1, 1024))
        .option('--explain', 'functional: print which kernels run, and why');
    return addArrayOptions(command)
        .option('--json', 'print { pass, shape, counts, overflow }, and cycles with --engine cycle')
        .addHelpText('after', `
${OPERANDS_HELP}

Examples:
  mlsim conv --pass forward w.npz a.npz -o z.npy --padding 1
  mlsim conv --pass forward w.npz a.npz -o z.npy --threads 2 --explain
  mlsim conv --pass forward w.npz a.npz -o z.npy --engine cycle --rows 8 --cols 8 --interleave 4
  mlsim conv --pass weight-grad e.npz a.npz -o g.npy --stride 2 --padding 1 --kernel-size 3,3 --acc-width 16 --json
  mlsim conv --pass input-grad w.npy e.npy -o d.npy --element 2,1 --element-y 3,2 --stride 2 --padding 1 --input-size 56,56`)
        .action(run);
}
/** Products that a thread should have, lest it takes longer to start than to work. */
const PRODUCTS_OF_THREAD = 2 ** 28;
async function run(xPath, yPath, flags, command) {
    if (flags.engine === 'functional')
        rejectArrayOptions(command, flags.engine);
    else if (flags.explain === true)
        throw new InputError('--explain: only --engine functional has a choice of kernels');
    const { conv, datapath, x, y } = await prepareConvolution(xPath, yPath, flags);
    const out = openOutput(flags.output);
    const start = performance.now();
    const { mul } = convolutionCounts(conv, 0);
    const threads = flags.threads ?? Math.max(1, Math.min(availableParallelism(), Math.floor(mul / PRODUCTS_OF_THREAD)));
    const plan = flags.engine === 'functional' ? planConvolution(conv, datapath, x, y, Math.min(threads, MOST_THREADS)) : undefined;
    const unsupported = plan && fastUnsupported();
    if (unsupported !== undefined)
        process.stderr.write(`mlsim: ${unsupported}: a slower engine gives the same bits\n`);
    const result = flags.engine === 'cycle'
        ? await work(flags.pass, (await import("../sim/cycle/run-cycle.js")).runCycle(conv, datapath, x, y, flags, flags.groups))
        : await convolveOnThreads(conv, datapath, x, y, { threads, drive: (steps) => work(flags.pass, steps) });
    const elapsed = performance.now() - start;
    writeNpy(out, '<f4', result.shape, new Float32Array(result.bits.buffer));
    out.commit();
    const { shape, counts, overflow, cycles } = result;
    if (flags.json === true) {
        const explained = plan && flags.explain === true ? { engine: { name: plan.engine, threads: threadsOf(plan), reasons: plan.reasons } } : {};
        print(jsonText({ pass: flags.pass, shape, counts, overflow, ...(cycles ? { cycles } : {}), ...explained }));
    }
    else {
        print(summary(flags, result, elapsed));
        if (cycles)
            print(cycleSummary(cycles));
        if (plan && flags.explain === true)
            print(explanation(plan));
    }
}
function threadsOf(plan) {
    return plan.engine === 'simd' ? plan.run.threads.length : 1;
}
const ENGINES = { simd: 'SIMD kernels', doubles: 'typed arrays of doubles', units: 'the hardware blocks one by one' };
function explanation(plan) {
    const count = threadsOf(plan);
    return [`  engine      ${ENGINES[plan.engine]}, ${count} ${count === 1 ? 'thread' : 'threads'}`, ...plan.reasons.map((reason) => `              ${reason}`)].join('\n');
}
/** Where the cycles went, and what they toggled. */
function cycleSummary({ total, issue, stall, drain, utilization, idleLanes, idleElements, toggles }) {
    return `  cycles      ${grouped(total)}: issue ${grouped(issue)}, stall ${grouped(stall)}, drain ${grouped(drain)}
  slots       ${(100 * utilization).toFixed(1)} % used; idle lane-cycles ${grouped(idleLanes)}, idle element-cycles ${grouped(idleElements)}
  toggles     ${Object.entries(toggles).map(([name, count]) => `${name} ${grouped(count)}`).join(', ')}`;
}
function summary(flags, { shape, counts, overflow }, elapsed) {
    const first = overflow.first === null ? '' : `, the first at output [${overflow.first.output.join(',')}] group ${overflow.first.group}`;
    return `${flags.output}: [${shape.join(',')}], ${flags.pass} in ${duration(elapsed)}
  operations  ${Object.entries(counts).map(([name, count]) => `${name} ${grouped(count)}`).join(', ')}
  overflow    ${grouped(overflow.groups)} of ${grouped(counts.groupScale)} groups left ${flags.accWidth} bits${first}`;
}
//# sourceMappingURL=conv.js.map