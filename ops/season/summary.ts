import type { Programme } from '../../domain/programme/programme.ts';
import type { Ending } from './play.ts';

/** A table of the outcomes, the most frequent first, and of the refusals before them. */
export function summaryOf(programme: Programme, endings: readonly Ending[]): string {
  const ends = counted(endings.map(({ outcome, stage }) => `${outcome ?? '—'} in ${stage ?? '—'}`));
  const refusals = counted(endings.flatMap(({ refused }) => refused));
  const events = endings.map((each) => each.events);
  return [
    `${programme.name.zh} · ${programme.name.en}`,
    ...ends.map(([end, count]) => `  ${String(count).padStart(5)}  ${labelled(programme, end)}`),
    `events of a case: ${Math.min(...events)} to ${Math.max(...events)}`,
    ...(refusals.length > 0
      ? ['refused before that:', ...refusals.map(([what, count]) => `  ${String(count).padStart(5)}  ${what}`)]
      : []),
  ].join('\n');
}

function labelled(programme: Programme, end: string): string {
  const label = programme.outcomes[end.split(' ')[0] ?? '']?.label;
  return label ? `${end}  ${label.zh} / ${label.en}` : end;
}

function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
