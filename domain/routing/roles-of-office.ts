import type { Role } from '../programme/facts.ts';
import type { Programme } from '../programme/programme.ts';
import { rolesInAnyStage, rolesOf } from './offices-in-charge.ts';

/** The roles in which an office can be in charge of applications of a programme, as `officesInCharge` finds them. */
export function rolesOfOffice(programme: Programme, office: string): readonly Role[] {
  const { committees = [], authorities, sealing, fixedOffices = {} } = programme;
  const decides = [programme.office, ...[...committees, ...authorities].map((each) => each.office)].includes(office);
  // A commission that supervises the unit takes the place of the authority, and it may be any office of the programme (DL-1.2-d).
  const supervises = programme.offices.some(({ id }) => id === office) && sealing.some(({ supervised }) => supervised);
  const reviewsFirst = supervises || sealing.some(({ authority }) => authority === office);
  const held: readonly Role[] = [
    ...(decides ? (['committeeOffice', 'committeeOrganiser'] as const) : []),
    ...(reviewsFirst ? (['sealingAuthority', 'preliminaryAuthority'] as const) : []),
    ...(supervises ? (['industryAuthority'] as const) : []),
  ];
  const { session } = programme;
  // Whoever approves, confirms or supervises the sessions of its committees need have no stage.
  const inSessions = session ? [session.approves, session.confirms, ...session.supervises] : [];
  const acting = [
    'committeeOffice',
    ...programme.stages.flatMap(rolesOf),
    ...rolesInAnyStage(programme),
    ...inSessions,
  ];
  const fixed = (Object.keys(fixedOffices) as Role[]).filter((role) => fixedOffices[role] === office);
  return [...new Set([...held.filter((role) => acting.includes(role)), ...fixed])];
}
