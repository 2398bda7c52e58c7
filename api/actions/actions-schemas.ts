import { z } from 'zod';
import { clauses } from '../../config/clauses.ts';
import {
  type ActInput,
  type ActName,
  acts,
  type CodeValues,
  type Field,
  type Kind,
  type StayingValues,
} from '../../domain/case/commands/acts.ts';
import { isoDate, line, paragraph, personName, uuid } from '../http/common-schemas.ts';
import { maxChecks, maxDeficiencies } from '../http/limits.ts';
import { deliveredList } from '../materials/dossiers-schemas.ts';
import { postingDocument } from './posting-document-schemas.ts';

/** The reason for something, as free text; it is sealed, and only the people concerned read it. */
const reason = paragraph(2000).meta({
  description: 'Why; kept sealed and shown to those concerned only.',
  example: '经核查，材料与原件一致。',
});
/** The key of a part of the form, or the id of an achievement or file; a code, because workflows see it and must see no free text. */
const item = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_./-]{0,39}$/, { error: 'must be a key or id of the form: letters, digits, _ . / -' })
  .meta({
    description: 'What is meant: a part of the form by its key, or an achievement or file by its id.',
    example: 'a1',
  });

const deficiency = z
  .strictObject({
    item,
    clause: line(40)
      .refine((id) => clauses.has(id), {
        error: 'must be the id of a printed rule',
        params: { zh: '须为通知条款编号' },
      })
      .meta({ description: 'The printed rule it rests on.', example: 'LN-A2-a' }),
    expected: paragraph(2000).meta({ description: 'What is expected instead.', example: '补充合同签章页。' }),
  })
  .meta({ id: 'Deficiency' });

const deficiencies = z
  .array(deficiency)
  .min(1)
  .max(maxDeficiencies)
  .refine((list) => new Set(list.map((each) => each.item)).size === list.length, {
    error: 'must name each item once',
    params: { zh: '同一项目只能列一次' },
  });

/** The key of a check, of a printed choice or of a stage, from the view of the application. */
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: 'must be a key: letters, digits, _ or -' });
const checkedList = z
  .array(key)
  .max(maxChecks)
  .refine((list) => new Set(list).size === list.length, {
    error: 'must name each point once',
    params: { zh: '同一核对项只能列一次' },
  })
  .meta({
    description:
      'The points confirmed by name, each by its key: `availableActions[].checks` of the view lists those that the action needs.',
    example: ['declassified'],
  });
export const checked = checkedList.optional();

/** The printed number of an official document: who issued it, the year in brackets, the number. */
const documentNo = line(40)
  .refine((no) => /^\p{Script=Han}{1,16}[〔[（(]\d{4}[〕\]）)]第?\d{1,6}号$/u.test(no), {
    error: 'must be the number of a document: issuer, year in brackets, number',
    params: { zh: '须为文号，如“辽人社〔2024〕1号”' },
  })
  .meta({ description: 'The number of the document that says the result.', example: '辽人社〔2024〕1号' });
const certificate = z
  .string()
  .max(80)
  .overwrite((typed) => typed.normalize('NFKC').trim())
  .regex(/^[0-9A-Za-z-]{4,40}$/)
  .meta({ example: 'LN2024-00001' });
const objector = personName(100);
/** An objection: its text, the item it is about, and its author if the name is given (LN-A1-f, A-17). */
export const objectionFields = {
  named: z.boolean(),
  name: objector.optional(),
  body: paragraph(5000),
  item: item.optional(),
};
/** What a person on a posting says: whoever is signed in need not give a name, which is then that of the account. */
export const signedRight = (value: { named: boolean; name?: string | undefined }) =>
  value.named || value.name === undefined;
/** A name is given exactly when the objection is a named one. */
const namedRight = (value: { named: boolean; name?: string | undefined }) => value.named === (value.name !== undefined);
/** The message if that is not so. */
export const namedWrong = {
  error: 'a name is given exactly when the objection is named',
  params: { zh: '实名异议须署名，匿名异议不得署名' },
  path: ['name'],
};

