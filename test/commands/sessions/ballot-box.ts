import { randomUUID } from 'node:crypto';
import { type KeyPair, newKeyPair, type PublicKeys, sealVote } from '../../../commands/sessions/ballot/envelopes.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { registerCustodian } from '../../../db/sessions/ballot/custodians.ts';
import { castVotes } from '../../../db/sessions/ballot/votes.ts';
import { transaction } from '../../../db/transaction.ts';
import { keysRegisteredIn } from '../../../domain/session/ballot/casting.ts';
import type { Choice } from '../../../domain/session/ballot/tally.ts';
import type { SessionActionName } from '../../../domain/session/steps.ts';
import { Meeting, readyForBallot, untilOpen } from '../../domain/session/meeting.ts';
import type { TestWorld } from '../../support/backend.ts';

/** An expert of the session: the row, and the person who votes. */
export type Voter = { readonly expert: string; readonly person: string };

const day = '2024-10-21';
/** When the world of a box begins. */
export const meetingBegins = `${day}T09:00`;

/** What a step needs beside its name. */
const stepOf: Readonly<Partial<Record<SessionActionName, Parameters<Meeting['do']>[2]>>> = {
  openBallot: { counted: readyForBallot },
  recordCount: { by: 'system', counted: { count: { reviewed: 1, passed: 1, hash: 'c'.repeat(64) } } },
  void: { by: 'committeeOrganiser', data: { text: 'text-1' } },
};

/** A session of Liaoning that has come to its meeting, with its rows; steps are decided by the decider and projected as the outcome of a step is. */
export class BallotBox {
  readonly no = `session/${randomUUID()}`;
  readonly world: TestWorld;
  readonly keys: readonly [KeyPair, KeyPair] = [newKeyPair(), newKeyPair()];
  custodians: readonly [string, string] = ['', ''];
  voters: readonly Voter[] = [];
  applications: readonly string[] = [];
  private readonly meeting = untilOpen(new Meeting(liaoningDiit2024, 'ln-diit-office'), day, '2024-10-01');

  private constructor(world: TestWorld) {
    this.world = world;
  }

  get db() {
    return this.world.backend.deps.db;
  }

  static async make(
    world: TestWorld,
    { experts, applications }: { readonly experts: number; readonly applications: number },
  ): Promise<BallotBox> {
    const box = new BallotBox(world);
    await box.write(experts, applications);
    return box;
  }

  private async write(experts: number, applications: number): Promise<void> {
    const { sql } = this.db;
    this.meeting.state = { ...this.meeting.state, members: experts, present: experts, roster: applications };
    await sql`
      insert into entities (no, kind, world, programme, committee, seq, state)
      values (${this.no}, 'session', ${this.world.id}, ${liaoningDiit2024.id}, 'ln-diit-office', ${this.meeting.state.seq}, ${this.stateText}::text::jsonb)`;
    this.custodians = [await this.somebody(), await this.somebody()];
    this.applications = (await Promise.all(Array.from({ length: applications }, () => this.world.draft())))
      .map(({ no }) => no)
      .sort();
    await sql`
      insert into session_roster (session, application, intent, joined_at, frozen)
      select ${this.no}, a, ${randomUUID()}, now(), true from unnest(${[...this.applications]}::text[]) a`;
    const voters: Voter[] = [];
    for (let place = 1; place <= experts; place += 1) voters.push(await this.expert(place));
    this.voters = voters;
  }

  /** A person of the world. */
  async somebody(): Promise<string> {
    const [row] = await this.db.sql<{ id: string }[]>`
      insert into people (world, subject, name_enc) values (${this.world.id}, ${randomUUID()}, '\\x00') returning id`;
    return row?.id ?? '';
  }

  private async expert(place: number): Promise<Voter> {
    const { sql } = this.db;
    const person = await this.somebody();
    const [row] = await sql<{ id: string }[]>`
      insert into experts (world, programme, committee, person, name_enc, name_hash, title, level, specialty, unit_name, origin, term_from, term_until, by_person)
      values (${this.world.id}, ${liaoningDiit2024.id}, 'ln-diit-office', ${person}, '\\x00', ${randomUUID()}, '正高级工程师', 'fullSenior', 'robotics',
              '某研究院', 'institute', '2024-01-01', '2026-12-31', ${person}) returning id`;
    const expert = row?.id ?? '';
    await sql`
      insert into session_experts (session, expert, draw, place, seat, present) values (${this.no}, ${expert}, 1, ${place}, 'member', true)`;
    return { expert, person };
  }

  private get stateText(): string {
    return JSON.stringify(this.meeting.state);
  }

  get state() {
    return this.meeting.state;
  }

  /** The programme has so many ballots on one application. */
  rounds(rounds: number): void {
    const { plan } = this.meeting.state;
    if (!plan) throw new Error('a session has a plan');
    this.meeting.state = { ...this.meeting.state, plan: { ...plan, rules: { ...plan.rules, rounds } } };
  }

  get publicKeys(): PublicKeys {
    return [this.keys[0].publicKey, this.keys[1].publicKey];
  }

  /** Both custodians register their keys. */
  async register(): Promise<boolean[]> {
    const done: boolean[] = [];
    for (const place of [1, 2] as const) done.push(await this.registerAt(place, {}));
    return done;
  }

  registerAt(place: 1 | 2, { person, key }: { readonly person?: string; readonly key?: Uint8Array }): Promise<boolean> {
    const publicKey = Buffer.from(key ?? this.publicKeys[place - 1] ?? []);
    return registerCustodian(this.db, {
      session: this.no,
      place,
      person: person ?? this.custodians[place - 1] ?? '',
      publicKey,
      statuses: keysRegisteredIn,
    });
  }

  /** Takes a step and writes it as the outcome of a step is written, with the lock of the session held. `while` runs while it is held. */
  async step(name: SessionActionName, during: () => Promise<void> = async () => undefined): Promise<void> {
    this.meeting.do(day, name, stepOf[name] ?? {});
    const outcome = JSON.stringify({ events: [{ name, at: this.state.lastAt }], snapshot: this.state });
    await transaction(this.db, async (tx) => {
      await tx`select 1 from entities where no = ${this.no} for update`;
      await during();
      await tx`update entities set state = ${this.stateText}::text::jsonb, seq = ${this.state.seq} where no = ${this.no}`;
      await tx`select project_ballot(${this.no}, ${outcome}::text::jsonb)`;
    });
  }

  /** One expert votes on all or some of the applications. */
  cast({ person }: Voter, vote: Choice, applications: readonly string[] = this.applications): Promise<boolean> {
    const votes = applications.map((application) => ({ application, sealed: sealVote(vote, this.publicKeys) }));
    return castVotes(this.db, { session: this.no, person, votes });
  }
}
