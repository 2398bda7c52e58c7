import type { MaterialRule } from '../../../../domain/programme/materials/materials.ts';

/** Achievements and papers (DL-1.8, DL-1.9, DL-2.2.1-b, DL-2.3.3). */
export const achievements: readonly MaterialRule[] = [
  {
    key: 'pressQuery',
    name: { zh: '论文通过国家新闻出版总署网查询', en: 'Papers looked up at the press administration' },
    clause: 'DL-1.8-a',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'retrieval', databases: ['pressAdministration'], least: 1 },
  },
  {
    key: 'threeDatabases',
    name: { zh: '论文通过万方、知网、维普三大数据库检索', en: 'Papers retrieved in three databases' },
    clause: 'DL-1.8-b',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'retrieval', databases: ['wanfang', 'cnki', 'vip'], least: 3 },
  },
  {
    key: 'provincialStandard',
    name: { zh: '按照我省最新评价标准准备报卷材料', en: 'By the newest provincial standard' },
    clause: 'DL-1.9-a',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
  },
  {
    key: 'mappedToStandard',
    name: {
      zh: '备注中注明每项业绩成果符合“业绩成果要求”的具体条目',
      en: 'Each achievement names its clause of the standard',
    },
    clause: 'DL-1.9-b',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'mapped' },
  },
  {
    key: 'cutOff',
    name: {
      zh: '申报材料（包括论文、著作、成果、奖励等）的计算截止时间',
      en: 'The last day up to which everything counts',
    },
    clause: 'DL-2.2.1-b',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'cutOff', cutOff: 'achievements' },
  },
  {
    key: 'sinceCurrentTitle',
    name: { zh: '提交任现职以来的业绩成果', en: 'Achievements since the present title' },
    clause: 'DL-2.3.3-d',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'afterCurrentTitle' },
  },
  {
    key: 'noPaperDemanded',
    name: { zh: '论文不作为申报职称必备条件的，可以无须提供论文', en: 'No paper is demanded where it is no condition' },
    clause: 'DL-2.3.3-e',
    suppliedBy: 'system',
    check: { kind: 'mustNotBeDemanded', demands: ['paper'] },
  },
  {
    key: 'published',
    name: { zh: '作为业绩成果上报的论文已发表', en: 'A paper reported as an achievement is published' },
    clause: 'DL-2.3.3-f',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'publicationDate' },
  },
  {
    key: 'publicationRetrieval',
    name: { zh: '已发表的论文需要提供相关检索', en: 'A published paper needs its retrieval record' },
    clause: 'DL-2.3.3-f',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'retrieval', databases: ['wanfang', 'cnki', 'vip'], least: 1 },
  },
];

/** The material for which the unit is responsible (DL-2.2.2-e to -h), and the pledge. */
export const ofTheUnit: readonly MaterialRule[] = [
  {
    key: 'unitNameIsSeal',
    name: { zh: '“单位全称”上加盖单位公章，单位名称与公章一致', en: 'The seal on the cover is that of the unit named' },
    clause: 'DL-2.2.2-e',
    suppliedBy: 'unit',
    check: { kind: 'attested', by: 'unitHr' },
  },
  {
    key: 'unitPublicityPart',
    name: {
      zh: '评定表第七部分“单位公示情况”由单位人事部门如实填写',
      en: 'Part 7 is filled in by the personnel department',
    },
    clause: 'DL-2.2.2-f',
    suppliedBy: 'unit',
    check: { kind: 'attested', by: 'unitHr' },
    prints: { document: 'publicityDocument', after: 'submitted' },
  },
  {
    key: 'publicityResult',
    name: { zh: '公示结果：公示结果无异议；公示结果有异议，经调查后同意申报', en: 'One of exactly two results' },
    clause: 'DL-2.2.2-g',
    suppliedBy: 'unit',
    check: { kind: 'shown' },
  },
  {
    key: 'everyPageSealed',
    name: { zh: '报卷材料每一页加盖单位印章', en: 'Every page carries the seal of the unit' },
    clause: 'DL-2.2.2-h',
    suppliedBy: 'unit',
    check: { kind: 'attested', by: 'unitHr' },
  },
  {
    key: 'pledge',
    name: { zh: '本人承诺', en: 'Pledge of the applicant' },
    clause: 'DL-2.3.1-h',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'pledge' },
  },
];
