import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { text } from '../../../../domain/text.ts';
import { examination } from './examination.ts';

/** Who may apply: what the guide prints, and the rules of the province and the nation where it prints none (DL-1.2, DL-2.3.6-b with A-09). */
const persons: readonly EligibilityRule[] = [
  {
    key: 'notRetired',
    requires: { kind: 'status', not: ['retired'] },
    message: text('离退休人员不得申报参加职称评审。', 'Retired people may not apply.'),
    clause: 'DL-1.2-e',
    mustBeTold: true,
  },
  {
    key: 'notCivilServant',
    requires: { kind: 'status', not: ['civilServant', 'managedAsCivilServant'] },
    message: text(
      '本指南未尽事宜按照省文件执行：公务员（含参照公务员法管理的单位工作人员）不得申报。',
      'What the guide omits follows the province: civil servants and staff of units managed like them may not apply.',
    ),
    clause: 'DL-2.3.6-b',
    readings: ['A-09'],
    mustBeTold: true,
  },
  {
    key: 'notUnderDiscipline',
    requires: {
      kind: 'noDiscipline',
      from: 'demerit',
      institutions: ['provincialUniversity', 'provincialHospital', 'provincialInstitution'],
    },
    message: text(
      '本指南未尽事宜按照国家和省规定执行：事业单位工作人员受到记过以上处分的，在受处分期间不得申报。',
      'What the guide omits follows the nation and the province: staff of institutions under a demerit or heavier discipline may not apply while it has effect.',
    ),
    clause: 'DL-2.3.6-b',
    readings: ['A-09'],
    attestedBy: 'unitAssessmentGroup',
  },
  {
    key: 'freelancer',
    when: { employerClasses: ['freelance'] },
    requires: { kind: 'attestation' },
    message: text(
      '本指南未规定自由职业者：通过人事代理机构申报，由其履行单位职责并予以证明。',
      'A freelancer applies through a personnel agency, which acts as the unit and attests it.',
    ),
    clause: 'DL-2.3.6-b',
    readings: ['A-09'],
    attestedBy: 'unitHr',
  },
  {
    key: 'yearInTheCity',
    requires: { kind: 'yearsInCity', years: 1 },
    message: text(
      '在我市企事业单位累计工作一年以上，由主管部门核实；未满一年的不在线上直接排除。',
      'A year of work in units of the city in all is looked at by the authority; nobody is excluded for it online.',
    ),
    clause: 'DL-1.2-a',
    readings: ['A-45'],
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'noLimitOfOrigin',
    requires: { kind: 'freedomAfterYears', years: 1 },
    message: text(
      '在我市企事业单位累计工作一年以上的，可不受户籍、地域、身份、档案等限制。',
      'Who has worked in units of the city for a year or more in all is not limited by household registration, region, status or personnel file.',
    ),
    clause: 'DL-1.2-b',
    readings: ['A-45'],
    attestedBy: 'preliminaryAuthority',
  },
];

/** Education, continuing education and the standard (DL-1.0, DL-1.3 to DL-1.6). */
const conditions: readonly EligibilityRule[] = [
  {
    key: 'education',
    when: { tracks: ['standard'] },
    requires: { kind: 'educationOfStandard' },
    message: text(
      '学历须达到辽宁省相应系列（行业）评价标准的要求。',
      'The education must reach what the Liaoning standard of the series asks.',
    ),
    clause: 'DL-1.0-b',
  },
  {
    key: 'seniority',
    when: { tracks: ['standard'] },
    requires: { kind: 'seniority', counting: 'calendarYears' },
    message: text(
      '任职年限须达到辽宁省相应系列（行业）评价标准的要求；本指南未列计算办法，按申报年份减取得现资格的年份计算。',
      'The years since the title must reach what the Liaoning standard of the series asks; the guide prints no way of counting, so the year of the title is taken from that of applying.',
    ),
    clause: 'DL-1.0-b',
    readings: ['A-21'],
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'exceptionalForm',
    when: { tracks: ['exceptional'] },
    requires: { kind: 'attestation' },
    message: text(
      '破格参评者须填报《辽宁省破格评定人员审核表》，破格条件由主管部门初审。',
      'Who applies as an exceptional case fills in the form of exceptional cases; the authority reviews the conditions.',
    ),
    clause: 'DL-2.3.4-a',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'educationVerified',
    requires: { kind: 'attestation' },
    message: text(
      '学历由本人所在单位通过学信网查询并核实，本人无需提交学历、学位证书。',
      'The unit looks the education up on CHSI and verifies it; the applicant hands in no degree certificate.',
    ),
    clause: 'DL-1.4-b',
    attestedBy: 'unitAssessmentGroup',
  },
  {
    key: 'conditionsCounted',
    requires: { kind: 'conditionsOfStandard', cutOff: 'achievements', afterTitle: true },
    message: text(
      '任现职以来的业绩成果按辽宁省相应评价标准所列条件的项数计算，截至{lastDay}，并须注明分别符合的具体条目。',
      'Achievements since the present title are counted by distinct condition of the Liaoning standard, up to {lastDay}, and each is labelled with the one it satisfies.',
    ),
    clause: 'DL-1.0-b',
    readings: ['A-23'],
  },
  {
    key: 'major',
    requires: { kind: 'majorMayDiffer', exceptIn: ['卫生', '医疗', '医药工程', '安全工程'] },
    message: text(
      '除涉及公共安全、人身健康的系列或专业外，从事专业与所学专业不一致的，可按照本人长期从事专业申报。',
      'The practised specialty may differ from the major, except where public safety or personal health is concerned.',
    ),
    clause: 'DL-1.3-a',
  },
  {
    key: 'educationEqual',
    requires: { kind: 'educationEqual', schoolings: ['partTime', 'vocational'] },
    message: text(
      '非全日制学历与全日制学历、职业院校毕业生与同层次普通学校毕业生享有同等待遇。',
      'Part-time and full-time education, and vocational and ordinary colleges of a tier, are treated equally.',
    ),
    clause: 'DL-1.4-e',
  },
  {
    key: 'noLanguageOrComputer',
    requires: { kind: 'noBar' },
    message: text(
      '外语、计算机考试不作为职称申报和评审的前置性必备条件。',
      'Foreign-language and computer examinations are no prerequisites.',
    ),
    clause: 'DL-1.5-a',
  },
  {
    key: 'noBonus',
    requires: { kind: 'noBar' },
    message: text(
      '外语、计算机考试附加分已取消，未参加的不受影响。',
      'Bonus points for foreign-language and computer examinations are abolished; who has none loses nothing.',
    ),
    clause: 'DL-1.5-b',
  },
  {
    key: 'learningHours',
    requires: { kind: 'learningHours', least: 90 },
    message: text(
      '当年度继续教育学习应不少于90学时。',
      'Continuing education in the year is not less than 90 class hours.',
    ),
    clause: 'DL-1.6-b',
  },
  {
    key: 'professionalHours',
    requires: { kind: 'professionalHours', parts: 2, of: 3, leaveToAuthority: 60 },
    message: text(
      '专业科目学习不少于总学时的三分之二；未达比例但专业科目不少于60学时的，由主管部门认定。',
      'Professional subjects are not less than two thirds of all hours; short of that, the authority decides from 60 professional hours on.',
    ),
    clause: 'DL-1.6-c',
    readings: ['A-03'],
    attestedBy: 'preliminaryAuthority',
  },
];

/** The conditions of applying in Dalian (DL-1). */
export const eligibility: readonly EligibilityRule[] = [...persons, ...examination, ...conditions];
