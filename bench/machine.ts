/** What figures depend on. */
import { cpus } from 'node:os';
import { compilerName } from './golden/golden-model.ts';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** Undefined where there is none. */
  readonly compiler: string | undefined;
}

export function thisMachine(): Machine {
  const cores = cpus();
  return { cpu: cores[0].model.trim(), cores: cores.length, node: process.version, compiler: compilerName() };
}

export function machineText({ cpu, cores, node, compiler }: Machine): string {
  return [cpu, `${cores} core${cores === 1 ? '' : 's'}`, `Node ${node}`, compiler ?? 'no g++'].join(', ');
}
