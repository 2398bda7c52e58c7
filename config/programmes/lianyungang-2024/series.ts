import type { Level } from '../../../domain/programme/facts.ts';
import type { Series, Specialty } from '../../../domain/programme/programme.ts';
import { type Text, text } from '../../../domain/text.ts';

const every: readonly Level[] = ['technician', 'assistant', 'mid', 'deputySenior', 'fullSenior'];
/** A specialty whose class is its row of the plan; `unlisted` when the plan has none. */
const ofRow = (row: number, key: string, name: Text): Specialty => ({
  key,
  name,
  class: `row-${row}`,
  clauses: ['LYG-7-a'],
});
const unlisted = (key: string, name: Text, clauses: readonly string[]): Specialty => ({
  key,
  name,
  clauses,
  class: 'unlisted',
});

const single = (specialty: Specialty): Series => ({
  key: specialty.key,
  name: specialty.name,
  levels: every,
  specialties: [specialty],
});
/**
 * A specialty whose mid and junior titles are examined instead (LYG-2.7-c, A-32); the plan prints the level after the name where the row is for
 * senior titles.
 */
const examined = (key: string, name: Text, specialty?: Specialty): Series => ({
  key,
  name,
  levels: every,
  specialties: [specialty ?? unlisted(key, name, ['LYG-2.7-c'])],
});

const engineering: Series = {
  key: 'engineering',
  name: text('工程', 'Engineering'),
  levels: every,
  specialties: [
    ofRow(13, 'broadcastingEngineering', text('广电工程', 'Broadcasting engineering')),
    ofRow(41, 'qualityEngineering', text('质量工程', 'Quality engineering')),
    ofRow(44, 'petrochemicals', text('石油化工工程（含高级）', 'Petrochemical engineering (with senior)')),
    ofRow(45, 'metallurgy', text('冶金工程', 'Metallurgical engineering')),
    ofRow(46, 'lightIndustry', text('轻工工程', 'Light industry engineering')),
    ofRow(
      47,
      'smartManufacturing',
      text('数字经济（智能制造）工程', 'Digital economy (smart manufacturing) engineering'),
    ),
    ofRow(48, 'textiles', text('纺织工程', 'Textile engineering')),
    ofRow(51, 'shipbuilding', text('船舶与海洋工程', 'Ship and ocean engineering')),
    ofRow(52, 'electricPower', text('电力工程', 'Electric power engineering')),
    ofRow(
      53,
      'digitalEconomy',
      text(
        '数字经济工程（电子信息、集成电路、区块链、工业互联网；人工智能、大数据）',
        'Digital economy engineering (electronics, integrated circuits, blockchain, industrial internet; artificial intelligence, big data)',
      ),
    ),
    ofRow(54, 'ecology', text('生态环境工程', 'Ecological and environmental engineering')),
    ofRow(55, 'landResources', text('国土资源工程', 'Land and resources engineering')),
    ofRow(56, 'forestry', text('林业工程', 'Forestry engineering')),
    ofRow(58, 'networkSecurity', text('数字经济（网络安全）工程', 'Digital economy (network security) engineering')),
    ofRow(59, 'railway', text('铁路工程', 'Railway engineering')),
    ofRow(60, 'expressDelivery', text('快递工程', 'Express delivery engineering')),
    unlisted('construction', text('建设工程', 'Construction engineering'), ['LYG-7-e']),
  ],
};

const sports: Series = {
  key: 'sports',
  name: text('体育', 'Sports'),
  levels: every,
  specialties: [
    ofRow(2, 'coaching', text('体育教练', 'Sports coaching')),
    ofRow(3, 'sportsProtection', text('运动防护师', 'Athletic training')),
  ],
};

/** All specialties of the plan, those of the examination list, and one for those that the plan does not name. */
export const series: readonly Series[] = [
  engineering,
  sports,
  examined(
    'statistics',
    text('统计', 'Statistics'),
    ofRow(1, 'statistics', text('统计（高级）', 'Statistics (senior)')),
  ),
  examined(
    'accounting',
    text('会计', 'Accounting'),
    ofRow(4, 'accounting', text('会计（高级）', 'Accounting (senior)')),
  ),
  examined('auditing', text('审计', 'Auditing'), ofRow(5, 'auditing', text('审计（高级）', 'Auditing (senior)'))),
  examined('economics', text('经济', 'Economics'), ofRow(50, 'economics', text('经济（高级）', 'Economics (senior)'))),
  examined('publishing', text('出版', 'Publishing'), ofRow(15, 'publishing', text('出版', 'Publishing'))),
  examined('health', text('卫生技术', 'Health technology')),
  examined('shipping', text('船舶', 'Shipping')),
  examined('translation', text('翻译', 'Translation')),
  examined('communications', text('通信', 'Communications')),
  single(ofRow(6, 'lawyers', text('律师', 'Lawyers'))),
  single(ofRow(7, 'forensics', text('司法鉴定', 'Forensic examination'))),
  single(ofRow(8, 'notaries', text('公证', 'Notaries'))),
  single(ofRow(9, 'arts', text('艺术', 'Arts'))),
  single(ofRow(10, 'library', text('图书资料', 'Library and information'))),
  single(ofRow(11, 'culturalHeritage', text('文博', 'Museums and cultural heritage'))),
  single(ofRow(12, 'massCulture', text('群文', 'Mass culture'))),
  single(ofRow(14, 'broadcasting', text('播音', 'Broadcasting'))),
  single(ofRow(16, 'journalism', text('新闻', 'Journalism'))),
  single(ofRow(17, 'socialSciences', text('社科', 'Social sciences'))),
  single(ofRow(18, 'politicalWork', text('政工', 'Political work'))),
  single(ofRow(19, 'research', text('自然科学研究、实验技术', 'Natural science research and laboratory technology'))),
  single(ofRow(20, 'literature', text('文学创作', 'Literature'))),
  single(ofRow(42, 'pharmacy', text('药学（药品）', 'Pharmacy (medicines)'))),
  single(ofRow(43, 'intellectualProperty', text('知识产权（高级）', 'Intellectual property (senior)'))),
  single(ofRow(49, 'artsAndCrafts', text('工艺美术', 'Arts and crafts'))),
  single(ofRow(57, 'sciencePopularisation', text('科学技术普及', 'Popularisation of science'))),
  single(ofRow(61, 'socialWork', text('社会工作者(高级)', 'Social work (senior)'))),
  single(unlisted('schoolTeachers', text('中小学教师', 'Primary and secondary school teachers'), ['LYG-7-e'])),
  single({
    ...ofRow(
      72,
      'universityTeachers',
      text('高校教师(实验师)、高职校教师', 'University and higher-vocational teachers'),
    ),
    clauses: ['LYG-7-h'],
  }),
  single({
    ...ofRow(73, 'selfReviewEnterprises', text('自主评审企业', 'Enterprises that review their own people')),
    clauses: ['LYG-7-i'],
  }),
  single(
    unlisted(
      'otherSpecialty',
      text('计划表现有文本未载的其他专业', 'A specialty that the plan at hand does not name'),
      ['LYG-7-a'],
    ),
  ),
];
