import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const engineer = {
  ...{ series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' },
  ...{ territory: 'lyg-haizhou', hasEmployment: true, status: 'inService', asOf: '2024-06-03' },
  ...{ discipline: { measure: 'none' }, heldTitle: { level: 'assistant', obtainedOn: '2018-12-31' } },
  ...{ badAssessmentYears: [], education: { tier: 'bachelor', schooling: 'fullTime', obtainedOn: '2014-07-01' } },
};
const designee = { track: 'initialDesignation', level: 'assistant', heldTitle: { level: 'none' } };
const graduate = (tier: string, obtainedOn = '2022-07-01') => ({ tier, schooling: 'fullTime', obtainedOn });
const qualified = { from: '2023-06-01', assessed: true };

const applicants = '在我市各类企事业单位从事专业技术工作，与用人单位签订劳动（聘用）合同的专业技术人才';
const foreigners = '持有外国人来华工作许可证、外国人永久居留身份证或江苏省海外高层次人才居住证的外籍人员';
const civil = '公务员（含列入参照公务员法管理的单位工作人员）、离退休人员不得申报评审或考核认定职称';
const disciplined = '受到党纪、政务、行政处分的人员，在影响期内不得申报职称评审或考核认定';
const levels = '申报人一般应当按照职称层级逐级申报职称评审';
const direct = '首次申报职称时可根据专业水平和工作业绩并参照同类人员评审标准，直接申报或认定相应职称';

const who: readonly Question[] = [
  { id: 'L101', clause: 'LYG-1.1-a', sentence: applicants, found: 'met', barred: false },
  { id: 'L102', clause: 'LYG-1.1-a', sentence: applicants, tells: { hasEmployment: false }, barred: true },
  {
    ...{ id: 'L103', clause: 'LYG-1.1-b', sentence: '在我市就业的自由职业专业技术人才', barred: false },
    tells: { employerClass: 'freelance', agencyClient: true },
  },
  {
    ...{ id: 'L104', clause: 'LYG-1.2-a', sentence: '在我市就业的港澳台专业技术人才', barred: false },
    tells: { origin: 'hkMacaoTaiwan' },
  },
  ...['workPermit', 'permanentResidence', 'overseasTalentPermit'].map(
    (foreignerDocument, index): Question => ({
      ...{ id: `L105.${index}`, clause: 'LYG-1.2-b', sentence: foreigners, found: 'met', barred: false },
      tells: { origin: 'foreigner', foreignerDocument },
    }),
  ),
  {
    ...{ id: 'L108', clause: 'LYG-1.2-b', sentence: foreigners, found: 'notMet', barred: true },
    tells: { origin: 'foreigner', foreignerDocument: 'none' },
  },
  {
    id: 'L109',
    clause: 'LYG-1.3-a',
    sentence: civil,
    tells: { status: 'civilServant' },
    found: 'notMet',
    barred: true,
  },
  {
    ...{ id: 'L110', clause: 'LYG-1.3-a', sentence: civil, found: 'notMet', barred: true },
    tells: { status: 'managedAsCivilServant' },
  },
  { id: 'L111', clause: 'LYG-1.3-b', sentence: civil, tells: { status: 'retired' }, found: 'notMet', barred: true },
  {
    ...{ id: 'L112', clause: 'LYG-1.3-b', sentence: civil, found: 'notMet', barred: true },
    tells: { ...designee, status: 'retired', education: graduate('bachelor'), probation: qualified },
  },
  {
    ...{ id: 'L113', clause: 'LYG-1.3-c', sentence: disciplined, found: 'notMet', barred: true },
    tells: { discipline: { measure: 'warning', from: '2024-01-04', to: '2024-06-03' } },
  },
  {
    ...{ id: 'L114', clause: 'LYG-1.3-c', sentence: disciplined, found: 'met', barred: false },
    tells: { discipline: { measure: 'warning', from: '2023-12-03', to: '2024-06-02' } },
  },
];

const policy: readonly Question[] = [
  { id: 'L201', clause: 'LYG-2.1-b', sentence: levels, found: 'met', barred: false },
  { id: 'L202', clause: 'LYG-2.1-b', sentence: levels, tells: { heldTitle: { level: 'none' } }, barred: true },
  {
    ...{ id: 'L203', clause: 'LYG-2.1-b', sentence: levels, found: 'notMet', barred: true },
    tells: { heldTitle: { level: 'technician', obtainedOn: '2012-12-31' }, firstApplication: false },
  },
  ...['overseasReturnee', 'partyOrGovernment', 'army'].map(
    (background, index): Question => ({
      ...{ id: `L204.${index}`, clause: 'LYG-2.1-c', sentence: direct, barred: false },
      tells: { heldTitle: { level: 'none' }, background, firstApplication: true },
    }),
  ),
  {
    ...{ id: 'L207', clause: 'LYG-2.1-c', sentence: direct, barred: true },
    tells: { heldTitle: { level: 'none' }, background: 'army', firstApplication: false },
  },
  {
    ...{ id: 'L208', clause: 'LYG-2.2-d', found: 'notMet', barred: true },
    sentence: '往年申报职称且评审通过时使用过的业绩成果、论文等材料均不能再次使用',
    tells: { usedBefore: true },
  },
  {
    ...{ id: 'L209', clause: 'LYG-2.4-b', barred: true, sentence: '具体申报另行通知' },
    tells: { specialPath: 'internationalQualification' },
  },
  {
    ...{ id: 'L210', clause: 'LYG-2.6-b', barred: true },
    sentence: '省人力资源社会保障厅不再统一组织高层次和急需紧缺人才高级职称考核认定工作',
    tells: { track: 'urgentTalent', level: 'deputySenior', heldTitle: { level: 'mid', obtainedOn: '2015-12-31' } },
  },
  {
    ...{ id: 'L211', clause: 'LYG-2.8.1-a', barred: true },
    sentence: '因岗位发生变动需要跨系列转评职称的，转岗考核合格后可申报同级转评',
    tells: {
      ...{ track: 'sameLevelTransfer', transfer: { on: '2023-01-10', assessed: false } },
      heldTitle: { level: 'mid', obtainedOn: '2018-12-31', series: 'economics' },
    },
  },
  {
    ...{ id: 'L212', clause: 'LYG-2.8.1-a', barred: false },
    sentence: '因岗位发生变动需要跨系列转评职称的，转岗考核合格后可申报同级转评',
    tells: {
      ...{ track: 'sameLevelTransfer', transfer: { on: '2023-01-10', assessed: true } },
      heldTitle: { level: 'mid', obtainedOn: '2018-12-31', series: 'economics' },
    },
  },
];

const two = '具备大学本科学历或学位，在本专业技术岗位见习 1 年期满，经考察合格，可初定助理级职称';
const three = '具备硕士学历或学位、或具备第二学士学位，从事本专业技术工作，经考察合格，可初定助理级职称';
const four = '具备博士学位，从事本专业技术工作，经考察合格，可初定中级职称';
const one = '具备大学专科、中等职业学校毕业学历，在本专业技术岗位见习 1 年期满，经考察合格，可初定技术员职称';
const beginner = (id: string, clause: string, sentence: string, barred: boolean, tells: object): Question => ({
  ...{ id, clause, sentence, barred },
  tells: { ...designee, ...tells },
});
const designation: readonly Question[] = [
  beginner('L301', 'LYG-2.11-c', one, false, {
    ...{ level: 'technician', education: graduate('college'), probation: qualified },
  }),
  beginner('L302', 'LYG-2.11-c', one, false, {
    ...{ level: 'technician', education: graduate('vocationalSecondary'), probation: qualified },
  }),
  beginner('L303', 'LYG-2.11-d', two, false, { education: graduate('bachelor'), probation: qualified }),
  beginner('L304', 'LYG-2.11-d', two, true, {
    ...{ education: graduate('bachelor'), probation: { from: '2023-06-10', assessed: true } },
  }),
  beginner('L305', 'LYG-2.11-d', two, true, {
    ...{ education: graduate('bachelor'), probation: { from: '2023-06-01', assessed: false } },
  }),
  beginner('L306', 'LYG-2.11-d', two, true, { education: graduate('college'), probation: qualified }),
  beginner('L307', 'LYG-2.11-e', three, false, {
    ...{ education: graduate('master', '2023-07-01'), probation: { assessed: true } },
  }),
  beginner('L308', 'LYG-2.11-e', three, false, {
    ...{ education: graduate('secondBachelor', '2023-07-01'), probation: { assessed: true } },
  }),
  beginner('L309', 'LYG-2.11-f', four, false, {
    ...{ level: 'mid', education: graduate('doctor', '2023-07-01'), probation: { assessed: true } },
  }),
  beginner('L310', 'LYG-2.11-f', four, true, {
    ...{ level: 'mid', education: graduate('master', '2023-07-01'), probation: { assessed: true } },
  }),
];

describe('who may apply in Lianyungang', () => {
  it.each([...who, ...policy, ...designation])('$id $clause: $sentence', (question) =>
    ask('lianyungang-2024', engineer, question),
  );
});
