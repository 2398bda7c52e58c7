import type { Pending } from '../db/intent.ts';
import type { CommandDeps, Kind } from './deps.ts';

/** The kind of what an intent changes. Throws if this process does not know the kind; the intent then stays open for a process that does. */
export function kindOf({ kinds }: Pick<CommandDeps, 'kinds'>, pending: Pending): Kind {
  return kindNamed(kinds, 'case' in pending ? 'application' : pending.entity.kind);
}

/** A kind by its name. */
export function kindNamed(kinds: CommandDeps['kinds'], name: string): Kind {
  const kind = kinds[name];
  if (!kind) throw new Error(`nobody here decides for the kind ${name}`);
  return kind;
}
