import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { text } from '../../../../domain/text.ts';

/** The specialties that are examined instead of reviewed (LYG-2.7-c). */
export const examinedInstead = ['经济', '会计', '统计', '审计', '卫生技术', '船舶', '翻译', '出版', '通信'];

const normally = { tracks: ['standard'] } as const;
const senior = ['deputySenior', 'fullSenior'] as const;
const belowSenior = ['technician', 'assistant', 'mid'] as const;
const examinedAndReviewed = ['会计', '统计', '审计', '经济'];

/** Levels, years and the standard (LYG-2.1, LYG-2.2). */
const years: readonly EligibilityRule[] = [
  {
    key: 'levelByLevel',
    when: normally,
    requires: { kind: 'levelByLevel' },
    message: text(
      '申报人一般应当按照职称层级逐级申报职称评审。',
      'One applies level by level: for the level after the one held.',
    ),
    clause: 'LYG-2.1-b',
    mustBeTold: true,
  },
  {
    key: 'directTitle',
    when: normally,
    requires: { kind: 'directTitle', backgrounds: ['overseasReturnee', 'partyOrGovernment', 'army'] },
    message: text(
      '海外归国人员、党政机关交流或部队转业安置到企事业单位从事专业技术工作的人员，首次申报职称时可直接申报相应职称。',
      'Returnees from abroad and people moved from party and government organs or the army may apply directly for the corresponding title at their first application.',
    ),
    clause: 'LYG-2.1-c',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'seniority',
    when: normally,
    requires: { kind: 'seniority', counting: 'fullYears', cutOff: 'seniority' },
    message: text(
      '资历（任职年限）截止时间为{lastDay}，按周年计算，不少于资格条件要求的年限。',
      'Seniority counts in full years up to {lastDay} and must reach what the qualification conditions ask.',
    ),
    clause: 'LYG-2.2-a',
    readings: ['A-28'],
    attestedBy: 'unitHr',
  },
  {
    key: 'badAssessments',
    when: normally,
    requires: { kind: 'seniorityLessBadYears', cutOff: 'seniority' },
    message: text(
      '年度考核基本合格（基本称职）或不合格（不称职）的，该考核年度不计算为资历年限。',
      'A year assessed as basically qualified or not qualified does not count towards seniority.',
    ),
    clause: 'LYG-2.2-b',
    readings: ['A-28'],
  },
  {
    key: 'notUsedBefore',
    requires: { kind: 'notUsedBefore' },
    message: text(
      '往年申报职称且评审通过时使用过的业绩成果、论文等材料均不能再次使用。',
      'Achievements, papers and other material used in an application of earlier years that passed are not used again.',
    ),
    clause: 'LYG-2.2-d',
    readings: ['A-34'],
    attestedBy: 'unitHr',
  },
  {
    key: 'educationInTime',
    requires: { kind: 'educationBy', cutOff: 'education' },
    message: text('学历（学位）截止时间为{lastDay}。', 'Education and degrees count up to {lastDay}.'),
    clause: 'LYG-2.2-c',
  },
  {
    key: 'educationOfStandard',
    when: normally,
    requires: { kind: 'educationOfStandard' },
    message: text(
      '学历须达到江苏省相应系列（专业）资格条件的要求。',
      'The education must reach what the Jiangsu qualification conditions ask.',
    ),
    clause: 'LYG-2.1-a',
  },
  {
    key: 'conditionsCounted',
    when: normally,
    requires: { kind: 'conditionsOfStandard', cutOff: 'achievements' },
    message: text(
      '业绩成果按江苏省相应资格条件所列条件的项数计算，截止时间为{lastDay}。',
      'Achievements are counted by distinct condition of the Jiangsu qualification conditions, up to {lastDay}.',
    ),
    clause: 'LYG-2.1-a',
    readings: ['A-23'],
  },
];

