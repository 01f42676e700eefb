/** Where `mlsim energy` and `mlsim networks` get a network from: what is built in. A file's topology comes in here too. */
import { InputError } from '../bits/check.ts';
import { networkNamed } from '../networks/networks.ts';
import type { Topology } from '../networks/topology.ts';
import type { Pair } from '../sim/convolution.ts';

/** A topology and the input size that it is for. */
export interface SourcedTopology {
  readonly topology: Topology;
  readonly inputSize: Pair;
  /** What the network is and where it is from. */
  readonly title: string;
  readonly source: string;
}

/**
 * The topology that a command line names.
 * @param inputSize undefined for that of the network's published figures
 * @throws InputError for a name that is none, and for an input too small or too large
 */
export function sourcedTopology(name: string, inputSize: Pair | undefined): Promise<SourcedTopology> {
  const network = networkNamed(name);
  const size = inputSize ?? network.inputSize;
  if (size.includes(0)) throw new InputError(`--input-size: expected at least 1x1, found ${size.join('x')}`);
  return Promise.resolve({ topology: network.topology(size), inputSize: size, title: network.title, source: network.source });
}
