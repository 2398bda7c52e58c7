import { describe, expect, it } from 'vitest';
import { ask, type Question } from './ask.ts';

const inDalian = {
  ...{ series: 'engineering', specialty: 'generalEngineering', level: 'mid', employerClass: 'private' },
  ...{ territory: 'dl-zhongshan', status: 'inService', yearsInCity: 3, asOf: '2024-06-03' },
  ...{ discipline: { measure: 'none' }, heldTitle: { level: 'assistant', obtainedOn: '2015-12-31' } },
  continuingEducation: { total: 90, professional: 60 },
};
const inLianyungang = {
  ...{ series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' },
  ...{ territory: 'lyg-haizhou', hasEmployment: true, status: 'inService', asOf: '2024-06-03' },
  ...{ discipline: { measure: 'none' }, heldTitle: { level: 'assistant', obtainedOn: '2018-12-31' } },
  ...{ badAssessmentYears: [], education: { tier: 'bachelor', schooling: 'fullTime', obtainedOn: '2014-07-01' } },
};
const inLiaoning = {
  ...{ series: 'engineering', specialty: 'robotics', level: 'deputySenior', employerClass: 'provincialStateOwned' },
  ...{ status: 'inService', hasEmployment: true, discipline: { measure: 'none' }, asOf: '2024-07-10' },
  ...{ heldTitle: { level: 'mid', obtainedYear: 2019 }, standard: { years: 5 }, usedBefore: false },
};

const retired = '离退休人员不得申报参加职称评审';
const dalian: readonly Question[] = [
  { id: 'A-09.1', clause: 'DL-1.2-e', sentence: retired, barred: true, tells: { status: 'civilServant' } },
  {
    ...{ id: 'A-45.1', clause: 'DL-1.2-a', found: 'needsAttestation', barred: false },
    sentence: '在我市企事业单位累计工作一年以上的专业技术人员',
    tells: { yearsInCity: 0 },
  },
];

const disciplined = '在影响期内不得申报职称评审或考核认定';
const senior = (specialty: string, series = 'engineering') => ({
  ...{ series, specialty, level: 'deputySenior', standard: {} },
  heldTitle: { level: 'mid', obtainedOn: '2015-12-31', series },
});
const above = '高级申报材料由市相关评委会办事机构初审后，报市职称办审核后';
const lianyungang: readonly Question[] = [
  {
    ...{ id: 'A-41.1', clause: 'LYG-4.4-e', sentence: above, says: { routing: { destination: 'province' } } },
    tells: senior('expressDelivery'),
  },
  {
    ...{
      id: 'A-41.2',
      clause: 'LYG-7-a',
      sentence: '石油化工工程（含高级）',
      says: { routing: { destination: 'here' } },
    },
    tells: senior('petrochemicals'),
  },
  {
    ...{ id: 'LYG-1.3-c', clause: 'LYG-1.3-c', sentence: disciplined, found: 'notMet', barred: true },
    tells: { discipline: { measure: 'warning', from: '2024-01-04', to: '2024-06-03' } },
    says: {
      findings: expect.arrayContaining([
        expect.objectContaining({
          clause: 'LYG-1.3-c',
          counted: { until: '2024-06-03' },
        }),
      ]),
    },
  },
];

const examination = '经济副高全国统一考试成绩有效期为5年';
const economist = {
  ...{ series: 'economics', specialty: 'finance', examCertificate: true, examSpecialty: 'finance' },
  asOf: '2024-08-20',
};
const seniority = '资历计算时间以周年计算，即在满足申报年限内的任一时间即可';
const liaoning: readonly Question[] = [
  { id: 'A-21.1', clause: 'LN-4.2-a', sentence: seniority, barred: false },
  {
    ...{ id: 'A-21.2', clause: 'LN-4.2-a', sentence: seniority, barred: true },
    tells: { heldTitle: { level: 'mid', obtainedYear: 2020 } },
  },
  {
    ...{ id: 'A-22.1', clause: 'LN-2.2.2-d', sentence: examination, barred: false },
    tells: { ...economist, examPassedOn: '2019-08-20' },
  },
  {
    ...{ id: 'A-22.2', clause: 'LN-2.2.2-d', sentence: examination, barred: true },
    tells: { ...economist, examPassedOn: '2019-08-19' },
  },
  {
    ...{ id: 'A-43', clause: 'LN-2.2.2-a', barred: true },
    sentence: '经济系列以上9个专业副高级专业技术资格评审',
    tells: { ...economist, level: 'mid', heldTitle: { level: 'assistant', obtainedYear: 2015 } },
  },
  {
    ...{ id: 'A-09.2', clause: 'LN-1-e', barred: true, sentence: '离退休人员和公务员不得申报' },
    tells: { status: 'civilServant' },
  },
];

describe('the readings of what the notices leave open', () => {
  it.each(dalian)('$id $clause: $sentence', (question) => ask('dalian-2024', inDalian, question));
  it.each(lianyungang)('$id $clause: $sentence', (question) => ask('lianyungang-2024', inLianyungang, question));
  it.each(liaoning)('$id $clause: $sentence', (question) => ask('liaoning-diit-2024', inLiaoning, question));
});
