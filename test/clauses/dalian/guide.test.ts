import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const engineer = {
  ...{ series: 'engineering', specialty: 'generalEngineering', level: 'mid', employerClass: 'private' },
  ...{ territory: 'dl-zhongshan', status: 'inService', yearsInCity: 3, asOf: '2024-06-03' },
  ...{ discipline: { measure: 'none' }, heldTitle: { level: 'assistant', obtainedOn: '2015-12-31' } },
  continuingEducation: { total: 90, professional: 60 },
};

/** An authority of the annexed table. */
const office = (no: number, territory: string, name: string, address: string, tel: string): Question => ({
  ...{ id: `D100.${no}`, clause: 'DL-3-a', sentence: `${name}${address}${tel}` },
  tells: { territory },
  office: { stage: 'PRELIMINARY_REVIEW', name, address, tel },
});
const offices: readonly Question[] = [
  office(1, 'dl-zhongshan', '中山区人力资源和社会保障事务服务中心', '中山区杏林街62号421室', '82745253'),
  office(2, 'dl-xigang', '西岗区人力资源和社会保障事务服务中心', '西岗区长江路588号（白云物业404室）', '83625421'),
  office(3, 'dl-shahekou', '沙河口区人力资源和社会保障事务服务中心', '沙河口区成仁街9号银都大厦420室', '84600470'),
  office(4, 'dl-ganjingzi', '甘井子区人力资源和社会保障事务服务中心', '甘井子区山东路5号', '84215866'),
  office(5, 'dl-gaoxin', '高新区人才服务中心', '高新区海外学子创业园B座南侧负一层（流动人员人事档案馆）', '39750679'),
  office(6, 'dl-lushunkou', '旅顺口区就业和人才服务中心', '旅顺口区新城大街9号行政服务大厅一楼28号窗口', '81616339'),
  office(7, 'dl-jinpu', '金普新区就业和人才服务中心', '大连开发区金马路203号金普新区人才会客厅', '87658502'),
  office(8, 'dl-wafangdian', '瓦房店市人力资源和社会保障局', '瓦房店市世纪广场1号政府办公楼229室', '85615983'),
  office(9, 'dl-pulandian', '普兰店区就业和人才服务中心', '普兰店区市民服务中心二楼A区5号窗口', '83181566'),
  office(10, 'dl-zhuanghe', '庄河市就业和人才服务中心', '庄河市世纪大街一段18号409室', '89725628'),
  office(11, 'dl-changhai', '长海县就业和人才服务中心', '长海县大长山岛镇长海东路55号惠民大厦3楼', '39377008'),
  office(
    12,
    'dl-changxing',
    '长兴岛经济技术开发区社会事业管理局',
    '长兴岛经济技术开发区长兴路598号政务服务大厅二楼47号窗口',
    '85283609',
  ),
];

const instead =
  '医疗、经济、统计、会计、审计、计算机应用技术类、律师、安全工程、医药工程、图书、文博、档案、翻译、播音主持等';
const examined: readonly Question[] = [
  ['D201', 'health', 'medical'],
  ['D202', 'economics', 'finance'],
  ['D203', 'statistics', 'statistics'],
  ['D204', 'accounting', 'accounting'],
  ['D205', 'auditing', 'auditing'],
  ['D206', 'engineering', 'computerApplication'],
  ['D207', 'lawyers', 'lawyers'],
  ['D208', 'engineering', 'safetyEngineering'],
  ['D209', 'engineering', 'pharmaceuticalEngineering'],
  ['D210', 'library', 'library'],
  ['D211', 'culturalHeritage', 'culturalHeritage'],
  ['D212', 'archives', 'archives'],
  ['D213', 'translation', 'translation'],
  ['D214', 'broadcasting', 'broadcasting'],
].map(([id = '', series, specialty]) => ({
  ...{ id, clause: 'DL-1.1.2-b', sentence: instead, barred: true },
  tells: { series, specialty },
}));
const logistics = '我市工程系列物流行业高中初级均通过评审取得';
const reviewed: readonly Question[] = ['assistant', 'mid', 'deputySenior', 'fullSenior'].map((level, index) => ({
  ...{ id: `D215.${index}`, clause: 'DL-1.1.2-c', sentence: logistics, barred: false },
  tells: { specialty: 'logistics', level, heldTitle: titleBelow(level) },
}));
function titleBelow(level: string) {
  const below = { assistant: 'technician', mid: 'assistant', deputySenior: 'mid', fullSenior: 'deputySenior' };
  return { level: below[level as keyof typeof below], obtainedOn: '2015-12-31' };
}

