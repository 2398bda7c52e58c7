import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const engineer = {
  ...{ series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' },
  ...{ territory: 'lyg-haizhou', status: 'inService', asOf: '2024-05-20' },
};

/** A county or district that decides for its own territory. */
const county = (
  no: number,
  clause: string,
  printed: string,
  territory: string,
  [tel, address]: readonly [string, string],
  closes: string,
  tells: object,
): Question => ({
  ...{ id: `L700.${no}`, clause, sentence: `${printed}${tel}` },
  tells: { territory, level: 'assistant', ...tells },
  says: { routing: { committee: `row-${no}` }, window: { closes } },
  office: { stage: 'OFFICE_RECHECK', name: printed, tel, address },
});
const first = { track: 'initialDesignation' };
const counties: readonly Question[] = [
  county(
    62,
    'LYG-7-e',
    '东海县人社局',
    'lyg-donghai',
    ['87027386', '东海县牛山街道晶都大道劳动大厦711室'],
    '2024-09-30',
    {},
  ),
  county(
    63,
    'LYG-7-e',
    '灌云县人社局',
    'lyg-guanyun',
    ['88161167', '灌云县小鸭河路288号县人力资源和社会保障局705室'],
    '2024-07-31',
    {},
  ),
  county(64, 'LYG-7-e', '灌南县人社局', 'lyg-guannan', ['83299226', '灌南县集中办公区8号楼735室'], '2024-08-31', {}),
  county(65, 'LYG-7-e', '赣榆区人社局', 'lyg-ganyu', ['86223093', '赣榆区政府大楼441室'], '2024-10-31', {}),
  {
    ...county(
      62,
      'LYG-7-e',
      '东海县人社局',
      'lyg-donghai',
      ['87027386', '东海县牛山街道晶都大道劳动大厦711室'],
      '2024-09-30',
      { level: 'mid', specialty: 'construction' },
    ),
    id: 'L762b',
  },
  {
    ...county(
      63,
      'LYG-7-e',
      '灌云县人社局',
      'lyg-guanyun',
      ['88161167', '灌云县小鸭河路288号县人力资源和社会保障局705室'],
      '2024-07-31',
      { level: 'mid', series: 'schoolTeachers', specialty: 'schoolTeachers' },
    ),
    id: 'L763b',
  },
];

const others: readonly Question[] = [
  {
    id: 'L790',
    clause: 'LYG-7-e',
    sentence: '初级, 中小学教师中级, 建设工程中级',
    tells: { territory: 'lyg-donghai' },
    says: { routing: { committee: 'row-60' } },
  },
  {
    id: 'L791',
    clause: 'LYG-7-f',
    sentence: '5月-6月初定	11月-12月初定',
    tells: { ...first, level: 'assistant' },
    says: { routing: { committee: 'row-66' }, window: { closes: '2024-06-30' } },
  },
  {
    id: 'L792',
    clause: 'LYG-7-g',
    sentence: '5月-6月初定	11月-12月初定',
    tells: { ...first, level: 'assistant', asOf: '2024-07-01' },
    says: { window: { opens: '2024-11-01', closes: '2024-12-31' } },
  },
  {
    id: 'L793',
    clause: 'LYG-7-g',
    sentence: '6月初定	11月初定',
    tells: { ...first, level: 'assistant', agencyClient: true, asOf: '2024-07-01' },
    says: { routing: { committee: 'row-71' }, window: { opens: '2024-11-01', closes: '2024-11-30' } },
  },
  {
    id: 'L794',
    clause: 'LYG-4.4-e',
    sentence: '报市职称办审核后，由相关评委会办事机构报送省级高评委会评审',
    tells: { level: 'deputySenior' },
    says: { routing: { committee: 'row-60', destination: 'province' } },
  },
  { id: 'L795', clause: 'LYG-7-b', sentence: '市邮政管理局	85850115', tells: { asOf: '2024-07-01' }, barred: true },
  {
    id: 'L796',
    clause: 'LYG-7-h',
    sentence: '面向本校自主评审',
    tells: { series: 'universityTeachers', specialty: 'universityTeachers' },
    barred: true,
  },
  {
    id: 'L797',
    clause: 'LYG-7-i',
    sentence: '面向本企业自主评审',
    tells: { series: 'selfReviewEnterprises', specialty: 'selfReviewEnterprises' },
    barred: true,
  },
];

describe('who decides where in Lianyungang', () => {
  it.each([...counties, ...others])('$id $clause: $sentence', (question) =>
    ask('lianyungang-2024', engineer, question),
  );
});
