import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const title = (obtainedOn: string, level = 'assistant') => ({ level, obtainedOn });
const school = (schooling: string, tier: string, more: object = {}) => ({
  education: { tier, schooling, obtainedOn: '2014-07-01', ...more },
});
const engineer = {
  ...{ series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' },
  ...{ territory: 'lyg-haizhou', hasEmployment: true, status: 'inService', asOf: '2024-06-03' },
  ...{ discipline: { measure: 'none' }, heldTitle: title('2018-12-31'), badAssessmentYears: [] },
  ...{ standard: { years: 5, education: 'college' }, ...school('fullTime', 'bachelor') },
};

const until = '专业技术人才申报职称的资历（任职年限）截止时间为2023年12月31日';
const assessed = '年度考核基本合格（基本称职）或不合格（不称职）的，该考核年度不计算为职称申报规定的资历年限';
const works = '申报职称的业绩成果、论文、学历（学位）等截止时间为2024年3月31日';
const technicians = '技工院校中级工班、高级工班、预备技师（技师）班毕业生在参加职称评定时分别视同中专、大专、本科学历';
const withoutDiploma =
  '全日制普通高等学校的大中专毕业生（未取得学历、学位）在参加职称评定时可比照相应国民教育序列毕业生降低一个等级';
const party = '党校对学制两年以上的长期班次学员所授予的党校学历，在参加职称评定时予以认可';
const training = '各类培训班颁发的修业、结业、专业证书，不能作为学历依据';
const local = '取得地方职称初级满 7 年、中级满 3 年或高级满 1 年可以作为学历破格申报国家系列相对应中级职称';

const years: readonly Question[] = [
  { id: 'L401', clause: 'LYG-2.2-a', sentence: until, barred: false },
  { id: 'L402', clause: 'LYG-2.2-a', sentence: until, barred: true, tells: { heldTitle: title('2019-01-01') } },
  { id: 'L403', clause: 'LYG-2.2-b', sentence: assessed, barred: true, tells: { badAssessmentYears: [2020] } },
  {
    ...{ id: 'L404', clause: 'LYG-2.2-b', sentence: assessed, barred: false },
    tells: { heldTitle: title('2017-06-01'), badAssessmentYears: [2020] },
  },
  {
    ...{ id: 'L405', clause: 'LYG-2.2-b', sentence: assessed, barred: true },
    tells: { heldTitle: title('2017-06-01'), badAssessmentYears: [2019, 2020] },
  },
  { id: 'L406', clause: 'LYG-2.2-b', sentence: assessed, barred: false, tells: { badAssessmentYears: [2016] } },
  {
    ...{ id: 'L407', clause: 'LYG-2.2-c', sentence: works, barred: false },
    tells: school('fullTime', 'college', { obtainedOn: '2024-03-31' }),
  },
  {
    ...{ id: 'L408', clause: 'LYG-2.2-c', sentence: works, barred: true },
    tells: school('fullTime', 'college', { obtainedOn: '2024-04-01' }),
  },
  {
    ...{ id: 'L409', clause: 'LYG-2.2-c', sentence: works },
    says: {
      cutOffs: [
        { key: 'seniority', date: '2023-12-31' },
        { key: 'achievements', date: '2024-03-31' },
        { key: 'papers', date: '2024-03-31' },
        { key: 'education', date: '2024-03-31' },
      ],
    },
  },
  { id: 'L410', clause: 'LYG-2.10-a', sentence: local, barred: false, tells: localTitle('assistant', '2016-12-31') },
  { id: 'L411', clause: 'LYG-2.10-a', sentence: local, barred: true, tells: localTitle('assistant', '2017-01-01') },
  { id: 'L412', clause: 'LYG-2.10-a', sentence: local, barred: false, tells: localTitle('mid', '2020-12-31') },
  { id: 'L413', clause: 'LYG-2.10-a', sentence: local, barred: true, tells: localTitle('mid', '2021-01-01') },
  { id: 'L414', clause: 'LYG-2.10-a', sentence: local, barred: false, tells: localTitle('deputySenior', '2022-12-31') },
  { id: 'L415', clause: 'LYG-2.10-a', sentence: local, barred: true, tells: localTitle('deputySenior', '2023-01-01') },
];

/** An applicant whose education does not suffice, with a title granted locally. */
function localTitle(level: string, obtainedOn: string) {
  return {
    ...{ track: 'exceptional', heldTitle: { level, obtainedOn, issuer: 'local' } },
    ...{ standard: { education: 'bachelor' }, ...school('fullTime', 'vocationalSecondary') },
  };
}

const asks = (education: string) => ({ standard: { years: 5, education } });
const educations: readonly Question[] = [
  ['L501', 'LYG-2.3.2-a', technicians, 'vocationalSecondary', 'technicianMid', 'vocationalSecondary', false],
  ['L502', 'LYG-2.3.2-a', technicians, 'college', 'technicianMid', 'vocationalSecondary', true],
  ['L503', 'LYG-2.3.2-a', technicians, 'college', 'technicianSenior', 'college', false],
  ['L504', 'LYG-2.3.2-a', technicians, 'bachelor', 'technicianSenior', 'college', true],
  ['L505', 'LYG-2.3.2-a', technicians, 'bachelor', 'technicianPreparatory', 'college', false],
  ['L506', 'LYG-2.3.3-a', withoutDiploma, 'college', 'withoutDiploma', 'bachelor', false],
  ['L507', 'LYG-2.3.3-a', withoutDiploma, 'bachelor', 'withoutDiploma', 'bachelor', true],
  ['L508', 'LYG-2.3.4-a', training, 'college', 'trainingClass', 'bachelor', true],
].map(([id, clause, sentence, required, schooling, tier, barred]) => ({
  ...{ id: String(id), clause: String(clause), sentence: String(sentence), barred: barred === true },
  tells: { ...asks(String(required)), ...school(String(schooling), String(tier)) },
}));
const schools: readonly Question[] = [
  {
    ...{ id: 'L509', clause: 'LYG-2.3.1-b', sentence: party, barred: false },
    tells: school('partySchool', 'bachelor', { years: 2, recognised: true }),
  },
  {
    ...{ id: 'L510', clause: 'LYG-2.3.1-b', sentence: party, barred: true },
    tells: school('partySchool', 'bachelor', { years: 1, recognised: true }),
  },
  {
    ...{ id: 'L511', clause: 'LYG-2.3.1-a', barred: true },
    sentence: '经教育行政主管部门认定的部队院校全日制教育毕业证书',
    tells: school('military', 'bachelor', { recognised: false }),
  },
];

const first = '专业技术人才须先参加国家统一组织的相关考试，成绩合格并在有效期内的方可申报评审高级职称';
const instead = '考试成绩合格即取得相应职称，不再进行上述专业职称评审或认定';
const seriesOfTheList = ['accounting', 'statistics', 'auditing', 'economics'] as const;
const senior = (series: string) => ({
  ...{ series, specialty: series, level: 'deputySenior', standard: {} },
  heldTitle: { level: 'mid', obtainedOn: '2015-12-31', series },
});
const examinations: readonly Question[] = [
  ...seriesOfTheList.map((series, index) => ({
    ...{ id: `L601.${index}`, clause: 'LYG-2.7-a', sentence: first, barred: true },
    tells: { ...senior(series), examCertificate: false },
  })),
  ...seriesOfTheList.map((series, index) => ({
    ...{ id: `L605.${index}`, clause: 'LYG-2.7-a', sentence: first, barred: false },
    tells: { ...senior(series), examCertificate: true, examPassedOn: '2022-09-30', examValidUntil: '2027-09-30' },
  })),
  {
    ...{ id: 'L609', clause: 'LYG-2.7-b', sentence: first, barred: true },
    tells: {
      ...senior('accounting'),
      ...{ examCertificate: true, examPassedOn: '2019-06-02', examValidUntil: '2024-06-02' },
    },
  },
  ...['economics', 'accounting', 'statistics', 'auditing', 'health', 'shipping', 'translation', 'publishing'].map(
    (series, index): Question => ({
      ...{ id: `L610.${index}`, clause: 'LYG-2.7-d', sentence: instead, found: 'notMet', barred: true },
      tells: { series, specialty: series },
    }),
  ),
  {
    ...{ id: 'L618', clause: 'LYG-2.7-d', sentence: instead, found: 'notMet', barred: true },
    tells: { series: 'communications', specialty: 'communications', level: 'assistant' },
  },
  {
    ...{ id: 'L619', clause: 'LYG-2.7-c', barred: false },
    sentence: '经济、会计、统计、审计、卫生技术、船舶、翻译、出版、通信等9个专业',
    tells: { specialty: 'shipbuilding' },
  },
];

describe('what is counted in Lianyungang', () => {
  it.each([...years, ...educations, ...schools, ...examinations])('$id $clause: $sentence', (question) =>
    ask('lianyungang-2024', engineer, question),
  );
});
