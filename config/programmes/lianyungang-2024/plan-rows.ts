import { type Cell, lost, printed, type ReferenceRow, suspect } from '../../../domain/programme/reference-tables.ts';

/**
 * The plan of 2024 as printed (LYG-7-a): number, specialty, office, telephone, address, acceptance period, planned review period. Our copy of the
 * text lacks rows 21 to 40 and the values of merged cells; neither is invented. Spaces within cells are as printed.
 */
const table = `
1 | 统计（高级） | 市统计局 | 85831080 | 海州区朝阳东路 69 号 A 楼 416 室 | 7月 | 9月
2 | 体育教练 | 市体育局 | 85817650 | 海州区苍梧 36 号振兴学生公寓 3 号楼 538 室 | 6月 | 10月
3 | 运动防护师 |  |  |  |  |
4 | 会计（高级） | 市财政局 | 85521543 | 海州区海连中路 99 号 | 高级 5-6 月 正高 7 月 | 高级 7 月 正高 10 月
5 | 审计（高级） | 市审计局 | 85521108 | 海州区苍梧 36 号振兴学生公寓 1 号楼 | 7月 | 8月
6 | 律师 |  |  |  |  |
7 | 司法鉴定 | 市司法局 | 85310121 | 海州区苍梧路 36 号 | 6月 | 8月
8 | 公证 |  |  |  |  |
9 | 艺术 |  |  |  |  |
10 | 图书资料 |  |  |  |  |
11 | 文博 |  |  |  |  |
12 | 群文 |  |  |  |  |
13 | 广电工程 |  |  |  |  |
14 | 播音 |  |  |  |  |
15 | 出版 |  |  |  |  |
16 | 新闻 |  |  |  |  |
17 | 社科 |  |  |  |  |
18 | 政工 |  |  |  |  |
19 | 自然科学研究、 实验技术 | 市科技局 | 85802969 | 海州区东沿河路 17 号 515 室 | 4-6 月 | 7-9 月
20 | 文学创作 | 市文联 | 85513845 | 海州区苍梧路 36 号 3 号楼 516 室 | 8月 | 11月
41 | 质量工程 |  |  |  | 5月-7月 | 9月-10月
42 | 药学（药品） | 市场监督局 | 85681502 |  |  |
43 | 知识产权（高级） |  | 85681502 | 海州区振华东路18号 | 8月 | 11月
44 | 石油化工工程（含高级） |  | 85681920 |  |  |
45 | 冶金工程 |  |  |  |  |
46 | 轻工工程 |  |  |  |  |
47 | 数字经济（智能制造）工程 |  |  |  |  |
48 | 纺织工程 |  |  |  |  |
49 | 工艺美术 | 市工信局 | 85811227 | 海州区朝阳东路69号行政中心B楼410室 |  |
50 | 经济（高级） |  | 85816207/ |  |  |
51 | 船舶与海洋工程 |  |  |  |  |
52 | 电力工程 |  |  |  |  |
53 | 数字经济工程（电子信息、集成电路、区块链、工业互联网；人工智能、大数据） |  |  |  |  |
54 | 生态环境工程 | 市生态环境局 | 85521732 | 海州区海昌南路78号市生态环境局511室 | 6月 | 8月
55 | 国土资源工程 | 市自然资源和规划局 | 85521029 | 海州区朝阳中路21号 | 7-8月 | 9-10月
56 | 林业工程 |  |  |  |  |
57 | 科学技术普及 | 市科协 | 85801463 | 海州区凌州东路9号市政务服务大厅6-416室 | 5-7月 | 9-10月
58 | 数字经济（网络安全）工程 | 市委网信办 | 85804245 | 海州区苍梧路36-6号7号楼605室 | 5月 | 8月
59 | 铁路工程 | 市铁路办 | 85803216 | 海州区东盐河路17号市总工会7楼 | 6-7月 | 10月
60 | 快递工程 | 市邮政管理局 | 85850115 | 海州区海昌北路47号农委综合楼6楼 | 6月 | 10月
61 | 社会工作者(高级) | 市民政局 | 855573381 | 海州秦东门大街398号1213室 | 具体见省市有关通知 |
62 | 初级, 中小学教师中级, 建设工程中级 | 东海县人社局 | 87027386 | 东海县牛山街道晶都大道劳动大厦711室 | 6-9月 | 7-10月
63 | 初级, 中小学教师中级, 建设工程中级 | 灌云县人社局 | 88161167 | 灌云县小鸭河路288号县人力资源和社会保障局705室 | 6-7月 | 9-10月
64 | 初级, 中小学教师中级, 建设工程中级 | 灌南县人社局 | 83299226 | 灌南县集中办公区8号楼735室 | 6月-8月 | 7月-10月
65 | 初级, 中小学教师中级, 建设工程中级 | 赣榆区人社局 | 86223093 | 赣榆区政府大楼441室 | 7月-10月 | 8月-10月
66 | 初定 | 海州区人社局 | 85219327 | 海州区秦东门大街28号区政府449室 | 5月-6月初定 | 11月-12月初定
67 | 初定 | 连云区人社局 | 81888083 | 连云区西墅路1号区政府B区102室 | 5月-6月初定 | 11月-12月初定
68 | 初定 | 开发区人社局 | 858882177 | 花果山大道601号新海连大厦东大厅2楼 | 6月-7月初定 | 10月-12月初定
69 | 初定 | 徐圩新区人社 局 | 82256003 | 徐圩新区徐圩大道6号产业服务中心635室 | 6月-7月初定 | 11月-12月初定
70 | 初定 | 景区人社局 | 85851189 | 海州区学院路8号山海国际酒店一楼社保大厅 | 6月-7月初定 | 11月-12月初定
71 | 初定 | 市人才服务中心 | 85807005 | 海州区花果山大道19-5号一楼跃层 | 6月初定 | 11月初定
72 | 高校教师(实验师)、高 职校教师 | 面向本校自主 评审 | 具体咨询各学校 | (连云港师范高等专科学校、连云港职业技术学院、连云港开发大学)。 |  |
73 | 自主评审企业(康缘药 业、盛虹石化、连云港石 化) | 面向本企业自 主评审 |  | 具体咨询各单位人资部门 |  |
`;