/** How the value of each kind of field is checked and documented. */
const kinds: { readonly [K in Kind]: z.ZodType<(CodeValues & StayingValues)[K]> } = {
  checks: checkedList,
  choice: key.meta({
    description: 'One of the printed values: `availableActions[].choices` of the view lists them by key.',
  }),
  committee: key.meta({
    description: 'The committee whose scope it is, where it is returned as out of scope (LYG-4.4-b).',
  }),
  destination: key.meta({ description: 'Where it goes back to, where the named ground leaves the choice.' }),
  days: z.int().min(1).max(60).meta({ description: 'The working days set for the correction (A-30).' }),
  day: isoDate,
  meetingDay: isoDate.meta({ description: 'The day of the meeting; today where it is left out.' }),
  decisionDay: isoDate.meta({ description: 'The day on which it was decided.' }),
  score: z
    .int()
    .min(0)
    .max(10_000)
    .refine((score) => score === 0 || score > 100, {
      error: 'is in hundredths of a point: 80 points are 8000',
      params: { zh: '成绩以0.01分为单位：80分须填8000' },
    })
    .meta({
      description: 'In hundredths of a point: 80 points are 8000. A score of up to one point is refused as mistaken.',
      example: 8000,
    }),
  yesNo: z.boolean(),
  passedUnlessVeto: z.boolean().meta({ description: 'Left out only with a veto, which is never a pass.' }),
  absent: z.literal(true).meta({ description: 'Did not come to the defence (A-20).' }),
  veto: z.literal(true).meta({ description: 'Vetoed for fraud or misconduct (LYG-5.4-b).' }),
  documentNo,
  certificateNo: certificate,
  issuedCertificateNo: certificate.meta({ description: 'The management number, where a certificate was issued.' }),
  item,
  id: uuid,
  postingId: uuid.meta({ description: 'A posting that holds this application.' }),
  reason,
  deficiencies,
  delivered: deliveredList.meta({
    description:
      'What lies in the paper dossier, in its order, where the view says that the action receives it; `GET …/dossier` has its keys and numbers of copies.',
  }),
  document: postingDocument.meta({ description: 'What a unit posts, where it posts this one alone.' }),
  objectorName: objector,
  objectionWords: objectionFields.body,
};

/** Conditions between the fields of one action. */
const rules: { readonly [N in ActName]?: (body: z.ZodType<ActInput<N>>) => z.ZodType<ActInput<N>> } = {
  recordObjection: (body) => body.refine(({ named, name }) => namedRight({ named: named === true, name }), namedWrong),
  recordResult: (body) =>
    body.refine(({ passed, veto }) => (veto ? passed !== true : passed !== undefined), {
      error: 'is given exactly where there is no veto',
      params: { zh: '须写明通过或未通过；一票否决的不得写通过' },
      path: ['passed'],
    }),
};

/** The schema for the body of an action: its fields and no others. The body may be missing if every field is optional and no condition joins them. */
export function bodyOf<N extends ActName>(name: N): z.ZodType<ActInput<N> | undefined> {
  const fields: Readonly<Record<string, Field>> = acts[name];
  const checks = Object.entries(fields).map(([field, { kind, optional }]): [string, z.ZodType] => [
    field,
    optional ? kinds[kind].optional() : kinds[kind],
  ]);
  // The table guarantees the shape, which the compiler cannot follow through `fromEntries`.
  const body = z.strictObject(Object.fromEntries(checks)) as unknown as z.ZodType<ActInput<N>>;
  const rule = rules[name];
  if (rule) return rule(body);
  return Object.values(fields).every(({ optional }) => optional) ? body.optional() : body;
}

/** The names of all actions, in the order of the OpenAPI document. */
export const actNames = Object.keys(acts) as readonly ActName[];
