import { type ApplicationHead, findHeads } from '../../db/applications/applications.ts';
import { invalidFields, type Refusal } from '../../domain/refusal.ts';
import { type Text, text } from '../../domain/text.ts';
import { rolesFor } from '../access/application-roles.ts';
import type { Person } from '../http/caller.ts';
import type { May, Services } from '../http/route.ts';

/** The roles that act on several applications at once, and what all of these must have in common. */
export type BulkRole = 'unitHr' | 'committeeOffice' | 'preliminaryAuthority';
const common: Readonly<Record<BulkRole, (head: ApplicationHead) => string | null>> = {
  unitHr: ({ unit }) => unit,
  committeeOffice: ({ office }) => office,
  preliminaryAuthority: ({ acting }) => acting.preliminaryAuthority ?? null,
};

/** The unit, committee office or authority to which all applications of a request belong, and the role in which the caller acts for it. */
export type CommonOffice = { readonly role: BulkRole; readonly id: string };
type OfItems = { readonly items: readonly string[] };

/** The people who act, in the role that the body requires, for the unit, office or authority of all applications in it; a refusal names those that do not fit. */
export const actsForAll = <B extends OfItems>(
  who: string,
  roleOf: (body: B) => BulkRole,
): May<unknown, CommonOffice, Person, B> => ({
  who,
  checkBody: ({ services, caller, body }) => commonOffice(services, caller, { items: body.items, role: roleOf(body) }),
});

async function commonOffice(
  { db }: Services,
  caller: Person,
  { items, role }: { readonly items: readonly string[]; readonly role: BulkRole },
): Promise<CommonOffice | Refusal> {
  const heads = new Map((await findHeads(db, items)).map((head) => [head.no, head]));
  const idsOf = items.map((no) => {
    const head = heads.get(no);
    return head && rolesFor(head, caller).includes(role) ? common[role](head) : null;
  });
  const id = idsOf.find((each) => each !== null) ?? null;
  const errors = idsOf.flatMap((each, at) => {
    if (each === null)
      return [wrong(at, text('没有此项申报，或不由您办理。', 'No such application, or not yours to do.'))];
    return each === id
      ? []
      : [wrong(at, text('须属于同一单位、评委会或主管部门。', 'All must be of one unit, committee or authority.'))];
  });
  return errors.length > 0 || id === null ? invalidFields(errors) : { role, id };
}

const wrong = (at: number, message: Text) => ({ path: `/items/${at}`, message });

/** Whose something is that was made for many applications: a unit's, or an office's. */
export const ownerOf = ({ role, id }: CommonOffice) =>
  role === 'unitHr' ? { unit: id, office: null } : { unit: null, office: id };

/** The people who may take one action on several applications. */
export const actorForAll = ({ person }: Person, { role, id }: CommonOffice) => ({
  person,
  role,
  scope: `${role === 'unitHr' ? 'unit' : 'office'}:${id}`,
});
