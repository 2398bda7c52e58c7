import type { StoredEvent } from '../../db/applications/events.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { SealedText } from '../../domain/case/sealed-text.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { readsObjections, readsObjectionsTo, readsSealedTexts } from '../access/readers.ts';
import { openSealedTexts } from '../applications/view-texts.ts';
import type { Services } from '../http/route.ts';
import type { EventView } from './events-schemas.ts';

/** The data of an event that everybody who sees the application may read: codes, dates and versions. */
const open = [
  ...[
    'programme',
    'programmeVersion',
    'timelineVersion',
    'contentVersion',
    'from',
    'to',
    'counted',
    'attempt',
    'stays',
  ],
  ...[
    'postedOn',
    'lastDay',
    'item',
    'step',
    'passed',
    'outcome',
    'stage',
    'deadline',
    'untilDay',
    'waived',
    'certificate',
  ],
  ...['inOrder', 'upheld', 'named', 'claims', 'decidedOn', 'documentNo', 'delivered'],
] as const;

/** The scores of a hearing in hundredths of a point, with the composite score by the printed weights (LN-7-d). */
const scores = ['quantified', 'defence', 'composite'] as const;
/** The roles that read scores: those that run or supervise the review; the applicant only learns passed or not passed. */
const readsScores: readonly Role[] = [
  'committeeOffice',
  'committeeOrganiser',
  'cityTitleOffice',
  'administrator',
  'auditor',
];

/** Events whose reason may mention an objector: the people who examine objections read it, the applicant does not. */
const aboutObjectors: readonly string[] = ['objectionConcluded', 'itemRemoved'];

const itemsOf = (event: StoredEvent) => (event.name === 'returned' ? event.data.deficiencies : []);
/** The session whose results were declared void, with its reason. */
/** The id of the sealed text with the reason for the event; null if there is none. */
const sessionOf = ({ data }: StoredEvent) => ('session' in data ? (data.session ?? []) : []);
const textOf = ({ data }: StoredEvent) => ('text' in data ? (data.text ?? null) : null);

/** The events as a person in these roles may read them: actors by role, never by name, and free text only if it concerns the reader. */
export async function eventViews(
  services: Pick<Services, 'db' | 'vault'>,
  no: string,
  seen: { events: readonly StoredEvent[]; roles: readonly Role[] },
): Promise<EventView[]> {
  const readable = seen.events.filter((event) => mayRead(event, seen.roles));
  const ids = readable.flatMap((event) => [textOf(event), ...itemsOf(event).map(({ text }) => text)]);
  const wordings = await openSealedTexts(services, [no, ...readable.flatMap(sessionOf)], ids);
  return seen.events.map((event) => eventView(event, wordings, seen.roles));
}

function mayRead(event: StoredEvent, roles: readonly Role[]): boolean {
  if (!aboutObjectors.includes(event.name)) return readsSealedTexts(roles);
  return readsObjectionsTo(event.role === 'unitHr' ? 'unit' : 'office', roles);
}

function eventView(event: StoredEvent, wordings: ReadonlyMap<string, SealedText>, roles: readonly Role[]): EventView {
  const { seq, name, stage, at, role } = event;
  const data: Readonly<Record<string, unknown>> = event.data;
  const fields = roles.some((role) => readsScores.includes(role)) ? [...open, ...scores] : open;
  const kept = fields.filter((field) => data[field] !== undefined && data[field] !== null);
  const reason = mayRead(event, roles) ? wordings.get(textOf(event) ?? '')?.reason : undefined;
  const deficiencies = itemsOf(event).map(({ item, clause, text }) => ({
    item,
    clause,
    expected: wordings.get(text ?? '')?.items?.[item] ?? null,
  }));
  return {
    seq,
    name,
    stage,
    by: role,
    at: toRfc3339(at),
    data: Object.fromEntries(kept.map((field) => [field, data[field]])),
    ...(reason === undefined ? {} : { reason }),
    ...(deficiencies.length > 0 ? { deficiencies } : {}),
    ...(readsObjections(roles) && 'objection' in event.data ? { objection: event.data.objection } : {}),
  };
}
