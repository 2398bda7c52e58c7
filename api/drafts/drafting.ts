import type { z } from 'zod';
import { sealForm } from '../../commands/preparing/form-content.ts';
import { inForceAt, programmeNow } from '../../commands/preparing/in-force.ts';
import { storedFacts } from '../../commands/preparing/submission/eligibility.ts';
import { type PlanHead, planFor } from '../../commands/preparing/submission/submission.ts';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import { draftOfKnownKey, insertApplication, type NewApplication } from '../../db/applications/drafts.ts';
import { type Assigned, assignedTo } from '../../db/committees/routings.ts';
import { maxDrafts } from '../../db/limits.ts';
import { type Employer, employerOf } from '../../db/people/units.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { rightRemoved } from '../../domain/committee/measures.ts';
import type { EligibilityFacts } from '../../domain/eligibility/facts.ts';
import { tooLateToBegin } from '../../domain/eligibility/in-time.ts';
import { type Eligibility, eligibilityRefusal, mayApply } from '../../domain/eligibility/may-apply.ts';
import { emptyForm } from '../../domain/materials/form.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { text } from '../../domain/text.ts';
import { HttpError, invalid, refused } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import type { newApplication } from './drafts-schemas.ts';

type Draft = Omit<NewApplication, 'no' | 'content'>;
/** Who wants a draft, at what business time (epoch ms), and the keyed hash of the request's idempotency key. */
export type Applicant = {
  readonly person: string;
  readonly world: string | null;
  readonly now: number;
  readonly keyHash: string;
};

/** Crockford's base 32, which has no letter that looks like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numberChars = 16;

/** The fields that must be told before a draft is taken, each with a rule that asks for it. */
const untoldFields = ({ findings }: Eligibility): FieldError[] =>
  findings
    .filter(({ outcome, mustBeTold }) => mustBeTold && outcome === 'notToldYet')
    .flatMap(({ ask = [], message }) => ask.map((fact) => ({ path: `/${fact}`, message })));

/** A draft before it is written, with the offices that review and seal it; throws the refusal of the rules, or a 422 for a value that does not exist. */
export async function draftOf(
  services: Services,
  body: z.infer<typeof newApplication>,
  { person, world, now }: Applicant,
): Promise<Draft> {
  const { db } = services;
  const [programme, employer, assigned] = await Promise.all([
    programmeNow(services, body.programme),
    employerOf(db, body.employer, world),
    assignedTo(db, world, { ...body, unit: body.employer }),
  ]);
  if (!programme) throw unknown('/programme', '没有此项评审。', 'There is no such programme.');
  if (!employer) throw unknown('/employer', '没有此单位。', 'There is no such unit.');
  const facts = factsOf(body, { ...employer, assigned });
  const { series, specialty, level, track, employerClass } = facts;
  const eligibility = mayApply(programme, facts, dateOf(now));
  const refusal = eligibilityRefusal(eligibility);
  if (refusal) throw refused({ ...refusal, errors: untoldFields(eligibility) });
  const { office, route } = eligibility;
  if (!office || !route) throw new Error(`programme ${programme.id} names no office for an application it takes`);
  const { acting, authority, committee, destination } = route;
  const closed = await notNow(services, { ...facts, programme: programme.id, committee, destination, world }, now);
  if (closed) throw refused(closed);
  return {
    world,
    person,
    series,
    specialty,
    level,
    track,
    employerClass,
    facts: storedFacts(services, facts),
    office,
    sealingAuthority: authority,
    acting,
    committee,
    destination,
    unit: body.employer,
    programme: programme.id,
  };
}

type Belonging = Employer & { readonly assigned: Assigned | null };

/** The facts for the rules: the applicant's answers, the employer's data, and the title office's decisions about its people (A-33). */
function factsOf(body: z.infer<typeof newApplication>, employer: Belonging): EligibilityFacts {
  const { programme: _programme, employer: _employer, ...told } = body;
  const { employerClass, territory, supervisor, agencyClient = false, assigned } = employer;
  return {
    ...told,
    employerClass,
    agencyClient,
    ...(territory ? { territory } : {}),
    ...(supervisor ? { supervisor } : {}),
    ...(assigned ? { assigned } : {}),
  };
}

/**
 * Writes a draft and returns its number. The number follows from the key of the request: a repetition whose first answer was lost finds the draft that is there.
 * A key that was forgotten in the meantime makes another draft.
 */
export async function writeDraft({ db, vault, programmes }: Services, draft: Draft, keyHash: string): Promise<string> {
  const prefix = prefixOf(programmes.get(draft.programme));
  for (let round = 0; ; round++) {
    const no = `${prefix}-${partOf(vault.hash(`draft:${keyHash}:${round}`))}`;
    const content = sealForm(vault, no, emptyForm);
    const written = await insertApplication(db, { ...draft, no, content });
    if (written === 'written') return no;
    if (written === 'full') throw tooManyDrafts();
    if (await draftOfKnownKey(db, no)) return no;
  }
}

/** Why no draft can be begun by what is now in force: the time is over, or the committee lost its right to review (LYG-5.3-b). */
async function notNow(services: Services, draft: PlanHead & Pick<ApplicationKey, 'programme' | 'world'>, now: number) {
  const inForce = await inForceAt(services, draft);
  const late = tooLateToBegin(planFor(inForce, draft, services.deps.calendar), dateOf(now));
  return late ?? rightRemoved({ year: inForce.year, rules: inForce.programme.committeeYear });
}

/** The abbreviation of the programme and the year: `LN24`. */
function prefixOf(programme: Programme | undefined): string {
  const mark = programme?.scope[0]?.split('-')[0] ?? 'ZC';
  return `${mark}${String(programme?.year ?? 0).slice(-2)}`;
}

/** 80 bits of a keyed hash, which nobody can guess. */
function partOf(hash: string): string {
  const bytes = Buffer.from(hash, 'hex').subarray(0, numberChars);
  return [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

const unknown = (path: string, zh: string, en: string) => invalid([{ path, message: text(zh, en) }]);
const tooManyDrafts = () =>
  new HttpError(
    409,
    'TOO_MANY_DRAFTS',
    text(
      `您一年内已有${maxDrafts}份未提交的草稿，请续写其中一份。`,
      `You have ${maxDrafts} drafts of the last year that were never submitted: go on with one of these.`,
    ),
  );
