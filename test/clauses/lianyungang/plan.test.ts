import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const engineer = {
  ...{ series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' },
  ...{ territory: 'lyg-haizhou', status: 'inService', asOf: '2024-05-20' },
};

/** A row of the plan: its office with telephone and address, and the last day of the period of acceptance. */
const row = (
  no: number,
  printed: string,
  [series, specialty, level]: readonly [string, string, string],
  [name, tel, address]: readonly [string, string, string],
  closes: string,
  tells: object = {},
): Question => ({
  ...{ id: `L700.${no}`, clause: 'LYG-7-a', sentence: printed },
  tells: { series, specialty, level, ...tells },
  says: { routing: { committee: `row-${no}` }, window: { closes } },
  office: { stage: 'OFFICE_RECHECK', name, tel, address },
});
const engineering = (specialty: string) => ['engineering', specialty, 'mid'] as const;
const own = (series: string, level = 'mid') => [series, series, level] as const;

const rows: readonly Question[] = [
  row(
    1,
    '统计（高级）	市统计局	85831080',
    own('statistics', 'deputySenior'),
    ['市统计局', '85831080', '海州区朝阳东路69号A楼416室'],
    '2024-07-31',
  ),
  row(
    2,
    '体育教练	市体育局	85817650',
    ['sports', 'coaching', 'mid'],
    ['市体育局', '85817650', '海州区苍梧36号振兴学生公寓3号楼538室'],
    '2024-06-30',
  ),
  row(
    4,
    '高级 5-6 月 正高 7 月',
    own('accounting', 'deputySenior'),
    ['市财政局', '85521543', '海州区海连中路99号'],
    '2024-06-30',
  ),
  {
    ...row(
      4,
      '高级 5-6 月 正高 7 月',
      own('accounting', 'fullSenior'),
      ['市财政局', '85521543', '海州区海连中路99号'],
      '2024-07-31',
    ),
    id: 'L704b',
    clause: 'LYG-7-c',
  },
  row(
    5,
    '审计（高级）	市审计局	85521108',
    own('auditing', 'deputySenior'),
    ['市审计局', '85521108', '海州区苍梧36号振兴学生公寓1号楼'],
    '2024-07-31',
  ),
  row(7, '市司法局	85310121', own('forensics'), ['市司法局', '85310121', '海州区苍梧路36号'], '2024-06-30'),
  row(19, '市科技局	85802969', own('research'), ['市科技局', '85802969', '海州区东沿河路17号515室'], '2024-06-30'),
  row(20, '市文联	85513845', own('literature'), ['市文联', '85513845', '海州区苍梧路36号3号楼516室'], '2024-08-31'),
  row(
    54,
    '市生态环境局	85521732',
    engineering('ecology'),
    ['市生态环境局', '85521732', '海州区海昌南路78号市生态环境局511室'],
    '2024-06-30',
  ),
  row(
    55,
    '市自然资源和规划局	85521029',
    engineering('landResources'),
    ['市自然资源和规划局', '85521029', '海州区朝阳中路21号'],
    '2024-08-31',
  ),
  row(
    57,
    '市科协	85801463',
    own('sciencePopularisation'),
    ['市科协', '85801463', '海州区凌州东路9号市政务服务大厅6-416室'],
    '2024-07-31',
  ),
  row(
    58,
    '市委网信办	85804245',
    engineering('networkSecurity'),
    ['市委网信办', '85804245', '海州区苍梧路36-6号7号楼605室'],
    '2024-05-31',
  ),
  row(
    59,
    '市铁路办	85803216',
    engineering('railway'),
    ['市铁路办', '85803216', '海州区东盐河路17号市总工会7楼'],
    '2024-07-31',
  ),
  row(
    60,
    '市邮政管理局	85850115',
    engineering('expressDelivery'),
    ['市邮政管理局', '85850115', '海州区海昌北路47号农委综合楼6楼'],
    '2024-06-30',
  ),
];

describe('the plan of Lianyungang', () => {
  it.each(rows)('$id $clause: $sentence', (question) => ask('lianyungang-2024', engineer, question));
});
