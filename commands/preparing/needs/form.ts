import type { ApplicationRow } from '../../../db/applications/applications.ts';
import { listAttachments } from '../../../db/applications/attachments.ts';
import { adoptedBy, firstReceived } from '../../../db/applications/events.ts';
import { dateOf, type IsoDate } from '../../../domain/calendar/dates.ts';
import type { MaterialFinding } from '../../../domain/case/check-results.ts';
import { type Act, blocking, completeness } from '../../../domain/materials/completeness.ts';
import { type Form, namedFiles } from '../../../domain/materials/form.ts';
import type { MaterialRule } from '../../../domain/programme/materials.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { type FieldError, type Refusal, refuse } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { isEditable } from '../case-now.ts';
import type { PreparingDeps } from '../deps.ts';
import { programmeOf } from '../in-force.ts';
import { eligibilityOf } from './eligibility.ts';

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
  /** Those in force for the application where it is left out. */
  readonly timelineVersion?: number;
  readonly removedItems?: readonly string[];
  readonly acts?: readonly Act[];
};

/**
 * When a content is judged: what its applicant may still write today, by the dates now in force; what was received by its own day and the dates of
 * that day, however late somebody reads it.
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

/** What each printed rule about material says of a form as it stands, and each condition of applying that looks at what the form says. */
export async function findingsOn(
  source: Pick<PreparingDeps, 'programmes' | 'db' | 'vault'>,
  row: ApplicationRow,
  form: Form,
  moment: Moment,
): Promise<MaterialFinding[]> {
  const [programme, files, { inForm }] = await Promise.all([
    programmeOf(source, row.programme, moment.timelineVersion ?? row.timelineVersion),
    namedFiles(form).size > 0 ? listAttachments(source.db, row.no) : [],
    eligibilityOf(source, row, form),
  ]);
  return formFindings({ row, form, programme, files, inForm, moment });
}

/** A form with all that it is judged by: the programme by the dates of the moment, the files of the application, the conditions that the form answers. */
type Looked = {
  readonly row: ApplicationRow;
  readonly form: Form;
  readonly programme: Programme;
  readonly files: readonly { readonly id: string; readonly kind: string }[];
  readonly inForm: readonly MaterialFinding[];
  readonly moment: Moment;
};

/** The same where everything has been read. */
export function formFindings({ row, form, programme, files, inForm, moment }: Looked): MaterialFinding[] {
  const { year, timeline, materials = everywhere } = programme;
  const { asOf, removedItems = [], acts = [] } = moment;
  const named = namedFiles(form);
  const mine = files.filter(({ id }) => named.has(id));
  const { series, specialty, level, track, employerClass } = row;
  const found = completeness(materials, {
    content: form,
    facts: { series, specialty, level, track, employerClass },
    asOf,
    year,
    cutOffs: timeline.cutOffs,
    fileKinds: mine.map(({ kind }) => kind),
    removedItems,
    acts,
  });
  return [
    ...found,
    ...inForm.filter((each) => !found.some((other) => saysTheSame(each, other))),
    ...[...named].filter((id) => !mine.some((file) => file.id === id)).map(notThere),
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

/** The refusal that names everything at once, so that nobody is returned for what could be seen before; null where nothing stands against the form. */
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
