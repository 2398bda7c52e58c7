import type { EmployerClass, Level, Role } from '../../../domain/programme/facts.ts';
import type { AuthorityRule, SealingRule } from '../../../domain/programme/offices.ts';
import { text } from '../../../domain/text.ts';
import { counties, districts, territories, titleOffice } from './offices.ts';
import { type PlanRow, planRows } from './plan-rows.ts';

const junior: readonly Level[] = ['technician', 'assistant'];
const belowSenior: readonly Level[] = [...junior, 'mid'];
const senior: readonly Level[] = ['deputySenior', 'fullSenior'];

/** Units supervised by a commission of the city, the province or the state: their place of registration does not decide. */
const supervised: readonly EmployerClass[] = [
  'municipal',
  'provincialUniversity',
  'provincialStateOwned',
  'provincialHospital',
  'provincialInstitution',
  'provincialSocialOrganisation',
  'centralOrOtherProvince',
];
const territorial: readonly EmployerClass[] = ['cityOrBelow', 'districtOrCounty', 'socialOrganisation', 'private'];

const byHand: AuthorityRule = {
  decision: 'manual',
  referTo: text('连云港市职称办', 'the title office of Lianyungang'),
  clauses: ['LYG-7-a'],
  readings: ['A-33'],
};

/** Schools and enterprises with a review of their own, which are outside the process of the city (LYG-7-h, LYG-7-i). */
const selfReview: readonly AuthorityRule[] = [
  {
    specialtyClasses: ['row-72'],
    decision: 'elsewhere',
    referTo: text(
      '各学校（连云港师范高等专科学校、连云港职业技术学院、连云港开发大学，校名按原文；面向本校自主评审，具体咨询各学校）',
      'the schools themselves (连云港师范高等专科学校, 连云港职业技术学院, 连云港开发大学, names as printed; please ask the school)',
    ),
    clauses: ['LYG-7-h'],
    readings: ['A-27'],
  },
  {
    specialtyClasses: ['row-73'],
    decision: 'elsewhere',
    referTo: text(
      '各自主评审企业（康缘药业、盛虹石化、连云港石化；面向本企业自主评审，具体咨询各单位人资部门）',
      'the enterprises themselves (康缘药业, 盛虹石化, 连云港石化; please ask the personnel department there)',
    ),
    clauses: ['LYG-7-i'],
  },
];

/** 初定 in five districts and zones, and for clients of the personnel agency (LYG-7-f). */
const designation: readonly AuthorityRule[] = [
  ...[{ agencyClient: true }, { employerClasses: ['freelance'] as const }].map(
    (whom): AuthorityRule => ({
      ...whom,
      tracks: ['initialDesignation'],
      decision: 'here',
      committee: 'row-71',
      clauses: ['LYG-7-f'],
    }),
  ),
  ...districts.map(
    ([row, { key }]): AuthorityRule => ({
      tracks: ['initialDesignation'],
      employerClasses: territorial,
      territories: [key],
      decision: 'here',
      committee: `row-${row}`,
      clauses: ['LYG-7-f'],
    }),
  ),
];

/** 初定 gives no senior title (LYG-2.11-f). */
const noSeniorDesignation: AuthorityRule = {
  tracks: ['initialDesignation'],
  levels: senior,
  decision: 'elsewhere',
  referTo: text(
    '正常申报评审渠道（初定最高为中级）',
    'the ordinary review, since initial designation goes up to mid level',
  ),
  clauses: ['LYG-2.11-f'],
};

/** Each county decides 初级, 中小学教师中级 and 建设工程中级 of its own territory (LYG-7-e). */
const ofCounties = counties.flatMap(([row, { key }]): AuthorityRule[] => {
  const own = {
    employerClasses: territorial,
    territories: [key],
    agencyClient: false,
    decision: 'here',
    committee: `row-${row}`,
    clauses: ['LYG-7-e'],
  } as const;
  return [
    { ...own, levels: junior },
    { ...own, levels: ['mid'], specialties: ['schoolTeachers', 'construction'] },
  ];
});

/** Rows whose senior titles the province delegated to the city: those printed 高级 or 含高级. */
const delegated = [1, 4, 5, 43, 44, 50, 61];
/** Rows for senior titles only, as printed or because mid and junior are examined. */
const seniorAlone = [1, 4, 5, 15, 43, 50, 61];

/** The titles that a row's own committee decides, and those that go through its office to the province (LYG-7-a, LYG-4.4-e). */
function ofRow({ no, cells, clauses: [plan = 'LYG-7-a', ...rest] }: PlanRow): AuthorityRule[] {
  const special = rest.filter((clause) => clause !== 'LYG-7-b');
  const lost = cells.office.provenance === 'lostInText' ? ['A-33'] : [];
  const mine = { specialtyClasses: [`row-${no}`], committee: `row-${no}` };
  const here: AuthorityRule = { ...mine, decision: 'here', clauses: [plan, ...special] };
  const below = { ...here, levels: belowSenior, readings: lost };
  const above = delegated.includes(no)
    ? { ...here, levels: senior, readings: ['A-41', ...lost] }
    : { ...mine, levels: senior, decision: 'province' as const, clauses: ['LYG-4.4-e'], readings: ['A-41', ...lost] };
  return seniorAlone.includes(no) ? [above] : [below, above];
}

/** Who decides; the first rule that fits applies, and the title office assigns the committee when none fits. */
export const authorities: readonly AuthorityRule[] = [
  ...selfReview,
  noSeniorDesignation,
  ...designation,
  ...ofCounties,
  ...planRows.filter(({ no }) => no <= 61).flatMap(ofRow),
  byHand,
];

/**
 * Who reviews first: the agency for its clients, the industry authority for units it supervises, otherwise the place of registration (LYG-4.0-a,
 * LYG-4.0-b, LYG-4.3-a).
 */
export const sealing: readonly SealingRule[] = [
  { agencyClient: true, authority: 'lyg-talent-centre', clauses: ['LYG-4.0-b'] },
  { employerClasses: ['freelance'], authority: 'lyg-talent-centre', clauses: ['LYG-4.0-b'] },
  { employerClasses: supervised, supervised: true, authority: 'lyg-industry-authority', clauses: ['LYG-4.3-a'] },
  ...territories.map(({ key }) => ({ territories: [key], authority: key, clauses: ['LYG-4.0-a', 'LYG-4.3-a'] })),
];

/** The offices in charge of a role for every application. */
export const fixedOffices: Readonly<Partial<Record<Role, string>>> = {
  cityTitleOffice: titleOffice,
  talentCentre: 'lyg-talent-centre',
  industryAuthority: 'lyg-industry-authority',
};