/** What counts as education, and as which tier (LYG-2.3). */
const education: readonly EligibilityRule[] = [
  {
    key: 'militarySchool',
    requires: { kind: 'educationRecognised', schooling: 'military' },
    message: text(
      '经教育行政主管部门认定的部队院校全日制教育毕业证书予以认可。',
      'Full-time graduation certificates of military academies count where the education authority recognises them.',
    ),
    clause: 'LYG-2.3.1-a',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'partySchool',
    requires: { kind: 'educationRecognised', schooling: 'partySchool', years: 2 },
    message: text(
      '中央党校和省、自治区、直辖市党校学制两年以上的长期班次学历予以认可。',
      'Education of the Central Party School and provincial party schools counts for long-term classes of two years or more.',
    ),
    clause: 'LYG-2.3.1-b',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'technicianCollege',
    requires: {
      kind: 'educationAs',
      tiers: {
        technicianMid: 'vocationalSecondary',
        technicianSenior: 'college',
        technicianPreparatory: 'bachelor',
      },
    },
    message: text(
      '技工院校中级工班、高级工班、预备技师（技师）班毕业生分别视同中专、大专、本科学历。',
      'Technician-college classes of mid, senior and preparatory technicians count as secondary vocational, college and bachelor.',
    ),
    clause: 'LYG-2.3.2-a',
  },
  {
    key: 'withoutDiploma',
    requires: { kind: 'educationLowered', schooling: 'withoutDiploma', by: 1 },
    message: text(
      '全日制普通高等学校的大中专毕业生（未取得学历、学位）比照相应国民教育序列毕业生降低一个等级。',
      'Full-time students who left without diploma or degree count one tier lower.',
    ),
    clause: 'LYG-2.3.3-a',
  },
  {
    key: 'trainingClass',
    requires: { kind: 'notEducation', schooling: 'trainingClass' },
    message: text(
      '各类培训班颁发的修业、结业、专业证书，不能作为学历依据。',
      'Completion and professional certificates of training classes are not education.',
    ),
    clause: 'LYG-2.3.4-a',
  },
];

/** Examinations and continuing education (LYG-2.7, LYG-2.9). */
const examination: readonly EligibilityRule[] = [
  {
    key: 'examinationPassed',
    when: { levels: senior },
    requires: { kind: 'examPassed', names: examinedAndReviewed },
    message: text(
      '会计、统计、审计、经济系列高级职称考评结合，须先参加国家统一组织的考试且成绩合格。',
      'Senior titles in accounting, statistics, auditing and economics combine examination and review: the national examination must be passed first.',
    ),
    clause: 'LYG-2.7-a',
    mustBeTold: true,
  },
  {
    key: 'examinationValid',
    when: { levels: senior },
    requires: { kind: 'examValid', names: examinedAndReviewed },
    message: text('考试成绩须在有效期内。', 'The result of the examination must be within its validity.'),
    clause: 'LYG-2.7-b',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'examinationList',
    requires: { kind: 'examinationList', names: examinedInstead },
    message: text('以考代评的9个专业。', 'The nine specialties that are examined.'),
    clause: 'LYG-2.7-c',
    readings: ['A-32'],
  },
  {
    key: 'notExamined',
    when: { levels: belowSenior },
    requires: { kind: 'notExamined' },
    message: text(
      '该专业中、初级职称以考代评，考试成绩合格即取得相应职称，不再进行评审或认定。',
      'Mid and junior titles of this specialty are obtained by the national examination; there is no review or recognition.',
    ),
    clause: 'LYG-2.7-d',
    readings: ['A-32'],
  },
  {
    key: 'continuingEducation',
    requires: { kind: 'attestation' },
    message: text(
      '应按照国家和省、市有关规定完成相应继续教育学时。',
      'The hours of continuing education that nation, province and city ask must be complete.',
    ),
    clause: 'LYG-2.9-a',
    attestedBy: 'preliminaryAuthority',
  },
];

/** The conditions of the standard track. */
export const conditions: readonly EligibilityRule[] = [...years, ...education, ...examination];
