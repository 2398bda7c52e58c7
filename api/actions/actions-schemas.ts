import { z } from 'zod';
import { clauses } from '../../config/clauses.ts';
import type { Delivered } from '../../domain/case/check-results.ts';
import { deliveredList } from '../documents/documents-schemas.ts';
import { isoDate, line, paragraph, uuid } from '../http/common-schemas.ts';
import { type PostingDocument, postingDocument } from '../postings/posting-document-schemas.ts';

/** Why something was done, in words; sealed, and read only by those concerned. */
const reason = paragraph(2000).meta({ description: 'Why; kept sealed and shown to those concerned only.' });
/** The key of a part of the form, or the id of an achievement or file; a code, because it travels and words do not. */
const item = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_./-]{0,39}$/, { error: 'must be a key or id of the form: letters, digits, _ . / -' })
  .meta({ description: 'What is meant: a part of the form by its key, or an achievement or file by its id.' });
/** How many points one return may list: the case carries them all. */
const pointsAtMost = 40;

const deficiency = z
  .strictObject({
    item,
    clause: line(40)
      .refine((id) => clauses.has(id), {
        error: 'must be the id of a printed rule',
        params: { zh: '须为通知条款编号' },
      })
      .meta({ description: 'The printed rule it rests on.', example: 'LN-A2-a' }),
    expected: paragraph(2000).meta({ description: 'What is expected instead.' }),
  })
  .meta({ id: 'Deficiency' });

const deficiencies = z
  .array(deficiency)
  .min(1)
  .max(pointsAtMost)
  .refine((list) => new Set(list.map((each) => each.item)).size === list.length, {
    error: 'must name each item once',
    params: { zh: '同一项目只能列一次' },
  });

/** The key of a check, of a printed choice or of a stage, as the view of the application gives it. */
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: 'must be a key: letters, digits, _ or -' });
/** How many points one act may confirm at most. */
const checksAtMost = 60;
export const checked = z
  .array(key)
  .max(checksAtMost)
  .refine((list) => new Set(list).size === list.length, {
    error: 'must name each point once',
    params: { zh: '同一核对项只能列一次' },
  })
  .optional()
  .meta({ description: 'The points confirmed by name, each by its key; the view says which the action needs.' });
const choice = key.optional().meta({ description: 'One of the printed values the action offers.' });
/** A score in hundredths of a point (model.md 8.2). */
const score = z.int().min(0).max(10_000).optional().meta({ description: 'In hundredths of a point.' });

const nothing = z.strictObject({}).optional();
const because = z.strictObject({ reason });
const perhapsBecause = z.strictObject({ reason: reason.optional() }).optional();
const confirming = z.strictObject({ checked }).optional();
const receiving = z
  .strictObject({
    checked,
    delivered: deliveredList.optional().meta({
      description: 'What lies in the paper dossier, in its order, where the view says that the action receives it.',
    }),
  })
  .optional();
const step = z.strictObject({ checked, choice }).optional();
const sayingNo = z.strictObject({ reason, choice, deficiencies: deficiencies.optional() });
const handingBack = z.strictObject({
  deficiencies,
  reason: reason.optional(),
  choice,
  committee: key
    .optional()
    .meta({ description: 'The committee whose scope it is, where it is returned as out of scope (LYG-4.4-b).' }),
  to: key.optional().meta({ description: 'Where it goes back to, where the named ground leaves the choice.' }),
  days: z.int().min(1).max(60).optional().meta({ description: 'The working days set for the correction (A-30).' }),
});
const result = z
  .strictObject({
    passed: z.boolean().optional().meta({ description: 'Left out only with a veto, which is never a pass.' }),
    heldOn: isoDate.optional().meta({ description: 'The day of the meeting; today where it is left out.' }),
    quantified: score,
    defence: score,
    absent: z.literal(true).optional().meta({ description: 'Did not come to the defence (A-20).' }),
    veto: z.literal(true).optional().meta({ description: 'Vetoed for fraud or misconduct (LYG-5.4-b).' }),
    checked,
    reason: reason.optional(),
  })
  .refine(({ passed, veto }) => (veto ? passed !== true : passed !== undefined), {
    error: 'is given exactly where there is no veto',
    params: { zh: '须写明通过或未通过；一票否决的不得写通过' },
    path: ['passed'],
  });

