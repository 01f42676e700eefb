import fc from 'fast-check';

// One fixed seed makes a red run repeatable by anyone; MLSIM_FC_SEED explores others. fast-check prints the seed of a failure.
const seed = Number(process.env['MLSIM_FC_SEED'] ?? 20_220_601);
fc.configureGlobal({ seed, numRuns: Number(process.env['MLSIM_FC_RUNS'] ?? 200) });
