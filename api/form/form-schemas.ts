import { z } from 'zod';
import { educationTiers } from '../../domain/materials/content.ts';
import { text } from '../../domain/text.ts';
import { checkedAlways, isoDate, line, paragraph, unitName, uuid } from '../http/common-schemas.ts';
import { achievement, month, notBackwards } from './achievement-schemas.ts';
import { exampleForm } from './example-form.ts';

/** Part 1 of annex 1 (LN-A1-b), without the name, which belongs to the person. */
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
  z.strictObject({ version: line(60).optional(), text: paragraph(500) }).meta({
    id: 'Pledge',
    description: 'The words of the pledge as printed (LN-6.5-a); `version` may be left out.',
  }),
);

/** Every achievement has an id of its own; said also where something else is wrong with one of them. */
const ownIds = checkedAlways<readonly unknown[]>((list) => {
  const ids = list.map((each) => (typeof each === 'object' && each !== null && 'id' in each ? each.id : undefined));
  return ids.flatMap((id, at) =>
    id === undefined || ids.indexOf(id) === at
      ? []
      : [{ path: [at, 'id'], message: text('业绩编号不得重复', 'must be an id of its own') }],
  );
});

/** The content of an application; each part may be missing until it is submitted. */
export const formSchema = z
  .strictObject({
    summary: summary.optional(),
    achievements: z.array(achievement).max(60).default([]).check(ownIds),
    documents: z
      .array(uuid)
      .max(100)
      .default([])
      .meta({ description: 'Ids of attachments that belong to no achievement: certificates, photo, proofs.' }),
    education: z.array(educationRecord).max(20).optional(),
    experience: z
      .array(z.strictObject({ from: month, to: month.optional(), what: line(200) }).check(notBackwards))
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
      .strictObject({ unitName, series: line(60), specialty: line(60), level: line(40) })
      .optional()
      .meta({
        description:
          'What stands on covers and bag (DL-2.3.2-b, LN-A2.3.1-c). Series, specialty and level in the printed Chinese or by their keys.',
      }),
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
    pledge: pledge.optional().meta({
      description:
        'The applicant answers for the truth of everything (LN-5.1-b, LYG-5.4-a): in the printed words where the notice prints them (LN-6.5-a), else true.',
    }),
  })
  .meta({ id: 'Form', example: exampleForm });

/** Only the achievements, which replace those of the form. */
export const achievementsSchema = z
  .strictObject({ achievements: formSchema.shape.achievements })
  .meta({ id: 'Achievements', example: { achievements: exampleForm.achievements } });
