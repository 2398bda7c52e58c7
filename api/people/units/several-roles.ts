import type { Db } from '../../../db/connection.ts';
import { grantsOf } from '../../../db/people/grants.ts';
import type { Member } from '../../../db/people/units.ts';
import { roleLabels } from '../../../domain/access/role-labels.ts';
import { meetingAgain } from '../../../domain/access/several-roles.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { type Text, text } from '../../../domain/text.ts';

/** Which members review elsewhere too, or twice here: they get the roles, as people change their posts, but nobody acts twice on one application. */
export async function severalRoles(db: Db, unit: string, found: readonly Member[]) {
  const all = await grantsOf(db, [...new Set(found.map(({ person }) => person))]);
  return found.flatMap(({ person, role }) => {
    const own = all.filter((grant) => grant.person === person);
    const others = [...new Set(meetingAgain({ role, scope: `unit:${unit}` }, own).map((grant) => grant.role))];
    return others.length > 0 ? [{ code: 'SAME_REVIEWER', message: onceOnly(role, others), person, roles: others }] : [];
  });
}

function onceOnly(role: Role, others: readonly Role[]): Text {
  const named = (language: 'zh' | 'en') => others.map((other) => `“${roleLabels[other][language]}”`);
  return text(
    `“${roleLabels[role].zh}”还兼有${named('zh').join('、')}身份：同一申报一人只能办理一次，以其中一种身份办理后，其他身份须由他人办理。`,
    `Whoever is “${roleLabels[role].en}” here is also ${named('en').join(', ')}: one person acts on an application in one of these roles only; in the others somebody else must.`,
  );
}
