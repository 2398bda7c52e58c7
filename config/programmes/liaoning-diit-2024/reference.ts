import { printed, type Reference, type ReferenceRow } from '../../../domain/programme/reference-tables.ts';
import { text } from '../../../domain/text.ts';

const standard = (scope: string, title: string, document: string, clause: string): Omit<ReferenceRow, 'no'> => ({
  cells: { appliesTo: printed(scope), title: printed(title), document: printed(document) },
  clauses: [clause],
});

const emerging = (specialty: string) => `关于印发辽宁省工程系列${specialty}专业职称评审标准的通知`;

/** The ten documents that set the standards (LN-3.1 to LN-3.3). */
const standards: readonly ReferenceRow[] = [
  standard('工程系列有关行业', '关于深化工程技术人才职称制度改革的实施意见', '辽人社发〔2021〕3号', 'LN-3.1-a'),
  standard('机器人科学与工程', emerging('机器人科学与工程'), '辽人社职〔2023〕32号', 'LN-3.2.1-a'),
  standard('数据科学与工程', emerging('数据科学与工程'), '辽人社职〔2023〕33号', 'LN-3.2.2-a'),
  standard('工业设计', emerging('工业设计'), '辽人社职〔2023〕34号', 'LN-3.2.3-a'),
  standard('管理科学与工程', emerging('管理科学与工程'), '辽人社职〔2023〕35号', 'LN-3.2.4-a'),
  standard('安防工程', emerging('安防工程'), '辽人社职〔2024〕36号', 'LN-3.2.5-a'),
  standard('无人机科学与工程', emerging('无人机科学与工程'), '辽人社职〔2024〕35号', 'LN-3.2.6-a'),
  standard(
    '网信行业有关专业',
    '关于印发辽宁省工程系列网信行业有关专业职称评审标准的通知',
    '辽人社职〔2024〕37号',
    'LN-3.2.7-a',
  ),
  standard('工艺美术系列', '关于深化工艺美术专业人员职称制度改革的实施意见', '辽人社发〔2023〕18号', 'LN-3.2.8-a'),
  standard('经济系列', '关于深化经济专业人员职称制度改革的实施意见', '辽人社发〔2021〕10号', 'LN-3.3-a'),
].map((row, i) => ({ ...row, no: i + 1 }));

/** The tables and lists of the notice and its two annexes, as printed. */
export const reference: Reference = {
  tables: [
    {
      key: 'standards',
      name: text('申报基本标准', 'Standards'),
      columns: [
        { key: 'appliesTo', name: text('系列或专业', 'Series or specialty') },
        { key: 'title', name: text('文件', 'Document') },
        { key: 'document', name: text('文号', 'Document number') },
      ],
      rows: standards,
      clauses: ['LN-3.4-a'],
    },
  ],
  lists: [
    {
      key: 'industries',
      name: text('工程系列相关行业', 'Industries of engineering'),
      items: ['建材', '机电', '电子', '电力', '冶金', '石油化工', '纺织', '轻工', '网信'],
      clauses: ['LN-2.1.1-a', 'LN-2.1.2-a'],
    },
    {
      key: 'emergingSpecialties',
      name: text('新兴专业', 'Emerging specialties'),
      items: ['机器人科学与工程', '数据科学与工程', '工业设计', '管理科学与工程', '安防工程', '无人机科学与工程'],
      clauses: ['LN-2.1.3-a'],
    },
    {
      key: 'economicsSpecialties',
      name: text('经济系列专业', 'Specialties of economics'),
      items: [
        '工商管理',
        '农业经济',
        '财政与税收',
        '金融',
        '保险',
        '运输经济',
        '人力资源管理',
        '旅游经济',
        '建筑与房地产经济',
      ],
      clauses: ['LN-2.2.1-a', 'LN-2.2.2-a'],
    },
    {
      key: 'achievementCategories',
      name: text('业绩成果类别', 'Kinds of achievement'),
      items: [
        '项目',
        '作品',
        '专利',
        '计算机软件著作权',
        '标准规范',
        '科技奖励',
        '技术报告',
        '著作',
        '论文',
        '人才认可',
      ],
      open: true,
      clauses: ['LN-A1-d'],
    },
    {
      key: 'publicityPerson',
      name: text('公示：个人基本情况', 'Publicity: the person'),
      items: ['姓名', '性别', '出生年月', '学历学位', '现专业技术资格名称', '取得时间', '工作岗位情况'],
      clauses: ['LN-A1-b'],
    },
    {
      key: 'publicityAchievements',
      name: text('公示：主要业绩情况', 'Publicity: the achievements'),
      items: ['序号', '业绩成果名称', '完成起止时间(精确到月)', '主要内容及本人角色(主持、参与、独立)', '业绩成果类别'],
      clauses: ['LN-A1-c'],
    },
    {
      key: 'dossierParts',
      name: text('主卷的材料顺序', 'Parts of the main volume'),
      items: ['辽宁省专业技术资格报评推荐表', '学历资历', '主要业绩成果', '研究成果', '其它'],
      clauses: ['LN-A2.1-a', 'LN-A2.1-b', 'LN-A2.1-c', 'LN-A2.1-d', 'LN-A2.1-e'],
    },
    {
      key: 'forms',
      name: text('一式三份的表格', 'Forms in three copies'),
      items: ['辽宁省专业技术资格评定表', '辽宁省专业技术资格报评推荐表', '辽宁省破格评定人员审核表'],
      copies: 3,
      clauses: ['LN-A2.3.2-a', 'LN-A2.3.3-a', 'LN-A2.3.4-a'],
    },
  ],
};
