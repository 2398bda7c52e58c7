import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const engineer = {
  ...{ series: 'engineering', specialty: 'robotics', level: 'deputySenior', employerClass: 'provincialStateOwned' },
  ...{ status: 'inService', hasEmployment: true, discipline: { measure: 'none' }, asOf: '2024-07-10' },
  ...{ heldTitle: { level: 'mid', obtainedYear: 2019 }, standard: { years: 5 }, usedBefore: false },
};
const economist = {
  ...{ series: 'economics', specialty: 'finance', examCertificate: true, examPassedOn: '2022-09-01' },
  asOf: '2024-08-12',
};

const free = '以及在我省工作1年以上的自由职业人员';
const serving = '申报人员应为在职在岗专业技术人员，离退休人员和公务员不得申报';
const people: readonly Question[] = [
  {
    ...{ id: 'P101', clause: 'LN-1-b', sentence: free, barred: false },
    tells: { employerClass: 'freelance', yearsInProvince: 1 },
  },
  {
    ...{ id: 'P102', clause: 'LN-1-b', sentence: free, found: 'notMet', barred: true },
    tells: { employerClass: 'freelance', yearsInProvince: 0 },
  },
  { id: 'P103', clause: 'LN-1-d', sentence: serving, tells: { status: 'retired' }, found: 'notMet', barred: true },
  { id: 'P104', clause: 'LN-1-e', sentence: serving, tells: { status: 'civilServant' }, found: 'notMet', barred: true },
  { id: 'P105', clause: 'LN-1-d', sentence: serving, found: 'met', barred: false },
  {
    ...{ id: 'P106', clause: 'LN-1-a', tells: { hasEmployment: false }, barred: true },
    sentence: '申报人员须在我省企业、事业单位、社会组织、非公有制经济组织等单位建立人事劳动关系',
  },
];

const pass = '参加经济系列副高级评审人员，须取得全国经济副高统一考试成绩合格单(含线上提交和线下报送)';
const fiveYears = '经济副高全国统一考试成绩有效期为5年';
const anniversary = '2023年申报某专业正高级工程师须取得高级工程师资格满5年，即2018年任一时间取得高级工程师资格即可';
const distinct = '是指1-7项中的3项或3项以上条件，并不是指符合任意一项要求的3条业绩';
const after = '申报人员提供的业绩材料必须是在取得现级别专业技术资格后获得的，否则不予认定为有效业绩';
const engineering = '申报有效业绩计算时间截至到2024年6月30日';
const counted = (least: number, ...works: readonly (readonly [string, string])[]) => ({
  standard: { years: 5, conditions: { least, of: ['1', '2', '3', '4', '5', '6', '7'] } },
  achievements: works.map(([condition, on]) => ({ conditions: [condition], on })),
  heldTitle: { level: 'mid', obtainedOn: '2018-06-01' },
});
const counting: readonly Question[] = [
  {
    ...{ id: 'P301', clause: 'LN-2.2.2-c', sentence: pass, barred: true },
    tells: { ...economist, examCertificate: false, examPassedOn: undefined },
  },
  {
    id: 'P302',
    clause: 'LN-2.2.2-d',
    sentence: fiveYears,
    barred: false,
    tells: { ...economist, examPassedOn: '2019-08-12' },
  },
  {
    id: 'P303',
    clause: 'LN-2.2.2-d',
    sentence: fiveYears,
    barred: true,
    tells: { ...economist, examPassedOn: '2019-08-11' },
  },
  { id: 'P304', clause: 'LN-4.2-a', sentence: anniversary, barred: false },
  {
    ...{ id: 'P305', clause: 'LN-4.2-a', sentence: anniversary, barred: false },
    tells: { heldTitle: { level: 'mid', obtainedOn: '2019-12-31' } },
  },
  {
    ...{ id: 'P306', clause: 'LN-4.2-b', sentence: anniversary, barred: true },
    tells: { heldTitle: { level: 'mid', obtainedOn: '2020-01-01' } },
  },
  {
    ...{ id: 'P307', clause: 'LN-3-b', sentence: distinct, barred: false },
    tells: counted(3, ['1', '2019-05-01'], ['2', '2020-05-01'], ['3', '2021-05-01']),
  },
  {
    ...{ id: 'P308', clause: 'LN-3-b', sentence: distinct, found: 'notMet', barred: true },
    tells: counted(3, ['1', '2019-05-01'], ['1', '2020-05-01'], ['1', '2021-05-01']),
  },
  {
    ...{ id: 'P309', clause: 'LN-6.3.2-a', sentence: after, barred: true },
    tells: counted(3, ['1', '2017-05-01'], ['2', '2020-05-01'], ['3', '2021-05-01']),
  },
  {
    ...{ id: 'P310', clause: 'LN-4.1-a', sentence: engineering, barred: false },
    tells: counted(3, ['1', '2024-06-30'], ['2', '2020-05-01'], ['3', '2021-05-01']),
  },
  {
    ...{ id: 'P311', clause: 'LN-4.1-a', sentence: engineering, barred: true },
    tells: counted(3, ['1', '2024-07-01'], ['2', '2020-05-01'], ['3', '2021-05-01']),
  },
  {
    ...{ id: 'P312', clause: 'LN-5.2.3-a', barred: true, tells: { usedBefore: true } },
    sentence: '严禁同一业绩成果在不同年份、不同申报人员之间重复使用',
  },
];

