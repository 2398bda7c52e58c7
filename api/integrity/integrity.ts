import type { z } from 'zod';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import {
  integrityCases,
  integrityNo,
  recordsOf,
  type StoredIntegrityCase,
  type StoredRecord,
} from '../../db/applications/integrity.ts';
import { dateOf, type IsoDate, toRfc3339 } from '../../domain/calendar/dates.ts';
import { type IntegrityActionName, integrityRoles } from '../../domain/integrity/case.ts';
import { inForce, recordsInForce } from '../../domain/integrity/decide.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { IntegrityRules } from '../../domain/programme/integrity.ts';
import { openSealedTexts } from '../applications/view-texts.ts';
import { recorded } from '../eligibility/integrity-of-caller.ts';
import { refused } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import type { integrityCaseView } from './integrity-schemas.ts';

/** Steps whose text is meant for the applicant; that of a report is not, since it may name its author. */
const toApplicant: readonly IntegrityActionName[] = ['notify', 'hear', 'uphold', 'dismiss'];

/** The roles in which a person acts on a case. */
export const integrityRolesOf = (rules: IntegrityRules, roles: readonly Role[]): readonly Role[] =>
  roles.filter((role) => [...integrityRoles, ...rules.decides.before, ...rules.decides.after].includes(role));

/** Whether a person sees that there are cases: the applicant, the people who act, the unit, which is notified, and the auditor. */
export const seesIntegrity = (rules: IntegrityRules, roles: readonly Role[]): boolean =>
  integrityRolesOf(rules, roles).length > 0 ||
  roles.some((role) => role === 'applicant' || role === 'unitHr' || role === 'auditor');

/** The cases of an application as a person in these roles may read them. */
export async function caseViews(
  services: Services,
  no: string,
  { roles, rules }: { readonly roles: readonly Role[]; readonly rules: IntegrityRules },
): Promise<z.infer<typeof integrityCaseView>[]> {
  const cases = await integrityCases(services.db, no);
  const all = integrityRolesOf(rules, roles).length > 0 || roles.includes('auditor');
  const own = roles.includes('applicant');
  const mayRead = (name: IntegrityActionName) => all || (own && toApplicant.includes(name));
  const events = cases.flatMap((each) => each.events);
  const texts = await openSealedTexts(
    services,
    cases.map(({ n }) => integrityNo(no, n)),
    events.filter(({ name }) => mayRead(name)).map(({ data }) => data.text),
  );
  const words = (id: string | undefined) => (id ? (texts.get(id)?.reason ?? null) : null);
  return cases.map((each) => caseView(each, { words, archive: all || own }));
}

/** What a person may read of a case: its texts, and the record in the archive, which the unit may not. */
type Reading = { readonly words: (id: string | undefined) => string | null; readonly archive: boolean };

function caseView({ n, state, events }: StoredIntegrityCase, { words, archive }: Reading) {
  const { status, ground, hearBy, heard, decision } = state;
  if (status === 'NONE' || ground === null) throw new Error(`integrity case ${n} was never opened`);
  const { upheld, on, effect, clauses, record, unitMeasure } = decision ?? {};
  return {
    n,
    status,
    ground,
    hearBy,
    heard,
    decision:
      upheld === undefined || !on || !effect
        ? null
        : {
            upheld,
            on,
            effect,
            recordedUntil: (archive && record?.until) || null,
            unitMeasure: unitMeasure ?? null,
            clauses: [...(clauses ?? [])],
          },
    events: events.map(({ seq, name, at, role, data }) => ({
      seq,
      name,
      by: role,
      at: toRfc3339(at),
      facts: words(data.text),
    })),
  };
}

/** The steps of all cases of an application, case by case; none for a person whom they do not concern, or in a programme without such cases. */
export async function integritySteps(services: Services, key: ApplicationKey, roles: readonly Role[]) {
  const rules = services.programmes.get(key.programme)?.integrity;
  if (!rules || !key.integrity || !seesIntegrity(rules, roles)) return [];
  const cases = await caseViews(services, key.no, { roles, rules });
  return cases.flatMap(({ n, events }) => events.map((event) => ({ case: n, ...event })));
}

/** A record in an answer, by its effect on a day. */
export const recordView = (record: StoredRecord, today: IsoDate) => ({
  ...record,
  clauses: [...record.clauses],
  readings: [...record.readings],
  inForce: inForce(record, today),
});

/** Refuses an application of a person whose record bars it; returns the records that are only shown. */
export async function requireNoBar({ db }: Pick<Services, 'db'>, person: string, nowMs: number) {
  const { refusal, shown } = recordsInForce(await recordsOf(db, person), dateOf(nowMs));
  if (refusal) throw refused(refusal);
  return shown.map(({ until, clauses, readings }) => ({
    code: 'INTEGRITY_RECORD',
    message: recorded(until),
    clauses,
    readings,
  }));
}