/** The columns of the plan in order; the last one, 备注, is empty in every row. */
export const planColumns = [
  'specialty',
  'office',
  'telephone',
  'address',
  'acceptancePeriod',
  'reviewPeriod',
  'remark',
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** A row of the plan. */
export type PlanRow = Omit<ReferenceRow, 'cells'> & { readonly cells: Readonly<Record<PlanColumn, Cell>> };

type Guess = { readonly rows: readonly number[]; readonly confidence: 'H' | 'M' | 'L' } & {
  readonly cells: Partial<Record<PlanColumn, string>>;
};

const marketBureau = '海州区振华东路18号';
const industryBureau = { office: '市工信局', address: '海州区朝阳东路69号行政中心B楼410室' };

/** The values that the lost merges would give; they are shown as inferences and never used. */
const guesses: readonly Guess[] = [
  {
    rows: [3],
    confidence: 'M',
    cells: {
      office: '市体育局',
      telephone: '85817650',
      address: '海州区苍梧 36 号振兴学生公寓 3 号楼 538 室',
      acceptancePeriod: '6月',
      reviewPeriod: '10月',
    },
  },
  {
    rows: [6, 8],
    confidence: 'M',
    cells: {
      office: '市司法局',
      telephone: '85310121',
      address: '海州区苍梧路 36 号',
      acceptancePeriod: '6月',
      reviewPeriod: '8月',
    },
  },
  { rows: [41], confidence: 'M', cells: { office: '市场监督局', address: marketBureau } },
  {
    rows: [42],
    confidence: 'M',
    cells: { address: marketBureau, acceptancePeriod: '5月-7月', reviewPeriod: '9月-10月' },
  },
  { rows: [43], confidence: 'M', cells: { office: '市场监督局' } },
  { rows: [44], confidence: 'L', cells: industryBureau },
  { rows: [45, 46, 47, 48, 50, 51, 52, 53], confidence: 'M', cells: industryBureau },
  {
    rows: [56],
    confidence: 'H',
    cells: {
      office: '市自然资源和规划局',
      telephone: '85521029',
      address: '海州区朝阳中路21号',
      acceptancePeriod: '7-8月',
      reviewPeriod: '9-10月',
    },
  },
];

/** Cells whose printed value is probably wrong: nine digits, a truncated number, a street without its district, a misprinted school. */
const damaged: readonly (readonly [number, PlanColumn])[] = [
  [50, 'telephone'],
  [61, 'telephone'],
  [61, 'address'],
  [68, 'telephone'],
  [72, 'address'],
];

const selfReview = [72, 73];

function cellOf(no: number, column: PlanColumn, value: string): Cell {
  if (no === 61 && column === 'acceptancePeriod') return { value, provenance: 'external' };
  if (value !== '') return damaged.some(([row, at]) => row === no && at === column) ? suspect(value) : printed(value);
  if (no === 61 && column === 'reviewPeriod') return { value: null, provenance: 'external' };
  if (column === 'remark' || selfReview.includes(no)) return { value: null, provenance: 'notPrinted' };
  const guess = guesses.find(({ rows }) => rows.includes(no));
  const likely = guess?.cells[column];
  return lost(guess && likely !== undefined ? { value: likely, confidence: guess.confidence } : undefined);
}

function rowOf(line: string): PlanRow {
  const [number, ...values] = line.split('|').map((each) => each.trim());
  const no = Number(number);
  const cells = Object.fromEntries(planColumns.map((column, i) => [column, cellOf(no, column, values[i] ?? '')]));
  const incomplete = Object.values(cells).some(({ provenance }) => provenance === 'lostInText');
  const readings = [...(incomplete ? ['A-33'] : []), ...(damaged.some(([row]) => row === no) ? ['A-27'] : [])];
  return { no, cells: cells as PlanRow['cells'], clauses: clausesOf(no), ...(readings.length > 0 ? { readings } : {}) };
}

function clausesOf(no: number): string[] {
  if (no === 4) return ['LYG-7-a', 'LYG-7-b', 'LYG-7-c'];
  if (no === 61) return ['LYG-7-a', 'LYG-7-d'];
  if (no <= 61) return ['LYG-7-a', 'LYG-7-b'];
  if (no <= 65) return ['LYG-7-a', 'LYG-7-e'];
  if (no <= 71) return ['LYG-7-a', 'LYG-7-f', 'LYG-7-g'];
  return ['LYG-7-a', no === 72 ? 'LYG-7-h' : 'LYG-7-i'];
}

/** The 53 rows of the plan in our copy: 1 to 20, 41 to 59, 60 to 73. */
export const planRows: readonly PlanRow[] = table.trim().split('\n').map(rowOf);
