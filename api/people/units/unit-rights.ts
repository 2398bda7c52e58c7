import { everyProgramme, hasGrant, scopesOf } from '../../../domain/access/access.ts';
import { text } from '../../../domain/text.ts';
import { notYours } from '../../access/may.ts';
import type { Person } from '../../http/caller.ts';
import type { May } from '../../http/route.ts';

/** Units belong to no single programme, so only administrators of every programme manage them. */
export const isAdministrator = (caller: Person) => hasGrant(caller, 'administrator', everyProgramme);

/** The units for which somebody acts. */
export const ownUnits = (caller: Person) => [
  ...new Set([...scopesOf(caller, 'unitHr', 'unit'), ...scopesOf(caller, 'unitAssessmentGroup', 'unit')]),
];

/** Only the people who act for a unit, and administrators, see its members; for all others they do not exist. */
export const member: May<{ readonly id: string }> = {
  who: 'The unit’s personnel department and assessment group, and administrators of every programme.',
  check: ({ params, caller }) => isAdministrator(caller) || ownUnits(caller).includes(params.id) || null,
};

/** Those of them who may change the members. */
export const memberInCharge: May<{ readonly id: string }> = {
  who: 'The unit’s personnel department, and administrators of every programme.',
  check: ({ params, caller }) => {
    if (isAdministrator(caller) || scopesOf(caller, 'unitHr', 'unit').includes(params.id)) return true;
    if (!ownUnits(caller).includes(params.id)) return null;
    return notYours(text('只有管理员和本单位人事可以更改。', 'Only administrators and the HR of the unit change it.'));
  },
};
