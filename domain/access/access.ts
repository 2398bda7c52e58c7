import type { Role } from '../programme/facts.ts';

/** A role someone was given, and where it holds: `unit:<id>`, `office:<id>`, `programme:<id>`. */
export type Grant = { readonly role: Role; readonly scope: string };

/** Who asks: an opaque person id, the clock world the person lives in (null: real time), and what was granted. */
export type Holder = { readonly person: string; readonly world: string | null; readonly grants: readonly Grant[] };

/** What of an application decides who is something to it. */
export type Belonging = {
  readonly person: string;
  readonly unit: string;
  /** The office that acts in a role for this application, where one does (model.md 5.4). */
  readonly acting: Readonly<Partial<Record<Role, string>>>;
  readonly programme: string;
  readonly world: string | null;
};

/** The scope of those who look after every programme. */
export const everyProgramme = 'programme:*';

/**
 * All that a person is to an application; empty for whom it does not concern, who then does not learn that it exists. To the own application one is the
 * applicant and nothing else, whatever else one may be (model.md 4, separation of duties).
 */
export function rolesOn(application: Belonging, caller: Holder): readonly Role[] {
  if (application.world !== caller.world) return [];
  if (application.person === caller.person) return ['applicant'];
  return [
    ...new Set(caller.grants.filter(({ role, scope }) => holdsOn(application, role, scope)).map(({ role }) => role)),
  ];
}

/** Where a role rests for an application: what goes into `Actor.scope`; the applicant and the system have none. */
export function scopeOf(role: Role, application: Omit<Belonging, 'person' | 'world'>): string | undefined {
  switch (role) {
    case 'unitHr':
    case 'unitAssessmentGroup':
      return `unit:${application.unit}`;
    case 'administrator':
    case 'auditor':
      return `programme:${application.programme}`;
    default: {
      const office = application.acting[role];
      return office === undefined ? undefined : `office:${office}`;
    }
  }
}

function holdsOn(application: Belonging, role: Role, scope: string): boolean {
  const needed = scopeOf(role, application);
  if (needed === undefined) return false;
  return scope === needed || (needed.startsWith('programme:') && scope === everyProgramme);
}

/** Whether someone holds a role in exactly this scope, or over every programme where the scope is one. */
export function hasGrant(caller: Pick<Holder, 'grants'>, role: Role, scope: string): boolean {
  return caller.grants.some(
    (grant) =>
      grant.role === role &&
      (grant.scope === scope || (scope.startsWith('programme:') && grant.scope === everyProgramme)),
  );
}

/** The ids behind the scopes of one kind that someone holds in a role: the units someone is HR of, the offices someone acts for. */
export function scopesOf(caller: Pick<Holder, 'grants'>, role: Role, kind: 'unit' | 'office' | 'programme'): string[] {
  const start = `${kind}:`;
  return caller.grants
    .filter((grant) => grant.role === role && grant.scope.startsWith(start))
    .map((grant) => grant.scope.slice(start.length));
}
