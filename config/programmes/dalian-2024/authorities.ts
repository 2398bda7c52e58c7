import type { EmployerClass, Role } from '../../../domain/programme/facts.ts';
import type { AuthorityRule, RoutingCondition, SealingRule } from '../../../domain/programme/offices.ts';
import { text } from '../../../domain/text.ts';
import { territories } from './offices.ts';
import { series } from './series.ts';

/** A series, specialty or level that Dalian has no power to review (DL-1.1.3-a). */
export type NotAuthorised = Pick<RoutingCondition, 'series' | 'specialties' | 'levels'>;

/**
 * The titles that are reported to the province. The guide prints no list; the title authority maintains this one, and while it is empty the city
 * reviews all.
 */
const notAuthorised: readonly NotAuthorised[] = [];

/**
 * Who decides: the province where Dalian is not authorised, otherwise the city's committee for series and level (DL-1.1.3-a, DL-2.2.4-a, DL-2.2.4-c).
 */
export function authoritiesOf(forTheProvince: readonly NotAuthorised[]): readonly AuthorityRule[] {
  return [
    ...forTheProvince.map(
      (each): AuthorityRule => ({
        ...each,
        decision: 'province',
        office: 'dl-talent-centre',
        referTo: text('省相应评委会组建单位', 'the organiser of the committee of the province'),
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
