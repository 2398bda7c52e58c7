import { pledgeText } from '../../../config/programmes/liaoning-diit-2024/materials/index.ts';

/** The title applied for, and the applicant's employer, as printed on the covers. */
export type FormOf = {
  readonly programme: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly unitName: string;
};

const sentence =
  '主持重载搬运机器人总体方案与控制器设计，完成样机试制、现场调试与验收，解决了高速重载条件下的振动抑制问题。';
/** Long enough for senior titles (DL-2.3.1-l). */
const repeated = 70;

/** An invented person's form, complete for all three programmes; `more` overrides parts of it. */
export const wholeFormOf = (
  { programme, series, specialty, level, unitName }: FormOf,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  summary: {
    gender: 'male',
    bornOn: '1982-03-14',
    education: '大学本科',
    highestTier: 'bachelor',
    degree: '工学学士',
    graduatedFrom: '东北某大学（虚构）',
    graduatedOn: '2005-07-01',
    currentTitle: '助理工程师',
    currentTitleSince: '2015-12-01',
    position: '智能装备研发',
  },
  education: [
    {
      tier: 'bachelor',
      institution: '东北某大学（虚构）',
      graduatedOn: '2005-07-01',
      degree: '工学学士',
      mode: 'fullTime',
      recognised: true,
      verifiedBy: 'chsi',
      reportedOn: '2024-04-20',
    },
  ],
  experience: [{ from: '2005-07', what: `${unitName}，从事智能装备研发` }],
  continuingEducation: [{ year: 2024, publicHours: 30, professionalHours: 60, certificate: 'JX2024000001' }],
  achievements: [
    {
      id: 'achievement-1',
      title: '重载搬运机器人控制系统研制（虚构）',
      category: 'project',
      role: 'lead',
      from: '2020-03',
      to: '2023-11',
      content: '主持总体方案与控制器设计，完成样机验收。',
      proofs: [
        { kind: 'projectInitiation', sealedOn: '2020-03-10', roleShown: 'lead' },
        { kind: 'acceptance', sealedOn: '2023-11-28' },
      ],
      conditions: ['1'],
      relation: 'same',
      representative: true,
    },
  ],
  statement: sentence.repeat(repeated),
  contribution: '任现职以来主持研发项目一项。',
  cover: { unitName, series, specialty, level },
  photo: { takenOn: '2024-05-06' },
  standard: '现行评价标准',
  secrets: 'none',
  // In Liaoning the printed text (LN-6.5-a); elsewhere the applicant agrees to the text that is shown.
  pledge: programme.startsWith('liaoning') ? { version: programme, text: pledgeText } : true,
  ...more,
});