/** The printed number of an official document: who issued it, the year in brackets, the number. */
const documentNo = line(40)
  .refine((no) => /^\p{Script=Han}{1,16}[〔[（(]\d{4}[〕\]）)]第?\d{1,6}号$/u.test(no), {
    error: 'must be the number of a document: issuer, year in brackets, number',
    params: { zh: '须为文号，如“辽人社〔2024〕1号”' },
  })
  .meta({ description: 'The number of the document that says the result.', example: '辽人社〔2024〕1号' });
const certificate = z.string().regex(/^[0-9A-Za-z-]{4,40}$/);
const referralResult = {
  passed: z.boolean(),
  decidedOn: isoDate.meta({ description: 'The day on which it was decided.' }),
  documentNo,
  certificate: certificate.optional().meta({ description: 'The management number, where a certificate was issued.' }),
};

/** An objection: what it says, about which item, and who makes it where that is said (LN-A1-f, A-17). */
export const objectionFields = {
  named: z.boolean(),
  name: line(100).optional(),
  body: paragraph(5000),
  item: item.optional(),
};
/** A name is given exactly when the objection is a named one. */
export const namedRight = (value: { named: boolean; name?: string | undefined }) =>
  value.named === (value.name !== undefined);
/** What is said where it is not. */
export const namedWrong = {
  error: 'a name is given exactly when the objection is named',
  params: { zh: '实名异议须署名，匿名异议不得署名' },
  path: ['name'],
};

/** What the body of each action holds; nothing else is taken. */
export const actionBodies = {
  submit: confirming,
  recall: nothing,
  withdraw: perhapsBecause,
  agree: confirming,
  return: handingBack,
  fail: handingBack,
  refuse: sayingNo,
  select: confirming,
  passOver: sayingNo,
  postPublicity: z
    .strictObject({
      lastDay: isoDate.optional(),
      posting: uuid.optional().meta({ description: 'A posting that holds this application.' }),
      document: postingDocument.optional().meta({ description: 'What a unit posts, where it posts this one alone.' }),
      checked,
    })
    .optional(),
  recordObjection: z.strictObject(objectionFields).refine(namedRight, namedWrong),
  concludeObjection: z.strictObject({ objection: uuid, upheld: z.boolean(), reason }),
  removeItem: z.strictObject({ item, reason }),
  pass: receiving,
  consent: confirming,
  designate: confirming,
  seal: step,
  uploadStampedPage: z.strictObject({ attachment: uuid, checked }),
  attachDelegation: z.strictObject({ attachment: uuid.optional(), checked }).optional(),
  approve: confirming,
  recommend: step,
  handOver: step,
  receivePaper: step,
  returnOriginals: step,
  forward: step,
  report: step,
  confirmDossier: receiving,
  recordResult: result,
  certify: z.strictObject({ certificate, checked }),
  grantAttempt: because,
  acceptLate: because,
  invalidatePublicity: because,
  requestRecheck: because,
  concludeRecheck: z.strictObject({ upheld: z.boolean(), reason }),
  recordReferralResult: z.strictObject(referralResult),
  correctReferralResult: z.strictObject({ ...referralResult, reason }),
  cancel: z.strictObject({ reason, choice }),
} as const satisfies Record<string, z.ZodType>;

export type ActionName = keyof typeof actionBodies;

/** What an action may bring, before it is sealed; every field of every action. */
export type ActionBody = {
  readonly reason?: string | undefined;
  readonly deficiencies?: readonly { readonly item: string; readonly clause: string; readonly expected: string }[];
  readonly lastDay?: string | undefined;
  readonly posting?: string | undefined;
  readonly document?: PostingDocument | undefined;
  readonly named?: boolean;
  readonly name?: string | undefined;
  readonly body?: string;
  readonly item?: string | undefined;
  readonly objection?: string;
  readonly upheld?: boolean;
  readonly attachment?: string | undefined;
  readonly passed?: boolean | undefined;
  readonly certificate?: string | undefined;
  readonly decidedOn?: string | undefined;
  readonly documentNo?: string | undefined;
  readonly checked?: readonly string[] | undefined;
  readonly delivered?: readonly Delivered[] | undefined;
  readonly choice?: string | undefined;
  readonly committee?: string | undefined;
  readonly to?: string | undefined;
  readonly days?: number | undefined;
  readonly heldOn?: string | undefined;
  readonly quantified?: number | undefined;
  readonly defence?: number | undefined;
  readonly absent?: boolean | undefined;
  readonly veto?: boolean | undefined;
};
