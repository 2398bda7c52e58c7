// SQL by hand: what was cast and counted is read beside the API.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { countBox } from '../../../commands/sessions/ballot/count.ts';
import { sealKey } from '../../../commands/sessions/ballot/envelopes.ts';
import { connect, type Db } from '../../../db/connection.ts';
import { keepReleasedKey } from '../../../db/sessions/ballot/custodians.ts';
import { choices } from '../../../domain/session/ballot/tally.ts';
import { createReport } from '../../servers/report.ts';
import { apiService, workerService } from '../../start/own-programs.ts';
import { openShortRun } from '../../start/short-run.ts';
import { createSender } from '../client.ts';
import { ballotExperts, maxBallotSeconds, votedApplications } from '../limits.ts';
import { type OpenBox, openBox, takeStep } from './meeting.ts';

/** Measures how long the experts of a big session take to vote, each one request after the other, all at once, and how long the count takes. */
export async function measureBallots(out: string | undefined): Promise<void> {
  const report = createReport();
  const run = await openShortRun(report, { name: 'ballots', fsync: true });
  const db = connect(run.env.databaseUrl, { poolSize: 2, applicationName: 'zhicheng-bench' });
  try {
    const { api } = await run.ports(['api']);
    const url = `http://127.0.0.1:${api}`;
    await run.begin(workerService(run.variables()));
    await run.begin(apiService(run.variables(), url));
    const box = await report.step('an open box', () => openBox(db, run.env));
    const castSeconds = await report.step('votes', () => secondsOf(() => vote(url, box)));
    const inBox = await castIn(db, box.no);
    await takeStep(db, box.no, 'closeBallot');
    const countSeconds = await report.step('count', () => secondsOf(() => count(db, box)));
    const lost = await lostOf(db, box.no);
    const asked = ballotExperts * votedApplications;
    const figures = { asked, inBox, lost, castSeconds, countSeconds, load: loadavg()[0] };
    report.line('');
    report.line(
      `${asked} votes of ${ballotExperts} experts at once on ${votedApplications} applications: ${castSeconds.toFixed(1)} s, ${(asked / castSeconds).toFixed(0)} a second; counted in ${countSeconds.toFixed(1)} s; lost ${lost}`,
    );
    if (out) writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
    if (inBox !== asked || lost !== 0 || castSeconds > maxBallotSeconds) process.exitCode = 1;
  } finally {
    await db.close();
    await run.close();
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** The vote of an expert on an application, so that every tally is known. */
const voteOf = (expert: number, application: number) => choices[(expert + application) % choices.length];

async function vote(url: string, { id, world, tokens, applications }: OpenBox): Promise<void> {
  const sender = createSender(tokens.length);
  const one = async (token: string, expert: number) => {
    for (const [place, application] of applications.entries())
      await sender.send({
        url: `${url}/v1/sessions/${id}/ballots`,
        token,
        world,
        body: { application, vote: voteOf(expert, place) },
      });
  };
  try {
    await Promise.all(tokens.map(one));
  } finally {
    sender.close();
  }
}

async function castIn({ sql }: Db, no: string): Promise<number> {
  const [row] = await sql<{ cast: number }[]>`
    select count(*)::integer as cast from ballots_sealed where session = ${no}`;
  return row?.cast ?? 0;
}

async function count(db: Db, { no, custodians }: OpenBox): Promise<void> {
  const [first, second] = custodians;
  if (!first || !second) throw new Error('a box has two custodians');
  const sealed = sealKey(first.keys.privateKey, second.keys.publicKey);
  await keepReleasedKey(db, { session: no, place: 1, sealed });
  const counted = await countBox({ db }, { session: no, person: second.person, privateKey: second.keys.privateKey });
  if (!counted || 'code' in counted) throw new Error('the box was not counted');
}

/** How many votes are missing from the tallies: each application has as many of each vote as were cast. */
async function lostOf({ sql }: Db, no: string): Promise<number> {
  const results = await sql<{ application: string; agree: number; against: number; abstain: number }[]>`
    select application, agree, against, abstain from session_results where session = ${no}`;
  const counted = results.reduce((sum, { agree, against, abstain }) => sum + agree + against + abstain, 0);
  const even = results.every(({ agree, against, abstain }) =>
    [agree, against, abstain].every((votes) => votes >= Math.floor(ballotExperts / choices.length)),
  );
  if (!even) throw new Error('a tally is not what was cast');
  return ballotExperts * votedApplications - counted;
}
