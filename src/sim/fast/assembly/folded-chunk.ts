/** Chunks of 16 groups in folded pairs, one product for a tap. */
import { ROW_TILE, sumTile, Then, TILE } from './sums';
import { addNodes, addTile } from './tree';

/** Two groups that are not folded: the first level of the tree. */
function termsOfTwoGroups(v: usize, pitch: usize, s: usize, taps: i32, f: usize, out: usize): void {
  sumTile(v, pitch, s, taps, f, out, Then.StoreTerm);
  sumTile(v, pitch, s + <usize>taps * 16, taps, f + 16, out, Then.AddTerm);
}

/**
 * Sixteen lanes of a tree in pairs of groups. Equal to `fusedChunk` on the groups as they were.
 * @param v panel [pair][tap][columns] @param s [block]: [pair][tap][4], a pair that is not folded twice as much @param f [block][group][4] @param flags [block][pair] whether it is folded
 * @param nodes room for 5 tiles @param run [block][tile]
 */
export function foldedChunk(v: usize, pitch: usize, s: usize, sBlock: usize, taps: i32, f: usize, flags: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  const vPair = <usize>taps * pitch;
  const sGroup = <usize>taps * 16;
  const spare = nodes + 4 * TILE;
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      let va = v + <usize>tile * ROW_TILE;
      let sa = s;
      let fa = f;
      for (let node: usize = 0; node < 4; node++) {
        const out = nodes + node * TILE;
        if (load<u8>(flags + 2 * node) != 0) {
          sumTile(va, pitch, sa, taps, fa, out, Then.StoreTerm);
          sa += sGroup;
        } else {
          termsOfTwoGroups(va, pitch, sa, taps, fa, out);
          sa += 2 * sGroup;
        }
        va += vPair;
        if (load<u8>(flags + 2 * node, 1) != 0) {
          sumTile(va, pitch, sa, taps, fa + 32, out, Then.AddTerm);
          sa += sGroup;
        } else {
          termsOfTwoGroups(va, pitch, sa, taps, fa + 32, spare);
          addTile(out, spare);
          sa += 2 * sGroup;
        }
        va += vPair;
        fa += 64;
      }
      addNodes(nodes, TILE, run);
      run += TILE;
    }
    s += sBlock;
    f += 256;
    flags += 8;
  }
}
