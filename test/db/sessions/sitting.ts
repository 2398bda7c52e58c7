import { randomUUID } from 'node:crypto';
import type { Db } from '../../../db/connection.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { sessionPlanOf } from '../../../domain/session/plan.ts';
import { emptySession, type SessionState } from '../../../domain/session/session.ts';

/** Whom a sitting has: by the person of the account, or nobody's account. */
type Who = { readonly person?: string; readonly chair?: 'chair' | 'viceChair' };

export type SittingOf = {
  readonly world: string;
  readonly programme: Programme;
  readonly committee: string;
  readonly members: readonly Who[];
  readonly alternates?: readonly Who[];
  readonly applications: readonly string[];
  /** Who enters things; any person of the world. */
  readonly office: string;
};

/** A session that meets, written as its steps leave it; the steps themselves are tried elsewhere. */
export class Sitting {
  readonly db: Db;
  readonly id: string;
  readonly no: string;
  readonly members: readonly string[];
  readonly alternates: readonly string[];
  readonly applications: readonly string[];

  private constructor(db: Db, parts: Pick<Sitting, 'id' | 'members' | 'alternates' | 'applications'>) {
    this.db = db;
    this.id = parts.id;
    this.no = `session/${parts.id}`;
    this.members = parts.members;
    this.alternates = parts.alternates;
    this.applications = parts.applications;
  }

  static async open(db: Db, of: SittingOf): Promise<Sitting> {
    const id = randomUUID();
    const plan = sessionPlanOf(of.programme, of.committee);
    if (!plan) throw new Error('this programme has no sessions');
    const state: SessionState = {
      ...emptySession,
      seq: 1,
      status: 'IN_SESSION',
      plan,
      members: of.members.length,
      draw: { n: 1, members: of.members.length, alternates: of.alternates?.length ?? 0, proof: 'a'.repeat(64) },
      roster: of.applications.length,
    };
    await db.sql`
      insert into entities (no, kind, world, programme, committee, seq, state)
      values (${`session/${id}`}, 'session', ${of.world}, ${of.programme.id}, ${of.committee}, 1, ${JSON.stringify(state)}::text::jsonb)`;
    const seated = async (who: Who, seat: 'member' | 'alternate', place: number) => {
      const [expert] = await db.sql<{ id: string }[]>`
        insert into experts (world, programme, committee, person, name_enc, name_hash, title, level, specialty, unit_name, origin, chair, term_from, term_until, by_person)
        values (${of.world}, ${of.programme.id}, ${of.committee}, ${who.person ?? null}, '\\x00', ${randomUUID()}, '高级工程师', 'fullSenior', 'robotics', '某大学', 'university',
                ${who.chair ?? null}, '2024-01-01', '2026-12-31', ${of.office}) returning id`;
      await db.sql`
        insert into session_experts (session, expert, draw, place, seat, present)
        values (${`session/${id}`}, ${expert?.id ?? ''}, 1, ${place}, ${seat}, ${seat === 'member'})`;
      return expert?.id ?? '';
    };
    const members: string[] = [];
    for (const [place, who] of of.members.entries()) members.push(await seated(who, 'member', place + 1));
    const alternates: string[] = [];
    for (const [place, who] of (of.alternates ?? []).entries())
      alternates.push(await seated(who, 'alternate', place + 1));
    for (const application of of.applications)
      await db.sql`
        insert into session_roster (session, application, intent, joined_at, frozen)
        values (${`session/${id}`}, ${application}, ${randomUUID()}, now(), true)`;
    return new Sitting(db, { id, members, alternates, applications: of.applications });
  }

  /** Changes the state as a step would. */
  async state(change: Partial<SessionState>): Promise<void> {
    await this.db
      .sql`update entities set state = state || ${JSON.stringify(change)}::text::jsonb where no = ${this.no}`;
  }

  /** An expert withdraws from one application. */
  async recuse(expert: string, application: string): Promise<void> {
    await this.db.sql`
      insert into session_recusals (session, application, expert, ground, found_by) values (${this.no}, ${application}, ${expert}, 'relation', 'declared')`;
  }

  /** Writes who is present, as a step does. */
  async present(experts: readonly string[]): Promise<void> {
    await this.db.sql`select seat_experts(${this.no}, ${JSON.stringify(experts)}::text::jsonb)`;
  }
}
