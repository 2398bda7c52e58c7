import { z } from 'zod';
import {
  achievementCategories,
  achievementRoles,
  awardClasses,
  educationTiers,
  proofKinds,
} from '../../domain/materials/content.ts';
import { databases } from '../../domain/programme/materials.ts';
import { attachmentView } from '../attachments/attachments-schemas.ts';
import { isoDate, line, paragraph, textSchema, uuid } from '../http/common-schemas.ts';

/** A month that exists, `YYYY-MM`. */
const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, { error: 'must be a month, YYYY-MM' });

const proof = z
  .strictObject({
    kind: z.enum(proofKinds),
    sealedOn: isoDate.optional().meta({ description: '正式签字盖章时间 (LN-4.1-c)' }),
    roleShown: z
      .enum(achievementRoles)
      .optional()
      .meta({ description: 'The role that this evidence shows (LN-6.1-c).' }),
    file: uuid.optional(),
  })
  .meta({ id: 'Proof' });

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
    proofs: z.array(proof).max(20).optional().meta({ description: 'The chain of original evidence (LN-6.3.1-a).' }),
    conditions: z
      .array(line(40))
      .max(20)
      .optional()
      .meta({ description: 'The conditions of the standard that it fulfils (DL-1.9-b, LN-3-b).' }),
    joint: z.boolean().optional().meta({ description: 'Several people did it (LN-5.2.3-b).' }),
    contribution: paragraph(2000).optional().meta({ description: 'One’s own part of joint work (LN-5.2.3-b).' }),
    representative: z.boolean().optional().meta({ description: '代表作 (LYG-5.1-c)' }),
    relation: z.enum(['same', 'close', 'other']).optional().meta({ description: '本专业、相近专业 (LN-6.3.3-a)' }),
    awardClass: z.enum(awardClasses).optional().meta({ description: 'LN-6.2-a' }),
    publishedOn: isoDate.optional().meta({ description: 'LN-4.1-d' }),
    publishedIn: line(200).optional(),
    searchPage: uuid.optional().meta({ description: 'The attachment with the network search page (LN-4.1-e).' }),
    retrievals: z.array(z.enum(databases)).max(5).optional().meta({ description: 'DL-1.8-b, LN-6.4-b' }),
    international: z.boolean().optional(),
    searchCertificate: uuid.optional().meta({ description: '科技文献检索证明 (LN-6.4-c)' }),
    secrecy: z.enum(['none', 'declassified']).optional(),
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
    highestTier: z.enum(educationTiers).optional().meta({ description: '最高学历 (DL-2.3.1-e)' }),
    degree: line(60).optional().meta({ description: '学位' }),
    graduatedFrom: line(100).optional(),
    graduatedOn: isoDate.optional(),
    currentTitle: line(60).optional().meta({ description: '现专业技术资格名称' }),
    currentTitleSince: isoDate.optional().meta({ description: '取得时间' }),
    position: line(200).meta({ description: '工作岗位情况' }),
  })
  .meta({ id: 'FormSummary' });

const educationRecord = z
  .strictObject({
    tier: z.enum(educationTiers),
    institution: line(100),
    graduatedOn: isoDate,
    degree: line(60).optional(),
    mode: z.enum(['fullTime', 'partTime']),
    recognised: z.boolean().meta({ description: '教育部认可 (DL-2.3.1-e)' }),
    verifiedBy: z.enum(['chsi', 'graduationRegister']).meta({ description: 'DL-1.4-b, DL-1.4-c' }),
    reportedOn: isoDate.optional().meta({ description: 'The day of the CHSI report (LYG-5.5-d).' }),
  })
  .meta({ id: 'EducationRecord' });

const hours = z.int().min(0).max(5000);

const continuingEducation = z
  .strictObject({
    year: z.int().min(1950).max(2199),
    publicHours: hours,
    professionalHours: hours,
    certificate: line(60).optional().meta({ description: 'Number of the certificate (LYG-2.9-b).' }),
  })
  .meta({ id: 'ContinuingEducation' });

const pledge = z.literal(true).or(
  z.strictObject({ version: line(60), text: paragraph(500) }).meta({
    id: 'Pledge',
    description: 'The words of the pledge and their version (LN-6.5-a).',
  }),
);

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
    education: z.array(educationRecord).max(20).optional(),
    experience: z
      .array(z.strictObject({ from: month, to: month.optional(), what: line(200) }))
      .max(40)
      .optional(),
    continuingEducation: z.array(continuingEducation).max(20).optional(),
    examination: z
      .strictObject({ name: line(100), specialty: line(100), passedOn: isoDate, file: uuid.optional() })
      .optional(),
    honours: z
      .array(z.strictObject({ title: line(200), awardedOn: isoDate, by: line(100) }))
      .max(60)
      .optional(),
    statement: paragraph(20_000).optional().meta({ description: '本人专业技术工作述评 (DL-2.3.1-l)' }),
    cover: z
      .strictObject({ unitName: line(100), series: line(60), specialty: line(60), level: line(40) })
      .optional()
      .meta({ description: 'What stands on covers and bag (DL-2.3.2-b, LN-A2.3.1-c).' }),
    photo: z
      .strictObject({ takenOn: isoDate, file: uuid.optional() })
      .optional()
      .meta({ description: 'DL-1.7-b, LN-A2.3.6-a' }),
    standard: line(200).optional().meta({ description: 'The evaluation standard followed (DL-1.9-a).' }),
    contribution: paragraph(6000)
      .optional()
      .meta({ description: 'Statement of the main contribution since the present title.' }),
    remarks: paragraph(2000).optional(),
    secrets: z
      .literal('declassified')
      .or(z.literal('none'))
      .optional()
      .meta({ description: '涉密材料已脱密处理，或不涉密' }),
    pledge: pledge
      .optional()
      .meta({ description: 'The applicant answers for the truth of everything (LN-5.1-b, LYG-5.4-a).' }),
  })
  .meta({ id: 'Form' });

const problemText = z.object({ path: z.string(), message: textSchema });

/** The achievements alone, written over those of the form. */
export const achievementsSchema = z
  .strictObject({ achievements: formSchema.shape.achievements })
  .meta({ id: 'Achievements' });

/** What came of one printed rule about material. */
export const materialFinding = z
  .object({
    key: z.string(),
    clause: z.string(),
    readings: z.array(z.string()),
    item: z.string().meta({ description: 'A JSON Pointer into the form; `/` is the whole.' }),
    outcome: z.enum(['missing', 'invalid', 'warning', 'needsAttestation', 'ok']),
    message: textSchema,
  })
  .meta({ id: 'MaterialFinding' });

/** The same list that a submission would be judged by. */
export const completenessView = z
  .object({
    no: z.string(),
    version: z.int(),
    complete: z.boolean(),
    conditions: z.array(z.string()).meta({ description: 'The distinct conditions claimed (LN-3-b).' }),
    findings: z.array(materialFinding),
  })
  .meta({ id: 'Completeness' });

/** The achievements of a form, with what they lack. */
export const achievementsView = z
  .object({
    no: z.string(),
    version: z.int(),
    achievements: formSchema.shape.achievements,
    findings: z.array(materialFinding),
  })
  .meta({ id: 'AchievementsView' });

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