const opens = '工程系列有关行业(含工艺美术)及新兴专业：7月1日—7月31日';
const opensLater = '经济系列正高级、副高级：8月12日—8月30日';
const times: readonly Question[] = [
  {
    ...{ id: 'P401', clause: 'LN-4.3-a', sentence: opens, barred: false, tells: { asOf: '2024-07-31' } },
    says: { window: { opens: '2024-07-01', closes: '2024-07-31' } },
  },
  { id: 'P402', clause: 'LN-4.3-a', sentence: opens, barred: true, tells: { asOf: '2024-08-01' } },
  {
    ...{ id: 'P403', clause: 'LN-4.3-b', sentence: opensLater, tells: { ...economist, asOf: '2024-08-30' } },
    ...{ barred: false, says: { window: { opens: '2024-08-12', closes: '2024-08-30' } } },
  },
  { id: 'P404', clause: 'LN-4.3-b', sentence: opensLater, barred: true, tells: { ...economist, asOf: '2024-08-31' } },
  {
    ...{ id: 'P405', clause: 'LN-4.1-b', tells: economist, says: { cutOffs: [{ date: '2024-07-30' }] } },
    sentence: '经济系列正高级、副高级：申报有效业绩计算时间截至到2024年7月30日',
  },
  {
    ...{ id: 'P406', clause: 'LN-5.4-c', sentence: '公示期不少于5个工作日' },
    says: { latestPublicityPosting: '2024-07-23' },
  },
  {
    ...{ id: 'P407', clause: 'LN-5.4-c', sentence: '公示期不少于5个工作日', tells: economist },
    says: { latestPublicityPosting: '2024-08-22' },
  },
];

const seals = '其中省属高校到省教育厅、省属国有企业到省国资委、省属医院到省卫健委';
const sealing: readonly Question[] = [
  ['P501', 'provincialUniversity', '省教育厅'],
  ['P502', 'provincialStateOwned', '省国资委'],
  ['P503', 'provincialHospital', '省卫健委'],
].map(([id = '', employerClass = '', name = '']) => ({
  ...{ id, clause: 'LN-5.6-c', sentence: seals },
  tells: { employerClass },
  office: { stage: 'AUTHORITY_SEALING', name },
}));
const papers: readonly Question[] = [
  {
    ...{ id: 'P504', clause: 'LN-A2.3.2-a', material: { clause: 'LN-A2.3.2-a', copies: 3 } },
    sentence: '申报人员填报《辽宁省专业技术资格评定表》一式三份',
  },
  {
    ...{ id: 'P505', clause: 'LN-A2.3.3-a', material: { clause: 'LN-A2.3.3-a', copies: 3 } },
    sentence: '申报人员填报《辽宁省专业技术资格报评推荐表》一式三份，其中装卷1份',
  },
  {
    ...{ id: 'P506', clause: 'LN-A2.3.4-a', material: { clause: 'LN-A2.3.4-a', copies: 3 } },
    sentence: '破格申报人员填报《辽宁省破格评定人员审核表》一式三份',
    tells: { track: 'exceptional' },
  },
  {
    ...{ id: 'P507', clause: 'LN-A2.3.8-a', material: { clause: 'LN-A2.3.8-a', copies: 2 } },
    sentence: '申报人员在报卷时需额外提供2张一寸本人半年内正面免冠证件照',
  },
];

describe('the notice of Liaoning', () => {
  it.each([...people, ...counting, ...times, ...sealing, ...papers])('$id $clause: $sentence', (question) =>
    ask('liaoning-diit-2024', engineer, question),
  );
});
