import type { EmployerClass, Role } from '../../../domain/programme/facts.ts';
import type { AuthorityRule, RoutingCondition, SealingRule } from '../../../domain/programme/offices.ts';
import { text } from '../../../domain/text.ts';
import { territories } from './offices.ts';
import { series } from './series.ts';

/** What Dalian has no power to review (DL-1.1.3-a): by series, specialty, level and employer, with who reviews it by which document. */
export type NotAuthorised = Pick<RoutingCondition, 'series' | 'specialties' | 'levels' | 'employerClasses'> &
  Pick<AuthorityRule, 'referTo' | 'printedIn'>;

const liaoning = 'liaoning-gxt-2024';
const department = text('辽宁省工业和信息化厅', 'the Liaoning Department of Industry and Information Technology');
const ofTheProvince: readonly EmployerClass[] = [
  'provincialUniversity',
  'provincialStateOwned',
  'provincialHospital',
  'provincialInstitution',
  'provincialSocialOrganisation',
];

/**
 * The titles that are reported to the province. The guide prints no list; these are what the notice of the Liaoning department prints of its own
 * power, and the title authority adds what other departments print.
 */
const notAuthorised: readonly NotAuthorised[] = [
  {
    series: ['economics'],
    levels: ['fullSenior'],
    referTo: department,
    printedIn: { document: liaoning, clauses: ['LN-2.2.1-a'] },
  },
  {
    series: ['economics'],
    levels: ['deputySenior'],
    employerClasses: ofTheProvince,
    referTo: department,
    printedIn: { document: liaoning, clauses: ['LN-2.2.2-a'] },
  },
];

/**
 * Who decides: the province where Dalian is not authorised, otherwise the city's committee for series and level (DL-1.1.3-a, DL-2.2.4-a, DL-2.2.4-c).
 */
export function authoritiesOf(forTheProvince: readonly NotAuthorised[]): readonly AuthorityRule[] {
  return [
    ...forTheProvince.map(
      (each): AuthorityRule => ({
        referTo: text('省相关组建单位', 'the organiser of the committee of the province'),
        ...each,
        decision: 'province',
        office: 'dl-talent-centre',
        clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
      }),
    ),
    {
      series: ['economics'],
      levels: ['deputySenior'],
      decision: 'here',
      committee: 'economics-deputySenior',
      clauses: ['DL-1.1.2-e', 'DL-2.2.4-a'],
    },
    {
      series: ['engineering'],
      specialties: ['logistics'],
      decision: 'here',
      committee: 'engineering',
      clauses: ['DL-1.1.2-c', 'DL-2.2.4-a'],
    },
    ...series.map(
      ({ key }): AuthorityRule => ({
        series: [key],
        decision: 'here',
        committee: key,
        clauses: ['DL-2.2.4-a'],
      }),
    ),
  ];
}

export const authorities = authoritiesOf(notAuthorised);

const ofTheCity: readonly EmployerClass[] = ['municipal'];

/** Who reviews first: the supervising commission for units of the city, otherwise the authority of the place of registration (DL-1.2-c, DL-1.2-d). */
export const sealing: readonly SealingRule[] = [
  { employerClasses: ofTheCity, supervised: true, authority: 'dl-municipal-authority', clauses: ['DL-1.2-d'] },
  ...territories.map(({ key }) => ({ territories: [key], authority: key, clauses: ['DL-1.2-c'] })),
];

/** The offices in charge of every case that goes to the province (DL-2.2.4-c). */
export const fixedOffices: Readonly<Partial<Record<Role, string>>> = {
  talentCentre: 'dl-talent-centre',
  industryAuthority: 'dl-industry-authority',
};
