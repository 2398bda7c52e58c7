import { z } from 'zod';
import { attachmentView } from './attachments.ts';
import { isoDate, line, paragraph, textSchema, uuid } from './common.ts';

/** Achievement categories of annex 1 (LN-A1-d). */
export const achievementCategories = [
  'project',
  'work',
  'patent',
  'softwareCopyright',
  'standard',
  'award',
  'technicalReport',
  'monograph',
  'paper',
  'talentRecognition',
  'other',
] as const;

/** What the applicant was to an achievement (LN-A1-c). */
export const achievementRoles = ['lead', 'participant', 'sole'] as const;

/** A month that exists, `YYYY-MM`. */
const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, { error: 'must be a month, YYYY-MM' });

const achievement = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { error: 'must be letters, digits, _ or -' })
      .meta({ description: 'Unique within the form; deficiencies and objections name it.' }),
    title: line(200),
    category: z.enum(achievementCategories),
    role: z.enum(achievementRoles).meta({ description: '主持 lead, 参与 participant, 独立 sole' }),
    from: month,
    to: month,
    content: paragraph(4000).meta({ description: 'Main content and the contribution of one’s own.' }),
    evidence: z.array(uuid).max(20).default([]).meta({ description: 'Ids of attachments.' }),
  })
  .refine(({ from, to }) => from <= to, {
    error: 'must not end before it begins',
    params: { zh: '结束月份不得早于开始月份' },
    path: ['to'],
  })
  .meta({ id: 'Achievement' });

/** Part 1 of annex 1 (LN-A1-b); the name stands with the person. */
const summary = z
  .strictObject({
    gender: z.enum(['male', 'female']),
    bornOn: isoDate,
    education: line(60).meta({ description: '学历' }),
    degree: line(60).optional().meta({ description: '学位' }),
    graduatedFrom: line(100).optional(),
    graduatedOn: isoDate.optional(),
    currentTitle: line(60).optional().meta({ description: '现专业技术资格名称' }),
    currentTitleSince: isoDate.optional().meta({ description: '取得时间' }),
    position: line(200).meta({ description: '工作岗位情况' }),
  })
  .meta({ id: 'FormSummary' });

const unique = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;

/** The content of an application, as far as it is filled in: each part may be missing until it is submitted. */
export const formSchema = z
  .strictObject({
    summary: summary.optional(),
    achievements: z
      .array(achievement)
      .max(60)
      .default([])
      .refine(unique, { error: 'must have ids of their own', params: { zh: '业绩编号不得重复' } }),
    documents: z
      .array(uuid)
      .max(100)
      .default([])
      .meta({ description: 'Ids of attachments that belong to no achievement: certificates, photo, proofs.' }),
    contribution: paragraph(6000)
      .optional()
      .meta({ description: 'Statement of the main contribution since the present title.' }),
    remarks: paragraph(2000).optional(),
    secrets: z
      .literal('declassified')
      .or(z.literal('none'))
      .optional()
      .meta({ description: '涉密材料已脱密处理，或不涉密' }),
    pledge: z
      .literal(true)
      .optional()
      .meta({ description: 'The applicant answers for the truth of everything (LN-5.1-b).' }),
  })
  .meta({ id: 'Form' });

/** A form as it is kept. */
export type Form = z.infer<typeof formSchema>;

const problemText = z.object({ path: z.string(), message: textSchema });

/** A form as it is read. */
export const formView = z
  .object({
    no: z.string(),
    version: z.int(),
    frozen: z.boolean(),
    editable: z.boolean(),
    applicant: z.object({ name: z.string(), identity: z.string().nullable(), phone: z.string().nullable() }),
    form: formSchema,
    missing: z.array(problemText).meta({ description: 'What it lacks to be submitted.' }),
    attachments: z.array(attachmentView),
  })
  .meta({ id: 'FormView' });
