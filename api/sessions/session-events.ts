import { listEvents } from '../../db/applications/events.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { sessionActionLabels } from '../../domain/session/labels.ts';
import type { SessionActionName } from '../../domain/session/steps.ts';
import { openSealedTexts } from '../applications/view-texts.ts';
import { pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import type { Services } from '../http/route.ts';

/** What a step keeps and everybody who reads the session may see: days, counts and hashes; not the rules of its plan, and no ids of texts or experts. */
const shown = [
  ...['meetingOn', 'lastDay', 'passRate', 'checked', 'minutes', 'what', 'roster', 'draw', 'undeclared', 'members'],
  ...['ready', 'waiting', 'missing', 'custodians', 'count', 'undelivered', 'openPublicities'],
] as const;

/** A page of what happened to a session, with the recorded reasons. */
export async function sessionEventPage(
  services: Services,
  no: string,
  { limit = usualLimit, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
) {
  const after = cursor === undefined ? 0 : Number(placeOf(cursor, ['number'])[0]);
  const rows = await listEvents(services.db, no, { after, limit: limit + 1 });
  const { page, nextCursor } = pageOf(rows, limit, ({ seq }) => [seq]);
  const dataOf = (row: (typeof rows)[number]): Readonly<Record<string, unknown>> => row.data;
  const textOf = (row: (typeof rows)[number]) => {
    const { text } = dataOf(row);
    return typeof text === 'string' ? text : null;
  };
  const reasons = await openSealedTexts(services, no, page.map(textOf));
  const items = page.map((row) => {
    const name = row.name as string as SessionActionName;
    const data = dataOf(row);
    const present = Array.isArray(data.present) ? { present: data.present.length } : {};
    const kept = shown.filter((field) => data[field] !== undefined && data[field] !== null);
    return {
      seq: row.seq,
      name,
      label: sessionActionLabels[name],
      at: toRfc3339(row.at),
      by: row.role,
      data: { ...Object.fromEntries(kept.map((field) => [field, data[field]])), ...present },
      reason: reasons.get(textOf(row) ?? '')?.reason ?? null,
    };
  });
  return { items, nextCursor };
}
