import type { Series } from '../../../domain/programme/programme.ts';

const industry = { class: 'industry', clauses: ['LN-2.1.1-a', 'LN-2.1.1-b'] };
const emerging = { class: 'emerging', clauses: ['LN-2.1.3-a'] };
const economic = { class: 'economics', clauses: ['LN-2.2.1-a', 'LN-2.2.2-a'] };

/**
 * Engineering by its printed industries, 工艺美术 and the six emerging specialties; the exact specialty names within an industry are those of the online
 * system (LN-2.1.1-b).
 */
const engineering: Series = {
  key: 'engineering',
  name: { zh: '工程系列', en: 'Engineering' },
  levels: ['technician', 'assistant', 'mid', 'deputySenior', 'fullSenior'],
  specialties: [
    { key: 'buildingMaterials', name: { zh: '建材', en: 'Building materials' }, ...industry },
    { key: 'electromechanics', name: { zh: '机电', en: 'Electromechanics' }, ...industry },
    { key: 'electronics', name: { zh: '电子', en: 'Electronics' }, ...industry },
    { key: 'electricPower', name: { zh: '电力', en: 'Electric power' }, ...industry },
    { key: 'metallurgy', name: { zh: '冶金', en: 'Metallurgy' }, ...industry },
    { key: 'petrochemicals', name: { zh: '石油化工', en: 'Petrochemicals' }, ...industry },
    { key: 'textiles', name: { zh: '纺织', en: 'Textiles' }, ...industry },
    { key: 'lightIndustry', name: { zh: '轻工', en: 'Light industry' }, ...industry },
    { key: 'cyberspace', name: { zh: '网信', en: 'Cyberspace and informatisation' }, ...industry },
    {
      key: 'artsAndCrafts',
      name: { zh: '工艺美术', en: 'Arts and crafts' },
      class: 'artsAndCrafts',
      clauses: ['LN-0-a'],
    },
    { key: 'robotics', name: { zh: '机器人科学与工程', en: 'Robot science and engineering' }, ...emerging },
    {
      key: 'dataScience',
      name: { zh: '数据科学与工程', en: 'Data science and engineering' },
      class: 'emerging',
      levels: ['deputySenior', 'fullSenior'],
      clauses: ['LN-2.1.3-b'],
    },
    { key: 'industrialDesign', name: { zh: '工业设计', en: 'Industrial design' }, ...emerging },
    {
      key: 'managementScience',
      name: { zh: '管理科学与工程', en: 'Management science and engineering' },
      ...emerging,
    },
    { key: 'securityEngineering', name: { zh: '安防工程', en: 'Security engineering' }, ...emerging },
    {
      key: 'unmannedAircraft',
      name: { zh: '无人机科学与工程', en: 'Unmanned aircraft science and engineering' },
      ...emerging,
    },
  ],
};

const economics: Series = {
  key: 'economics',
  name: { zh: '经济系列', en: 'Economics' },
  levels: ['deputySenior', 'fullSenior'],
  specialties: [
    { key: 'businessAdministration', name: { zh: '工商管理', en: 'Business administration' }, ...economic },
    { key: 'agriculturalEconomics', name: { zh: '农业经济', en: 'Agricultural economics' }, ...economic },
    { key: 'publicFinanceAndTaxation', name: { zh: '财政与税收', en: 'Public finance and taxation' }, ...economic },
    { key: 'finance', name: { zh: '金融', en: 'Finance' }, ...economic },
    { key: 'insurance', name: { zh: '保险', en: 'Insurance' }, ...economic },
    { key: 'transportEconomics', name: { zh: '运输经济', en: 'Transport economics' }, ...economic },
    { key: 'humanResources', name: { zh: '人力资源管理', en: 'Human resources management' }, ...economic },
    { key: 'tourismEconomics', name: { zh: '旅游经济', en: 'Tourism economics' }, ...economic },
    {
      key: 'constructionAndRealEstate',
      name: { zh: '建筑与房地产经济', en: 'Construction and real-estate economics' },
      ...economic,
    },
  ],
  notOffered: {
    levels: ['technician', 'assistant', 'mid'],
    message: {
      zh: '本通知的经济系列只开展正高级和副高级评审；中级、初级通过全国经济专业技术资格考试取得。',
      en: 'This notice reviews only full-senior and deputy-senior in economics; mid and junior titles are obtained by the national examination for economic specialists.',
    },
    clauses: ['LN-2.2.1-a', 'LN-2.2.2-a'],
    readings: ['A-43'],
  },
};

/** Both series of the notice (LN-0-a, LN-2). */
export const series: readonly Series[] = [engineering, economics];
