import type { Db } from '../../db/connection.ts';
import type { Vault } from '../../db/vault.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { CommandDeps } from '../deps.ts';

/** What the preparation of an action needs from outside. */
export type PreparingDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly deps: Pick<CommandDeps, 'calendar'>;
};
