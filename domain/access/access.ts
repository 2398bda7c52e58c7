import type { Role } from '../programme/facts.ts';

/** A role granted to a person, and the scope it applies to: `unit:<id>`, `office:<id>` or `programme:<id>`. */
export type Grant = { readonly role: Role; readonly scope: string };

/** The caller of a request: an opaque person id, the clock world the person belongs to (null: real time), and the grants. */
export type Holder = { readonly person: string; readonly world: string | null; readonly grants: readonly Grant[] };

/** The properties of an application from which the roles of a caller on it follow. */
export type Belonging = {
  readonly person: string;
  readonly unit: string;
  /** The office in charge of each role for this application; a role without an office is absent. */
  readonly acting: Readonly<Partial<Record<Role, string>>>;
  /** Those of them that see it, because it has come to them (`come-to.ts`). */
  readonly seenBy: Readonly<Partial<Record<Role, string>>>;
  readonly programme: string;
  readonly world: string | null;
};

/** The scope of a grant that applies to every programme. */
export const everyProgramme = 'programme:*';

/**
 * The roles of the caller on an application. The list is empty when the caller has none, and the API then answers as if the application did not
 * exist. An office has no role before the application has come to it. A person has no role but `applicant` on their own application, whatever grants they
 * hold (separation of duties).
 */
export function rolesOn(application: Belonging, caller: Holder): readonly Role[] {
  if (application.world !== caller.world) return [];
  if (application.person === caller.person) return ['applicant'];
  const seen = { ...application, acting: application.seenBy };
  return [...new Set(caller.grants.filter(({ role, scope }) => holdsOn(seen, role, scope)).map(({ role }) => role))];
}

/** The scope of a role on an application, as recorded in `Actor.scope`; `applicant` and `system` have none. */
export function scopeOf(role: Role, application: Omit<Belonging, 'person' | 'world' | 'seenBy'>): string | undefined {
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

function holdsOn(application: Omit<Belonging, 'seenBy'>, role: Role, scope: string): boolean {
  const needed = scopeOf(role, application);
  if (needed === undefined) return false;
  return scope === needed || (needed.startsWith('programme:') && scope === everyProgramme);
}

/** Whether the caller holds a role in exactly this scope; a grant for every programme matches each programme scope. */
export function hasGrant(caller: Pick<Holder, 'grants'>, role: Role, scope: string): boolean {
  return caller.grants.some(
    (grant) =>
      grant.role === role &&
      (grant.scope === scope || (scope.startsWith('programme:') && grant.scope === everyProgramme)),
  );
}

/** The ids of the units, offices or programmes for which the caller holds a role. */
export function scopesOf(caller: Pick<Holder, 'grants'>, role: Role, kind: 'unit' | 'office' | 'programme'): string[] {
  const start = `${kind}:`;
  return caller.grants
    .filter((grant) => grant.role === role && grant.scope.startsWith(start))
    .map((grant) => grant.scope.slice(start.length));
}
