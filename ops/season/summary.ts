import type { Programme } from '../../domain/programme/programme.ts';
import type { Ending } from './play.ts';

/** A table of the ends of the roads, the most frequent first, and of what was refused on the way. */
export function summaryOf(programme: Programme, endings: readonly Ending[]): string {
  const ends = counted(endings.map(({ outcome, stage }) => `${outcome ?? '—'} in ${stage ?? '—'}`));
  const refusals = counted(endings.flatMap(({ refused }) => refused));
  const events = endings.map((each) => each.events);
  return [
    `${programme.name.zh} · ${programme.name.en}`,
    ...ends.map(([end, count]) => `  ${String(count).padStart(5)}  ${labelled(programme, end)}`),
    `events of a case: ${Math.min(...events)} to ${Math.max(...events)}`,
    ...(refusals.length > 0
      ? ['refused on the way:', ...refusals.map(([what, count]) => `  ${String(count).padStart(5)}  ${what}`)]
      : []),
  ].join('\n');
}

function labelled(programme: Programme, end: string): string {
  const label = programme.outcomes[end.split(' ')[0] ?? '']?.label;
  return label ? `${end}  ${label.zh} / ${label.en}` : end;
}

function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
