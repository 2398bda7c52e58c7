import type { IntentDetails, OpenIntent } from '../../db/intents/intents.ts';
import type { LostWorkflow } from '../../db/intents/lost-workflows.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';

/** Who refused an intent by hand and why, decrypted for the operator. */
export type Grounds = { readonly by: string; readonly reason: string };

/** The list of open intents as a table. */
export function listText(intents: readonly OpenIntent[], limit: number): string {
  if (intents.length === 0) return 'No intent is open.';
  const rows = intents.map((each) => [
    each.id,
    each.no,
    String(each.n),
    each.action,
    toRfc3339(each.receivedAt),
    duration(each.ageMs),
    String(each.tries),
    oneLine(each.lastError ?? ''),
  ]);
  const lines = table([['id', 'no', 'n', 'action', 'received at', 'age', 'tries', 'last error'], ...rows]);
  const rest = intents.length < limit ? `${intents.length} open.` : `The oldest ${limit}; there may be more.`;
  return [...lines, '', rest].join('\n');
}

/** The cases without their workflow as a table. */
export function lostText(lost: readonly (LostWorkflow & { readonly foundAt: number })[], limit: number): string {
  if (lost.length === 0) return 'Every open case has its workflow.';
  const rows = lost.map(({ no, kind, status, foundAt }) => [no, kind, status, new Date(foundAt).toISOString()]);
  const rest = lost.length < limit ? `${lost.length} lost.` : `The first ${limit}; there may be more.`;
  return [
    ...table([['no', 'kind', 'workflow', 'found at'], ...rows]),
    '',
    `${rest} "rebuild <no>" starts one again.`,
  ].join('\n');
}

/** Rows in columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** One intent, one line for each of its data. */
export function intentText(intent: IntentDetails, grounds: Grounds | null): string {
  const rows: readonly (readonly [string, string | number | null])[] = [
    ['id', intent.id],
    [intent.kind, intent.no],
    ['n', intent.n],
    ['action', intent.action],
    ['by', [intent.role, intent.person, intent.scope].filter(Boolean).join(' · ')],
    ['received at', toRfc3339(intent.receivedAt)],
    ['age', duration(intent.ageMs)],
    ['lane', intent.lane],
    ['argument', `${intent.argumentBytes} bytes, not shown`],
    ['claims', claimsText(intent)],
    ['content version', intent.contentVersion],
    ['expected seq', intent.expectedSeq],
    ['newer timeline', intent.timelineVersion],
    ['decided after', intent.ahead.join(', ')],
    ['tries', intent.tries],
    ['last error', intent.lastError],
    ['state', stateText(intent)],
    ['refused by', grounds?.by ?? null],
    ['reason', grounds?.reason ?? null],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== '');
  return known.map(([name, value]) => `${name.padEnd(16)} ${value}`).join('\n');
}

function stateText({ outcome, accepted, dueInMs }: IntentDetails): string {
  if (outcome !== null) return `${accepted ? 'accepted' : 'refused'} ${JSON.stringify(outcome)}`;
  return dueInMs > 0 ? `open, due for the courier in ${duration(dueInMs)}` : 'open, due for the courier now';
}

function claimsText({ claims, claimsHeld, outcome }: IntentDetails): string {
  if (!claims || claims.length === 0) return '';
  const kinds = claims.map(({ kind }) => kind).join(', ');
  return outcome === null && !claimsHeld ? `${kinds} (not held: another application has or wants it)` : kinds;
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 120);

function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
