import type { Drawn, Pool } from './draw.ts';

/** Everything that anybody needs to repeat a draw without us; it has ids and no names (docs/draw.md). Hashes are SHA-256 in hex. */
export type DrawProof = {
  readonly pool: Pool;
  /** The hash of the text of the pool, and that of the secret, both published before the second value was given. */
  readonly poolHash: string;
  readonly secretHash: string;
  readonly secret: string;
  readonly value: string;
  /** The hash of pool, secret and value; its bytes are the key of the ranks. */
  readonly seed: string;
  readonly drawn: Drawn;
};
