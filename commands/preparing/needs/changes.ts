import { isDeepStrictEqual } from 'node:util';
import type { Form } from '../../../domain/materials/form.ts';
import { asideOf, type Gather } from '../act.ts';
import { openForm } from '../form-content.ts';

/** The keys of the parts in which two forms differ; of the summary also each field, as `summary-degree`. */
export function changedParts(before: Form, now: Form): string[] {
  const inSummary = differing(before.summary ?? {}, now.summary ?? {}).map((field) => `summary-${field}`);
  return [...differing(before, now), ...inSummary];
}

function differing(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return keys.filter((key) => !isDeepStrictEqual(before[key], now[key]));
}

/** What a correction changed, if its next stage depends on that; nothing before the first submission. */
export const compareChanges: Gather = (subject) => {
  const { vault } = subject.deps;
  const { no } = subject.row;
  const [before, now] = [asideOf(subject, 'submitted'), asideOf(subject, 'content')];
  if (!before || !now) return {};
  const changed = changedParts(openForm(vault, no, before.body), openForm(vault, no, now.body));
  return { data: { changed, changedIn: now.version } };
};
