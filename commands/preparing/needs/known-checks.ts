import type { Programme } from '../../../domain/programme/programme.ts';
import { invalidFields, type Refusal } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';

const known = new WeakMap<Programme['stages'], ReadonlySet<string>>();

/** Refuses to confirm a check that no notice has; one that another stage or notice has stays without effect. */
export function unknownChecks(programmes: Iterable<Programme>, checked: readonly string[] = []): Refusal | null {
  if (checked.length === 0) return null;
  const lists = [...programmes].map(({ stages }) => keysOf(stages));
  const message = text('没有此核对项。', 'There is no such check.');
  const errors = checked.flatMap((key, at) =>
    lists.some((keys) => keys.has(key)) ? [] : [{ path: `/checked/${at}`, message }],
  );
  return errors.length > 0 ? invalidFields(errors) : null;
}

function keysOf(stages: Programme['stages']): ReadonlySet<string> {
  const keys = known.get(stages) ?? new Set(keysIn(stages));
  known.set(stages, keys);
  return keys;
}

/** The keys of every list of checks in the data of the stages, wherever it stands. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'checks' && Array.isArray(each) ? each.map(({ key }) => String(key)) : keysIn(each),
  );
}
