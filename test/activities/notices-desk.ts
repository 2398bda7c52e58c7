import { randomUUID } from 'node:crypto';
import { createMailer, type MailerOptions } from '../../activities/mail/mailer.ts';
import type { NoticeDeps } from '../../activities/notices.ts';
import { calendar } from '../../config/calendars.ts';
import { liaoningDiit2024 as programme } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { connect, type Db } from '../../db/connection.ts';
import { createVault, type Vault } from '../../db/vault.ts';
import { freshDatabase } from '../support/servers/database.ts';

export type NoticeRow = {
  readonly id: string;
  readonly messageId: string | null;
  readonly tries: number;
  readonly lastError: string | null;
  readonly sent: boolean;
  /** Seconds until the next try; null when given up. */
  readonly inSeconds: number | null;
};

export type Recipient = { readonly name: string; readonly mail: string | null; readonly language: 'zh' | 'en' };

/** A database with one application whose notices are to be mailed. */
export class Desk {
  readonly db: Db;
  readonly vault: Vault = createVault([{ id: 'k1', key: Buffer.alloc(32, 1) }], Buffer.alloc(32, 2));
  readonly alarms: string[] = [];
  readonly no = `LN24-${randomUUID()}`;
  private readonly drop: () => Promise<void>;
  private seq = 0;

  private constructor(db: Db, drop: () => Promise<void>) {
    this.db = db;
    this.drop = drop;
  }

  static async open(): Promise<Desk> {
    const database = await freshDatabase();
    const desk = new Desk(connect(database.url, { poolSize: 4 }), database.drop);
    await desk.furnish();
    return desk;
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.drop();
  }

  /** Forgets all notices, for the next test. */
  async clear(): Promise<void> {
    this.alarms.length = 0;
    await this.db.sql`delete from notices`;
  }

  deps(options: Partial<MailerOptions> & Pick<NoticeDeps, 'batch' | 'leaseMs'> = {}): NoticeDeps {
    const { batch, leaseMs, ...mail } = options;
    return {
      db: this.db,
      calendar,
      vault: this.vault,
      mailer: createMailer({ from: 'office@example.org', directory: '/nonexistent', ...mail }),
      reportAnomaly: (what, details) => this.alarms.push(`${what} ${JSON.stringify(details)}`),
      ...(batch === undefined ? {} : { batch }),
      ...(leaseMs === undefined ? {} : { leaseMs }),
    };
  }

  async person({ name, mail, language }: Recipient): Promise<string> {
    const [row] = await this.db.sql<{ id: string }[]>`
      insert into people (subject, name_enc, mail_enc, language)
      values (${randomUUID()}, ${this.vault.seal(name, 'person.name')}, ${mail === null ? null : this.vault.seal(mail, 'person.mail')}, ${language}) returning id`;
    return row?.id ?? '';
  }

  /** Notices of a stage entered, one for each of these events, all due at once. */
  async tell(person: string, count = 1, template = 'stageEntered'): Promise<void> {
    const params = { stage: 'PAPER_DELIVERY', due: '2024-08-14' };
    for (let n = 0; n < count; n++) {
      await this.db.sql`
        insert into notices (no, seq, person, template, params)
        values (${this.no}, ${++this.seq}, ${person}, ${template}, ${JSON.stringify(params)})`;
    }
  }

  /** Makes every mail due now that is leased or waits for its next try; not those given up. */
  async timePasses(): Promise<void> {
    await this.db.sql`update notices set try_at = clock_timestamp() where sent_at is null and try_at < 'infinity'`;
  }

  async rows(): Promise<NoticeRow[]> {
    return await this.db.sql<NoticeRow[]>`
      select id, message_id as "messageId", tries, last_error as "lastError", sent_at is not null as sent,
             case when try_at < 'infinity' then round(extract(epoch from try_at - clock_timestamp()))::integer end as "inSeconds"
        from notices order by seq`;
  }

  private async furnish(): Promise<void> {
    const { sql } = this.db;
    const applicant = await this.person({ name: '申请人', mail: null, language: 'zh' });
    const [unit] = await sql<{ id: string }[]>`
      insert into units (name, employer_class) values ('unit', 'provincialStateOwned') returning id`;
    await sql`insert into programmes (id, version, timeline_version) values (${programme.id}, 1, 1)`;
    const plan = { stages: programme.stages, outcomes: programme.outcomes };
    await sql`insert into plans (hash, body) values ('of the test', ${JSON.stringify(plan)})`;
    await sql`
      insert into applications (no, person, unit, programme, series, specialty, level, track, employer_class, office, plan_hash)
      values (${this.no}, ${applicant}, ${unit?.id ?? ''}, ${programme.id}, 'engineering', 'robotics', 'deputySenior', 'standard',
              'provincialStateOwned', ${programme.office}, 'of the test')`;
  }
}
