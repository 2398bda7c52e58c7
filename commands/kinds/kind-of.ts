import type { Pending } from '../../db/intents/intent.ts';
import type { CommandDeps, Kind } from '../deps.ts';

/** The kind of the thing that an intent is about; throws where this process does not know it, and the intent stays open for one that does. */
export function kindOf({ kinds }: Pick<CommandDeps, 'kinds'>, pending: Pending): Kind {
  return kindNamed(kinds, 'case' in pending ? 'application' : pending.entity.kind);
}

/** A kind by its name. */
export function kindNamed(kinds: CommandDeps['kinds'], name: string): Kind {
  const kind = kinds[name];
  if (!kind) throw new Error(`nobody here decides for the kind ${name}`);
  return kind;
}
