import { codesOf } from '../../domain/case/commands/acts.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import type { Act } from './life.ts';

/** What travels to the decision when somebody acts: codes as they are, of words only that there are some, and what the service finds out by itself. */
export function commandDataOf({ data = {}, found }: Act): CommandData {
  const { reason, deficiencies } = data;
  return {
    ...codesOf(data),
    ...(reason === undefined ? {} : { reason: 'recorded' }),
    ...(deficiencies ? { deficiencies: deficiencies.map(({ item, clause }) => ({ item, clause })) } : {}),
    ...found,
  };
}
