import { randomUUID } from 'node:crypto';
import { insertApplication } from '../../db/applications/drafts.ts';
import type { Db } from '../../db/connection.ts';
import { writePerson } from '../../db/people/people.ts';
import { createUnit } from '../../db/people/units.ts';
import { createWorld } from '../../db/worlds/worlds.ts';
import { addDays, type IsoDate, startOfDayAt } from '../../domain/calendar/dates.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { compile } from '../../domain/case/plan/compile.ts';
import { mayApply } from '../../domain/eligibility/may-apply.ts';
import { type ApplicantFacts, employerClasses, type Track } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import type { RoutingFacts } from '../../domain/routing/facts.ts';
import { type Route, routeOf } from '../../domain/routing/routing.ts';
import type { Chance } from './chance.ts';

/** An applicant, with the route of the application and the programme compiled for it. */
export type Applicant = { readonly facts: ApplicantFacts; readonly route: Route; readonly plan: Plan };

/** An application of the season, in a clock world of its own. */
export type Entry = Applicant & { readonly no: string; readonly person: string; readonly world: string };

const tries = 2_000;
/** Most people apply on the ordinary track. */
const ordinary = 0.9;
/** How many days before the first window the earliest applications of a season begin. */
const lead = 10;

/** A random applicant among those whom the programme accepts. */
export function drawApplicant(programme: Programme, calendar: Calendar, chance: Chance): Applicant {
  for (let i = 0; i < tries; i += 1) {
    const asked = drawFacts(programme, chance);
    const route = routeOf(programme, asked);
    if (route.destination === null || route.decision === 'manual') continue;
    const { territory: _place, agencyClient: _agency, supervisor: _supervisor, ...mine } = asked;
    const facts = { ...mine, committee: route.committee, destination: route.destination };
    const plan = compile(programme, facts, calendar);
    if (everyWindowKnown(plan) && !turnedAway(programme, asked, opening(plan))) return { facts, route, plan };
  }
  throw new Error(`nobody was found whom ${programme.id} takes`);
}

function drawFacts(programme: Programme, chance: Chance): RoutingFacts {
  const series = chance.oneOf(programme.series);
  const specialty = chance.oneOf(series.specialties);
  const level = chance.oneOf(specialty.levels ?? series.levels);
  const track: Track = chance.happens(ordinary) ? 'standard' : chance.oneOf(programme.tracks);
  const places = (programme.territories ?? []).map(({ key }) => key);
  const territory = places.length > 0 ? { territory: chance.oneOf(places) } : {};
  const employerClass = chance.oneOf(employerClasses);
  return { series: series.key, specialty: specialty.key, level, track, employerClass, ...territory };
}

/** Whether a rule already refuses, whoever the person is; facts that only the person knows stay open. */
function turnedAway(programme: Programme, asked: RoutingFacts, asOf: IsoDate): boolean {
  return mayApply(programme, asked, asOf).findings.some(({ outcome }) => outcome === 'notMet');
}

/** Whether the row has a printed period; otherwise nobody can apply until its office announces one. */
function everyWindowKnown({ stages, timeline }: Plan): boolean {
  const named = JSON.stringify(stages).matchAll(/"window":"([^"]+)"/g);
  return [...named].every(([, key]) => timeline.windows[key ?? ''] !== undefined);
}

/** The day on which an application begins: near the opening of its first window. */
export function firstDay(plan: Plan, chance: Chance): IsoDate {
  return addDays(opening(plan), chance.upTo(lead * 2) - lead);
}

function opening({ timeline }: Plan): IsoDate {
  const opens = Object.values(timeline.windows)
    .map((window) => window.opens)
    .sort()[0];
  if (opens === undefined) throw new Error('a plan has no window');
  return opens;
}

/** The hour of the day at which everybody acts, ms after midnight. */
export const actingHourMs = 10 * 3_600_000;

/** What stands where a person's words lie sealed: nobody reads them here. */
const nothing = Buffer.alloc(1);

async function newcomer(db: Db, world: string): Promise<string> {
  const unknown = { identityEnc: null, identityHash: null, phoneEnc: null, mailEnc: null };
  const person = { world, subject: randomUUID(), nameEnc: nothing, ...unknown, language: 'zh' } as const;
  const written = await writePerson(db, person, null);
  if (written.status !== 'written') throw new Error('a person was not written');
  return written.id;
}

/** Writes the draft of a new person in a clock world of its own, which begins in the morning of a day. */
export async function enter(db: Db, programme: Programme, applicant: Applicant & { day: IsoDate }): Promise<Entry> {
  const { facts, route, plan, day } = applicant;
  const world = await createWorld(db, startOfDayAt(day) + actingHourMs);
  const [unit, no] = [randomUUID(), `S-${randomUUID()}`];
  await createUnit(db, { id: unit, world, name: 'season', employerClass: facts.employerClass });
  const person = await newcomer(db, world);
  const { authority: sealingAuthority, acting, committee, destination } = route;
  const office = route.office ?? programme.office;
  const head = { ...facts, no, world, person, unit, programme: programme.id, office, sealingAuthority, acting };
  await insertApplication(db, {
    ...head,
    committee,
    destination,
    facts: {},
    content: { body: nothing, hash: 'season' },
  });
  return { facts, route, plan, no, person, world };
}
