import { eq, isNotNull } from 'drizzle-orm';
import type { CommandDeps } from '../../commands/deps.ts';
import { integrityNo } from '../../db/applications/integrity.ts';
import { prepared } from '../../db/prepared.ts';
import { applications, entities, integrityRecords } from '../../db/schema.ts';
import type { IntegrityState } from '../../domain/integrity/case.ts';
import { ordered, runsTo, same, type Trail } from './trail.ts';

const things = prepared([], (orm) =>
  orm
    .select({
      no: entities.no,
      kind: entities.kind,
      seq: entities.seq,
      state: entities.state,
      application: entities.application,
      person: applications.person,
    })
    .from(entities)
    .leftJoin(applications, eq(applications.no, entities.application)),
);
type Thing = Awaited<ReturnType<typeof things>>[number];

const marked = prepared([], (orm) =>
  orm
    .select({ no: applications.no, integrity: applications.integrity })
    .from(applications)
    .where(isNotNull(applications.integrity)),
);
const records = prepared([], (orm) => orm.select().from(integrityRecords));

/** What is broken of the things that are no applications: of their own state, and of what integrity cases show elsewhere. */
export async function brokenEntities(
  { db, kinds }: Pick<CommandDeps, 'db' | 'kinds'>,
  trailOf: (no: string) => Trail,
): Promise<string[]> {
  const all = await things(db, {});
  const cases = all.filter(({ kind, seq }) => kind === 'integrity' && seq > 0);
  const kept = new Map((await records(db, {})).map(({ no, n, ...record }) => [integrityNo(no, n), record]));
  const decided = new Map(cases.map((one) => [one.no, recordOf(one)]));
  const shown = new Map((await marked(db, {})).map(({ no, integrity }) => [no, integrity]));
  const nos = new Set([...shown.keys(), ...cases.map(({ application }) => application ?? '')]);
  return [
    ...all.flatMap((thing) => brokenOf(kinds, thing, trailOf(thing.no))),
    ...[...nos].flatMap((no) => {
      const own = cases.filter(({ application }) => application === no);
      return same(shown.get(no), summaryOf(own, trailOf))
        ? []
        : [`${no}: it does not show what its integrity cases did`];
    }),
    ...[...new Set([...kept.keys(), ...decided.keys()])].flatMap((no) =>
      same(kept.get(no), decided.get(no)) ? [] : [`${no}: its record in the archive is not the one decided`],
    ),
  ];
}

function brokenOf(kinds: CommandDeps['kinds'], { no, kind, seq, state }: Thing, trail: Trail): string[] {
  const fold = kinds[kind]?.fold;
  if (!fold) return [`${no}: nobody here knows the kind ${kind}`];
  return [
    ...(runsTo(trail, seq) ? [] : [`${no}: its events do not run from 1 to ${seq}`]),
    ...(same(seq === 0 ? null : fold(trail), state) ? [] : [`${no}: its state is not the fold of its events`]),
    ...(ordered(trail) ? [] : [`${no}: its times run backwards`]),
  ];
}

const stateOf = ({ state }: Thing) => state as IntegrityState;

/** What an application shows of its cases: how many steps they took, and the day of the last revocation. */
function summaryOf(cases: readonly Thing[], trailOf: (no: string) => Trail) {
  if (cases.length === 0) return null;
  const steps = new Set(cases.flatMap(({ no }) => trailOf(no).map(({ intent }) => intent)));
  const revoked = cases
    .map(stateOf)
    .filter(({ decision }) => decision?.effect === 'revoke')
    .toSorted((a, b) => a.lastAt - b.lastAt);
  return { version: steps.size, revokedOn: revoked.at(-1)?.decision?.on ?? null };
}

/** What a case put into the archive; null where it decided nothing that is kept there. */
function recordOf(one: Thing) {
  const body = stateOf(one).decision?.record;
  return body ? { person: one.person, body } : null;
}
