import type { Check } from '../../../../domain/programme/stages/stages.ts';

/** What the committee's office confirms when it consents to the green channel (LN-8.3). */
export const greenChannelChecks: readonly Check[] = [
  {
    key: 'sentToMailbox',
    name: {
      zh: '本人主要业绩和基本情况（含联系方式）已在网上申报前报送',
      en: 'Main achievements and basic data with contact were sent before anything was filed online',
    },
    clauses: ['LN-8.3-a'],
  },
  {
    key: 'consented',
    name: { zh: '经初步审核，同意网上申报', en: 'After a preliminary review, filing online is consented to' },
    clauses: ['LN-8.3-b'],
  },
];

/** What the unit confirms of a delegated review (LN-8.1). */
export const unitConsentChecks: readonly Check[] = [
  {
    key: 'consented',
    name: { zh: '所在单位同意委托评审', en: 'The unit consents to the delegated review' },
    clauses: ['LN-8.1-a'],
  },
  {
    key: 'letterIssued',
    name: {
      zh: '具有职称评审管理权限的上级主管单位人事部门或相应省级人力资源社会保障部门已出具《商请委托职称评审函》',
      en: 'The department with authority over titles has issued the letter',
    },
    clauses: ['LN-8.1-b'],
  },
];

/** What the provincial department confirms when it returns the letter of delegation (LN-8.1-b). */
export const letterReturnedChecks: readonly Check[] = [
  {
    key: 'letterOfSuperior',
    name: {
      zh: '《商请委托职称评审函》由具有职称评审管理权限的上级主管单位人事部门或相应省级人社部门出具',
      en: 'The letter is of the superior unit with title-management authority or of the province’s department',
    },
    clauses: ['LN-8.1-b'],
  },
];

/** What the committee's office confirms when the letter has arrived (LN-8.1-c). */
export const letterReceivedChecks: readonly Check[] = [
  {
    key: 'letterInWriting',
    name: {
      zh: '已接到辽宁省人力资源和社会保障厅书面反馈的委托评审函',
      en: 'The letter that the Liaoning department returned in writing has come',
    },
    clauses: ['LN-8.1-c'],
  },
];

/** What the unit's personnel section confirms by name when it agrees (LN-1, LN-3 to LN-6). */
export const unitReviewChecks: readonly Check[] = [
  {
    key: 'inPost',
    name: { zh: '申报人在职在岗', en: 'The applicant is in service and in post' },
    clauses: ['LN-1-c'],
  },
  {
    key: 'agencyActsAsUnit',
    name: {
      zh: '自由职业者在我省工作1年以上，由本人事代理机构履行单位职责并出具证明',
      en: 'The freelancer has worked in the province for a year or more; this agency acts as the unit and attests it',
    },
    when: { employerClasses: ['freelance'] },
    clauses: ['LN-1-b'],
  },
  {
    key: 'conditions',
    name: {
      zh: '申报条件已核实，含人员身份、有无处分、资历和学历',
      en: 'The conditions of applying are verified, status, discipline, seniority and education included',
    },
    clauses: ['LN-1-a', 'LN-1-d', 'LN-1-e', 'LN-3-a', 'LN-4.2-a', 'LN-8.4-a', 'LN-8.5-a'],
  },
  {
    key: 'itemByItem',
    name: {
      zh: '学历学位、资历、业绩成果逐项审核，真实、时效；同一业绩成果未在不同年份、不同申报人员之间重复使用',
      en: 'Education, seniority and achievements checked item by item; no achievement was used in another year or by another applicant',
    },
    clauses: ['LN-5.2.1-a', 'LN-5.2.3-a'],
  },
  {
    key: 'sameSpecialty',
    name: {
      zh: '业绩成果、研究成果属于本专业或相近专业',
      en: 'Achievements and research belong to the same or a close specialty',
    },
    clauses: ['LN-6.3.3-a', 'LN-6.4-d'],
  },
  {
    key: 'retrieved',
    name: { zh: '论文著作的出版信息和研究成果已检索', en: 'Publications and research were retrieved' },
    clauses: ['LN-6.4-a', 'LN-6.4-b'],
  },
  {
    key: 'unitName',
    name: {
      zh: '单位名称与公章一致，大型企事业单位注明二级单位',
      en: 'The unit’s name equals its seal, with the second-level unit',
    },
    clauses: ['LN-A2.3.1-a', 'LN-A2.3.1-b'],
  },
];
