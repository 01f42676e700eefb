/** The networks that are built in. */
import { InputError, show } from '../bits/check.ts';
import { alexnet } from './alexnet.ts';
import { googlenet } from './googlenet.ts';
import { mobilenetV2 } from './mobilenet-v2.ts';
import type { Network } from './network.ts';
import { paperResnet18, paperResnet34 } from './paper-resnet.ts';
import { resnet18, resnet20, resnet34, resnet50 } from './resnet.ts';
import { vgg16, vgg16Bn } from './vgg16.ts';

export const NETWORKS: readonly Network[] = [
  resnet18,
  resnet34,
  resnet50,
  resnet20,
  vgg16,
  vgg16Bn,
  googlenet,
  mobilenetV2,
  alexnet,
  paperResnet18,
  paperResnet34,
];

/** @throws InputError that lists the names */
export function networkNamed(name: string): Network {
  const found = NETWORKS.find((network) => network.name === name);
  if (found === undefined) throw new InputError(`network: expected one of ${NETWORKS.map((network) => network.name).join(', ')}, found ${show(name)}`);
  return found;
}