const economist = {
  ...{ series: 'economics', specialty: 'finance', level: 'deputySenior', heldTitle: titleBelow('deputySenior') },
  ...{ examCertificate: true, examPassedOn: '2023-08-12', examSpecialty: 'finance' },
};
const certificate = '报卷材料中需提供国家人力资源和社会保障部颁发的经济专业技术资格考试成绩合格证明';
const economists: readonly Question[] = [
  {
    ...{ id: 'D301', clause: 'DL-1.1.2-e', sentence: '具体评审由市工业和信息化局组织实施', barred: false },
    tells: economist,
    says: { routing: { committee: 'economics-deputySenior', destination: 'here' } },
  },
  {
    ...{ id: 'D302', clause: 'DL-1.1.2-f', sentence: certificate, found: 'notMet', barred: true },
    tells: { ...economist, examCertificate: false },
  },
  {
    ...{
      id: 'D303',
      clause: 'DL-1.1.2-g',
      sentence: '评审申报专业须与考试报考专业一致',
      found: 'notMet',
      barred: true,
    },
    tells: { ...economist, examSpecialty: 'insurance' },
  },
  {
    ...{ id: 'D304', clause: 'DL-1.1.2-g', sentence: '评审申报专业须与考试报考专业一致', found: 'met', barred: false },
    tells: economist,
  },
  {
    ...{ id: 'D305', clause: 'DL-1.1.3-a', says: { routing: { destination: 'province' } } },
    sentence: '我市未授权评审的系列（行业）、专业，专业技术人员要按照国家、省相关组建单位的申报要求',
    tells: { ...economist, level: 'fullSenior', heldTitle: titleBelow('fullSenior') },
  },
  {
    ...{ id: 'D306', clause: 'DL-1.1.3-a', says: { routing: { destination: 'province' } } },
    sentence: '我市未授权评审的系列（行业）、专业，专业技术人员要按照国家、省相关组建单位的申报要求',
    tells: { ...economist, employerClass: 'provincialStateOwned' },
  },
];

const city = '在我市企事业单位累计工作一年以上的专业技术人员，可不受户籍、地域、身份、档案等限制';
const hours = '当年度学习应不少于90学时。其中专业科目学习不少于总学时的三分之二';
const online = '网上申报：2024年6月3日—6月28日';
const hoursOf = (total: number, professional: number) => ({ continuingEducation: { total, professional } });
const conditions: readonly Question[] = [
  { id: 'D401', clause: 'DL-1.2-b', sentence: city, found: 'met', barred: false },
  {
    id: 'D402',
    clause: 'DL-1.2-b',
    sentence: city,
    found: 'needsAttestation',
    barred: false,
    tells: { yearsInCity: 0 },
  },
  {
    ...{ id: 'D403', clause: 'DL-1.2-e', sentence: '离退休人员不得申报参加职称评审', found: 'notMet', barred: true },
    tells: { status: 'retired' },
  },
  { id: 'D404', clause: 'DL-1.6-b', sentence: hours, found: 'met', alsoFound: { 'DL-1.6-c': 'met' } },
  { id: 'D405', clause: 'DL-1.6-b', sentence: hours, found: 'notMet', barred: true, tells: hoursOf(89, 89) },
  { id: 'D406', clause: 'DL-1.6-c', sentence: hours, found: 'notMet', barred: true, tells: hoursOf(90, 59) },
  { id: 'D407', clause: 'DL-1.6-c', sentence: hours, found: 'needsAttestation', tells: hoursOf(100, 60) },
  { id: 'D408', clause: 'DL-1.6-c', sentence: hours, found: 'met', tells: hoursOf(99, 66) },
  {
    ...{ id: 'D409', clause: 'DL-2.1.1-a', sentence: online, found: 'met', tells: { asOf: '2024-06-28' } },
    says: { window: { opens: '2024-06-03', closes: '2024-06-28' } },
  },
  { id: 'D410', clause: 'DL-2.1.1-a', sentence: online, found: 'notMet', barred: true, tells: { asOf: '2024-06-29' } },
  {
    ...{ id: 'D411', clause: 'DL-2.1.1-b', says: { window: null } },
    sentence: '卫生系列、中小学教师、中专教师等系列申报时间另行通知',
    tells: { series: 'schoolTeachers', specialty: 'schoolTeachers' },
  },
  {
    ...{ id: 'D412', clause: 'DL-2.1.1-b', says: { window: null } },
    sentence: '卫生系列、中小学教师、中专教师等系列申报时间另行通知',
    tells: { series: 'vocationalTeachers', specialty: 'vocationalTeachers' },
  },
  {
    ...{ id: 'D413', clause: 'DL-2.2.2-c', sentence: '公示时间为5个工作日' },
    says: { latestPublicityPosting: '2024-06-20' },
  },
  {
    ...{ id: 'D414', clause: 'DL-2.2.1-b', says: { cutOffs: [{ date: '2024-06-28' }] } },
    sentence: '申报材料（包括论文、著作、成果、奖励等）的计算截止时间为2024年6月28日',
  },
  {
    ...{ id: 'D415', clause: 'DL-2.3.1-a', material: { clause: 'DL-2.3.1-a', copies: 3 } },
    sentence: '本表一式3份，仅供评定专业技术资格使用',
  },
  {
    ...{ id: 'D416', clause: 'DL-2.3.4-a', material: { clause: 'DL-2.3.4-a', copies: 3 } },
    sentence: '一式3份，1份装订在《推荐表》后，另2份不装订',
    tells: { track: 'exceptional' },
  },
  {
    ...{ id: 'D417', clause: 'DL-1.5-a', found: 'met' },
    sentence: '继续执行职称制度改革关于外语、计算机考试不作为职称申报和评审前置性必备条件的要求',
  },
];

describe('the guide of Dalian', () => {
  it.each([...offices, ...examined, ...reviewed, ...economists, ...conditions])('$id $clause: $sentence', (question) =>
    ask('dalian-2024', engineer, question),
  );
});
