import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { text } from '../../../../domain/text.ts';

const when = { tracks: ['initialDesignation'] } as const;

/** 初定: who is designated to which title, and after how long (LYG-2.11). */
export const designation: readonly EligibilityRule[] = [
  {
    key: 'designationScope',
    when,
    requires: { kind: 'designationScope', fromYear: 2022 },
    message: text(
      '2022年及以后取得相应层级学历、2021年及以前取得相应层级学历但所学专业与从事专业不符的人员，按本条件初定；其他人员按省有关规定过渡。',
      'The rules of designation are for education of 2022 or later, or of 2021 or earlier where the major does not match the work; the others follow the transition.',
    ),
    clause: 'LYG-2.11-a',
    mustBeTold: true,
  },
  {
    key: 'designationByStandard',
    when,
    requires: {
      kind: 'designationByStandard',
      names: ['药学', '药学（药品）', '中小学教师', '自然科学研究', '自然科学研究、实验技术'],
    },
    message: text(
      '药学、中小学教师、自然科学研究等以及有行业准入要求的，以资格条件为准。',
      'In pharmacy, school teaching, natural-science research and wherever there are entry requirements, the qualification conditions prevail.',
    ),
    clause: 'LYG-2.11-b',
    attestedBy: 'committeeOffice',
  },
  {
    key: 'designatedTechnician',
    when,
    requires: {
      kind: 'designation',
      tiers: ['vocationalSecondary', 'college'],
      level: 'technician',
      probationYears: 1,
    },
    message: text(
      '具备大学专科、中等职业学校毕业学历，在本专业技术岗位见习1年期满，经考察合格，可初定技术员职称。',
      'With college or secondary vocational education and one year of probation assessed as qualified: technician.',
    ),
    clause: 'LYG-2.11-c',
    attestedBy: 'unitHr',
  },
  {
    key: 'designatedAssistant',
    when,
    requires: { kind: 'designation', tiers: ['bachelor'], level: 'assistant', probationYears: 1 },
    message: text(
      '具备大学本科学历或学位，在本专业技术岗位见习1年期满，经考察合格，可初定助理级职称。',
      'With bachelor education or degree and one year of probation assessed as qualified: assistant.',
    ),
    clause: 'LYG-2.11-d',
    attestedBy: 'unitHr',
  },
  {
    key: 'designatedAssistantMaster',
    when,
    requires: { kind: 'designation', tiers: ['master', 'secondBachelor'], level: 'assistant', probationYears: 0 },
    message: text(
      '具备硕士学历或学位、或具备第二学士学位，从事本专业技术工作，经考察合格，可初定助理级职称。',
      'With master education or degree or a second bachelor’s degree, working in the specialty and assessed as qualified: assistant.',
    ),
    clause: 'LYG-2.11-e',
    attestedBy: 'unitHr',
  },
  {
    key: 'designatedMid',
    when,
    requires: { kind: 'designation', tiers: ['doctor'], level: 'mid', probationYears: 0 },
    message: text(
      '具备博士学位，从事本专业技术工作，经考察合格，可初定中级职称。',
      'With a doctorate, working in the specialty and assessed as qualified: mid.',
    ),
    clause: 'LYG-2.11-f',
    attestedBy: 'unitHr',
  },
  {
    key: 'transition',
    when,
    requires: { kind: 'transition', until: '2024-12-31' },
    message: text(
      '不符合以上条件的，按省有关规定做好过渡工作（过渡期截止到2024年）。',
      'Others follow the rules of transition of the province, which end with 2024.',
    ),
    clause: 'LYG-2.11-g',
    readings: ['A-38'],
    attestedBy: 'preliminaryAuthority',
  },
];
