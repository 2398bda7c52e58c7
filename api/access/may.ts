import { everyProgramme, hasGrant } from '../../domain/access/access.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Text, text } from '../../domain/text.ts';
import type { Asking, Found, May } from '../http/route.ts';

/** The office of a programme for which somebody acts, and in which role. */
export type OfficeInCharge = { readonly programme: Programme; readonly role: Role; readonly scope: string };

/**
 * The people who act for the title office of the programme in the path, in one of the roles that its data name. Others get the refusal, and
 * nobody finds a programme that is not there.
 */
export const titleOffice = (
  rolesOf: (programme: Programme) => readonly Role[],
  refusal: (programme: Programme) => Refusal,
) => ({
  who: 'The title office of the programme.',
  check: ({ services, params, caller }: Asking<{ readonly id: string }>): Found<OfficeInCharge> => {
    const programme = services.programmes.get(params.id);
    if (!programme) return null;
    const offices = rolesOf(programme).map((role): OfficeInCharge => {
      return { programme, role, scope: `office:${programme.fixedOffices?.[role] ?? programme.office}` };
    });
    return offices.find(({ role, scope }) => hasGrant(caller, role, scope)) ?? refusal(programme);
  },
});

/** Administrators of every programme; the refusal says so. */
export const administrator = (message: Text): May<unknown> => ({
  who: 'Administrators of every programme.',
  check: ({ caller }) => hasGrant(caller, 'administrator', everyProgramme) || notYours(message),
});

/** Whoever administers or audits every programme. */
export const overseer: May<unknown> = {
  who: 'Administrators and auditors of every programme.',
  check: ({ caller }) =>
    (['administrator', 'auditor'] as const).some((role) => hasGrant(caller, role, everyProgramme)) ||
    notYours(text('只有管理员和审计员可以查看。', 'Only administrators and auditors read this.')),
};

/** What a route of theirs refuses to everybody else. */
export const notYours = (message: Text, grounds?: Parameters<typeof refuse>[2]): Refusal =>
  refuse('NOT_YOURS', message, grounds);
