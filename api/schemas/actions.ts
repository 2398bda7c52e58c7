import { z } from 'zod';
import { clauses } from '../../config/clauses.ts';
import { isoDate, line, paragraph, uuid } from './common.ts';

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

const nothing = z.strictObject({}).optional();
const because = z.strictObject({ reason });
const perhapsBecause = z.strictObject({ reason: reason.optional() }).optional();

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
  submit: nothing,
  recall: nothing,
  withdraw: perhapsBecause,
  agree: nothing,
  return: z.strictObject({ deficiencies, reason: reason.optional() }),
  refuse: because,
  select: nothing,
  passOver: because,
  postPublicity: z.strictObject({ lastDay: isoDate.optional(), posting: uuid.optional() }).optional(),
  recordObjection: z.strictObject(objectionFields).refine(namedRight, namedWrong),
  concludeObjection: z.strictObject({ objection: uuid, upheld: z.boolean(), reason }),
  removeItem: z.strictObject({ item, reason }),
  pass: nothing,
  seal: nothing,
  uploadStampedPage: z.strictObject({ attachment: uuid }),
  approve: nothing,
  handOver: nothing,
  receivePaper: nothing,
  confirmDossier: nothing,
  recordResult: z.strictObject({ passed: z.boolean(), reason: reason.optional() }),
  certify: z.strictObject({ certificate: z.string().regex(/^[0-9A-Za-z-]{4,40}$/) }),
  grantAttempt: because,
  acceptLate: because,
  invalidatePublicity: because,
  cancel: because,
} as const satisfies Record<string, z.ZodType>;

export type ActionName = keyof typeof actionBodies;

/** What an action may bring, before it is sealed; every field of every action. */
export type ActionBody = {
  readonly reason?: string | undefined;
  readonly deficiencies?: readonly { readonly item: string; readonly clause: string; readonly expected: string }[];
  readonly lastDay?: string | undefined;
  readonly posting?: string | undefined;
  readonly named?: boolean;
  readonly name?: string | undefined;
  readonly body?: string;
  readonly item?: string | undefined;
  readonly objection?: string;
  readonly upheld?: boolean;
  readonly attachment?: string;
  readonly passed?: boolean;
  readonly certificate?: string;
};
