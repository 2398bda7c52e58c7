import { sealText } from '../../commands/preparing/argument.ts';
import { stateOf } from '../../commands/preparing/case-now.ts';
import { integrityNo, reserveCase } from '../../db/applications/integrity.ts';
import type { ApplicationStatus } from '../../domain/case/check-results.ts';
import type { IntegrityActionName, IntegrityData } from '../../domain/integrity/case.ts';
import { applicationStatusOf } from '../../domain/lifecycle/general/end-for-fraud.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { IntegrityRules } from '../../domain/programme/integrity.ts';
import { actOnEntity } from '../actions/act-on-entity.ts';
import { wholeApplication } from '../applications/load.ts';
import type { Person } from '../http/caller.ts';
import { notFound } from '../http/errors.ts';
import type { RequestKey, Services } from '../http/route.ts';
import { caseViews, integrityRolesOf } from './integrity.ts';
import type { CaseOffice } from './integrity-rights.ts';
import type { IntegrityBody } from './integrity-schemas.ts';

type StepRequest = {
  /** Null for an opening, which gets a new number. */
  readonly n: number | null;
  readonly name: IntegrityActionName;
  readonly body: IntegrityBody;
  readonly caller: Person;
  readonly key: RequestKey;
};

/** Takes one step of a case and returns the case after it; a repeated request gets the case too. */
export async function takeStep(services: Services, { key: { no }, roles, rules }: CaseOffice, request: StepRequest) {
  const { name, body, caller, key } = request;
  const n = request.n ?? (await reserveCase(services.db, no, key.id));
  const looked = name === 'uphold' || name === 'dismiss' ? await statusNow(services, no) : null;
  const { data, text } = argumentOf(services, body);
  await actOnEntity(services, {
    no: integrityNo(no, n),
    action: name,
    by: { person: caller.person, role: roleFor(rules, roles, looked) },
    data: { ...data, ...(looked ? { looked } : {}), ...(name === 'open' ? { rules } : {}) },
    ...(text ? { text } : {}),
    keyHash: key.keyHash,
    fingerprint: key.fingerprint,
  });
  const view = (await caseViews(services, no, { roles, rules })).find((each) => each.n === n);
  if (!view) throw notFound();
  return view;
}

/** The role in which a person acts: if the step is a decision about an application with this status, the first of their roles that may decide; else their first role. */
function roleFor(rules: IntegrityRules, roles: readonly Role[], looked: ApplicationStatus | null): Role {
  const [first, ...others] = integrityRolesOf(rules, roles);
  if (!first) throw new Error('a step of somebody who has no part in integrity cases');
  if (looked === null) return first;
  const deciders = looked === 'certified' ? rules.decides.after : rules.decides.before;
  return [first, ...others].find((each) => deciders.includes(each)) ?? first;
}

/** The status of an application as the officer sees it. Only `certified` is final; anything else its own queue tells when the case is upheld. */
async function statusNow(services: Services, no: string): Promise<ApplicationStatus> {
  return applicationStatusOf(stateOf(await wholeApplication(services, no), services.deps.calendar));
}

/** The data of a body, with the id of its sealed text instead of the text. */
function argumentOf(services: Services, { facts, ground, hearBy, barredUntil, unitMeasure }: IntegrityBody) {
  const text = facts === undefined ? null : sealText(services.vault, { reason: facts });
  const data: IntegrityData = {
    ...(text ? { text: text.id } : {}),
    ...(ground ? { ground } : {}),
    ...(hearBy ? { hearBy } : {}),
    ...(barredUntil ? { barredUntil } : {}),
    ...(unitMeasure ? { unitMeasure } : {}),
  };
  return { data, text };
}
