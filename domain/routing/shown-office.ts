import type { Role } from '../programme/facts.ts';
import type { Office } from '../programme/offices.ts';
import type { Programme } from '../programme/programme.ts';

const ofCommittee: readonly Role[] = ['committeeOffice', 'committeeOrganiser'];

/** An office as people are told of it: its name, and the address and telephone that are printed for it. */
export type ShownOffice = Pick<Office, 'id' | 'name' | 'address' | 'telephone'>;

/**
 * The office that acts in a role, as it is shown: of a committee whose office the text lost only what is printed of it, and not the office that is in
 * charge in its place. Null when no office is named.
 */
export function shownOffice(
  { offices, committees = [] }: Pick<Programme, 'offices' | 'committees'>,
  id: string | null | undefined,
  { role, committee }: { readonly role: Role; readonly committee: string | null | undefined },
): ShownOffice | null {
  const office = offices.find((each) => each.id === id);
  const mine = ofCommittee.includes(role) ? committees.find((each) => each.id === committee) : undefined;
  return office ? { id: office.id, ...(mine?.shownAs ?? office) } : null;
}
