import type { ApplicationRow } from '../../../db/applications/applications.ts';
import { adoptedBy, firstReceived } from '../../../db/applications/events.ts';
import { listAttachments } from '../../../db/attachments/attachments.ts';
import { findPerson } from '../../../db/people/people.ts';
import { cardOfDocument, documentOf } from '../../../domain/access/identity-document.ts';
import type { Card } from '../../../domain/access/identity-number.ts';
import { dateOf, type IsoDate } from '../../../domain/calendar/dates.ts';
import type { MaterialFinding } from '../../../domain/case/check-results.ts';
import { type Attestation, blocking, completeness } from '../../../domain/materials/completeness.ts';
import { type Form, namedFiles } from '../../../domain/materials/form.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import { printedNamesOf } from '../../../domain/programme/printed-names.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { type FieldError, type Refusal, refuse } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { isEditable } from '../case-now.ts';
import type { PreparingDeps } from '../deps.ts';
import { programmeOf } from '../in-force.ts';
import { eligibilityOf } from './eligibility.ts';

/** The parts that are checked if a programme has no rules about its material: the summary and the pledge. No printed rule asks for this. */
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

/** As of when and by which version of the dates the form is checked, and what the case says about it: removed items, attestations. */
type Moment = {
  readonly asOf: IsoDate;
  /** If left out: the dates in force for the application. */
  readonly timelineVersion?: number;
  readonly removedItems?: readonly string[];
  readonly attestations?: readonly Attestation[];
};

/**
 * As of when a content is judged. What the applicant may still change is judged today, by the dates now in force. What was received is judged as of the
 * day of its receipt and by the dates of that day, however late somebody reads it.
 */
export async function momentOf(
  { db, deps }: Pick<PreparingDeps, 'db' | 'deps'>,
  row: ApplicationRow,
  { version, own }: { readonly version: number; readonly own: boolean },
): Promise<Moment> {
  const submission = row.snapshot?.submission;
  const writable = own && isEditable(row, deps.calendar);
  if (!submission || submission.contentVersion !== version || writable) return { asOf: dateOf(row.nowMs) };
  const timelineVersion = (await adoptedBy(db, row.no, submission.at)) ?? (await firstReceived(db, row.no))?.version;
  return { asOf: dateOf(submission.at), ...(timelineVersion === undefined ? {} : { timelineVersion }) };
}

/** What each printed rule about material finds in a form, and each condition for applying that depends on the form. */
export async function findingsOn(
  source: Pick<PreparingDeps, 'programmes' | 'db' | 'vault'>,
  row: ApplicationRow,
  form: Form,
  moment: Moment,
): Promise<MaterialFinding[]> {
  const [programme, files, { inForm }, person] = await Promise.all([
    programmeOf(source, row.programme, moment.timelineVersion ?? row.timelineVersion),
    namedFiles(form).size > 0 ? listAttachments(source.db, row.no) : [],
    eligibilityOf(source, row, form),
    findPerson(source.db, row.person),
  ]);
  const identity = person?.identityEnc ? source.vault.openText(person.identityEnc, 'person.identity') : null;
  const card = identity === null ? null : cardOfDocument(documentOf(identity));
  return formFindings({ row, form, programme, files, inForm, moment, card });
}

/** A form with everything it is judged by: the programme with its dates, the files of the application, and the conditions that the form answers. */
type Looked = {
  readonly row: ApplicationRow;
  readonly form: Form;
  readonly programme: Programme;
  readonly files: readonly { readonly id: string; readonly kind: string }[];
  readonly inForm: readonly MaterialFinding[];
  readonly moment: Moment;
  /** What the identity number says; only what is shown needs it, because it prevents no submission. */
  readonly card?: Card | null;
};

/** The same, with everything already read. */
export function formFindings({ row, form, programme, files, inForm, moment, card = null }: Looked): MaterialFinding[] {
  const { year, timeline, materials = everywhere } = programme;
  const { asOf, removedItems = [], attestations = [] } = moment;
  const named = namedFiles(form);
  const mine = files.filter(({ id }) => named.has(id));
  const { series, specialty, level, track, employerClass } = row;
  const found = completeness(materials, {
    content: form,
    facts: { series, specialty, level, track, employerClass },
    names: printedNamesOf(programme, row),
    asOf,
    year,
    cutOffs: timeline.cutOffs,
    fileKinds: mine.map(({ kind }) => kind),
    removedItems,
    attestations,
    card,
  });
  return [
    ...found,
    ...inForm.filter((each) => !found.some((other) => saysTheSame(each, other))),
    ...[...named].filter((id) => !mine.some((file) => file.id === id)).map(notThere),
  ].map((each) => ({ ...each, item: pointerInto(form, each.item) }));
}

/** The rules name an achievement by its id, since they do not see the removed ones; a JSON Pointer into the form has its place in the list instead. */
function pointerInto({ achievements }: Form, item: string): string {
  const [, id, rest = ''] = /^\/achievements\/([^/]+)(\/.*)?$/.exec(item) ?? [];
  const at = achievements.findIndex((each) => each.id === id);
  return at < 0 ? item : `/achievements/${at}${rest}`;
}

/** Leaves out a finding that another one repeats: a notice may print the same last day for the material and for the applicant. */
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

/** What prevents the submission, each at its field: a JSON Pointer into the form, as it is written. */
export const missingIn = (findings: readonly MaterialFinding[]): FieldError[] =>
  blocking(findings).map(({ item, message }) => ({ path: item === '/' ? '' : item, message }));

/** The refusal that names all problems at once, so that nobody is returned later for one of them; null if there is none. */
export function incomplete(findings: readonly MaterialFinding[]): Refusal | null {
  const against = blocking(findings);
  if (against.length === 0) return null;
  const message = text(
    `申报材料不完整或不符合要求，共${against.length}处，请一次性补充完善后提交。`,
    `The material is incomplete or wrong in ${against.length} places; correct all of them and submit again.`,
  );
  const grounds = {
    clauses: [...new Set(against.flatMap(({ clause }) => clause || []))],
    readings: [...new Set(against.flatMap(({ readings }) => readings))],
    details: { findings: against },
  };
  return { ...refuse('INCOMPLETE', message, grounds), errors: missingIn(against) };
}
