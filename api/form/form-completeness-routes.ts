import { type ApplicationRow, adoptedBy, firstReceived } from '../../db/applications/applications.ts';
import { listAttachments } from '../../db/applications/attachments.ts';
import { dateOf, type IsoDate } from '../../domain/calendar/dates.ts';
import type { MaterialFinding } from '../../domain/case/check-results.ts';
import { type Act, blocking, completeness } from '../../domain/materials/completeness.ts';
import type { MaterialRule } from '../../domain/programme/materials.ts';
import { text } from '../../domain/text.ts';
import { isEditable } from '../applications/load.ts';
import { namedFiles } from '../attachments/shown-files-routes.ts';
import { eligibilityOf } from '../eligibility/submission-eligibility.ts';
import { type FieldError, HttpError } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { programmeOf } from '../programmes/programme-in-force.ts';
import type { Form } from './form-schemas.ts';

/** What is looked at where a programme says nothing of its material: the summary and the pledge, by no printed rule. */
const everywhere: readonly MaterialRule[] = [
  {
    key: 'summary',
    name: { zh: '个人基本情况', en: 'Personal summary' },
    clause: '',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'summary' },
  },
  {
    key: 'pledge',
    name: { zh: '材料真实性承诺', en: 'Pledge of truthfulness' },
    clause: '',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'pledge' },
  },
];

/** When the form is looked at, by which version of the dates, and what the case says about it: what was removed, who attested. */
type Moment = {
  readonly asOf: IsoDate;
  /** Those now in force where it is left out. */
  readonly timelineVersion?: number;
  readonly removedItems?: readonly string[];
  readonly acts?: readonly Act[];
};

/**
 * When a content is judged: what its applicant may still write today, by the dates now in force; what was received by its own day and the dates of
 * that day, however late somebody reads it.
 */
export async function momentOf(
  { db, deps }: Pick<Services, 'db' | 'deps'>,
  row: ApplicationRow,
  { version, own }: { readonly version: number; readonly own: boolean },
): Promise<Moment> {
  const submission = row.snapshot?.submission;
  const writable = own && isEditable(row, deps.calendar);
  if (!submission || submission.contentVersion !== version || writable) return { asOf: dateOf(row.nowMs) };
  const timelineVersion = (await adoptedBy(db, row.no, submission.at)) ?? (await firstReceived(db, row.no))?.version;
  return { asOf: dateOf(submission.at), ...(timelineVersion === undefined ? {} : { timelineVersion }) };
}

/** What each printed rule about material says of a form as it stands, and each condition of applying that looks at what the form says. */
export async function findingsOn(
  services: Pick<Services, 'programmes' | 'db' | 'vault'>,
  head: ApplicationRow,
  form: Form,
  { asOf, timelineVersion, removedItems = [], acts = [] }: Moment,
): Promise<MaterialFinding[]> {
  const programme = await programmeOf(services, head.programme, timelineVersion);
  const { year, timeline, materials = everywhere } = programme;
  const named = namedFiles(form);
  const files = named.size > 0 ? (await listAttachments(services.db, head.no)).filter(({ id }) => named.has(id)) : [];
  const { series, specialty, level, track, employerClass } = head;
  const looked = {
    content: form,
    facts: { series, specialty, level, track, employerClass },
    asOf,
    year,
    cutOffs: timeline.cutOffs,
    fileKinds: files.map(({ kind }) => kind),
  };
  const found = completeness(materials, { ...looked, removedItems, acts });
  const { inForm } = await eligibilityOf(services, head, form);
  return [
    ...found,
    ...inForm.filter((each) => !found.some((other) => saysTheSame(each, other))),
    ...[...named].filter((id) => !files.some((file) => file.id === id)).map(notThere),
  ];
}

/** A last day may be printed for the material and for whoever applies: it is told once. */
const saysTheSame = (one: MaterialFinding, other: MaterialFinding): boolean =>
  one.clause === other.clause && one.item === other.item && one.outcome === other.outcome;

const notThere = (id: string): MaterialFinding => ({
  key: 'file',
  clause: '',
  readings: [],
  item: '/documents',
  outcome: 'missing',
  message: text(`所列附件${id}未上传。`, `The file ${id} that the form names was not uploaded.`),
});

/** What stands against sending, each at its field. */
export const missingIn = (findings: readonly MaterialFinding[]): FieldError[] =>
  blocking(findings).map(({ item, message }) => ({ path: `/form${item === '/' ? '' : item}`, message }));

/** The refusal that tells everything at once, so that nobody is returned for what could be seen before. */
export function incomplete(findings: readonly MaterialFinding[]): HttpError {
  const against = blocking(findings);
  const message = text(
    `申报材料不完整或不符合要求，共${against.length}处，请一次性补充完善后提交。`,
    `The material is incomplete or wrong in ${against.length} places; correct all of them and submit again.`,
  );
  return new HttpError(422, 'INCOMPLETE', message, {
    clauses: [...new Set(against.flatMap(({ clause }) => clause || []))],
    readings: [...new Set(against.flatMap(({ readings }) => readings))],
    errors: missingIn(against),
    details: { findings: against },
  });
}
