import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxRefusals } from '../../activities/limits.ts';
import { deliverMails } from '../../activities/mail/deliver-mails.ts';
import { runDeliveries } from '../../activities/notices.ts';
import { liaoningDiit2024 as programme } from '../../config/programmes/liaoning-diit-2024/index.ts';
import type { Db } from '../../db/connection.ts';
import { leaseMails, mailBacklog, markSent, postponeMail } from '../../db/notices/notices.ts';
import { Desk } from './notices-desk.ts';
import { PostOffice } from './notices-post-office.ts';

let desk: Desk;
let office: PostOffice;
let person: string;
const address = 'zhang@example.org';
const paperDelivery = programme.stages.find(({ key }) => key === 'PAPER_DELIVERY')?.name;
const never = new AbortController().signal;

beforeAll(async () => {
  desk = await Desk.open();
  person = await desk.person({ name: '张三', mail: address, language: 'zh' });
});
afterAll(() => desk.close());
beforeEach(async () => {
  office = await PostOffice.open();
  await desk.clear();
});
afterEach(() => office.close());

const deps = (options: Parameters<Desk['deps']>[0] = {}) => desk.deps({ smtpUrl: office.url, ...options });

describe('in normal running', () => {
  it('each row arrives exactly once, under the message id written on it', async () => {
    await desk.tell(person, 30);
    expect(await deliverMails(deps(), never)).toBe('delivered');
    expect(await deliverMails(deps(), never)).toBe('delivered');
    expect(await deliverMails(deps(), never)).toBe('idle');
    const rows = await desk.rows();
    expect(rows.every(({ sent, tries, lastError }) => sent && tries === 1 && lastError === null)).toBe(true);
    expect(office.received.map(({ messageId }) => messageId).sort()).toEqual(
      rows.map(({ messageId }) => messageId).sort(),
    );
  });

  it('four deliverers at once never send the same row twice', async () => {
    await desk.tell(person, 60);
    const deliverer = async () => {
      while ((await deliverMails(deps({ batch: 3 }), never)) === 'delivered');
    };
    await Promise.all([deliverer(), deliverer(), deliverer(), deliverer()]);
    expect(office.copies).toEqual(Array(60).fill(1));
    expect((await desk.rows()).every(({ sent }) => sent)).toBe(true);
  });

  it('a mail says in the language of the person what happened, by when, and of which application', async () => {
    const reader = await desk.person({ name: 'Li "Lily" Si', mail: 'li@example.org', language: 'en' });
    await desk.tell(person);
    await desk.tell(reader);
    await deliverMails(deps(), never);
    const mails = await Promise.all(office.received.map(({ raw }) => PostalMime.parse(raw)));
    const [chinese, english] = mails.sort((a, b) =>
      String(b.to?.[0]?.address).localeCompare(String(a.to?.[0]?.address)),
    );
    expect(chinese?.to).toEqual([{ name: '张三', address }]);
    expect(chinese?.from).toMatchObject({ address: 'office@example.org' });
    expect(chinese?.subject).toBe(`申报${desk.no}：已进入“${paperDelivery?.zh}”`);
    expect(english?.subject).toBe(`Application ${desk.no}: now in “${paperDelivery?.en}”`);
    expect(chinese?.text).toContain('张三，您好：');
    expect(chinese?.text).toContain('本环节截止日：2024-08-14。');
    expect(english?.to).toEqual([{ name: 'Li "Lily" Si', address: 'li@example.org' }]);
    expect(english?.text).toContain('The last day of this stage: 2024-08-14.');
    expect(english?.text).not.toContain('张三');
    expect(english?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  });

  it('the notice of a person without an address is done without a mail', async () => {
    await desk.tell(await desk.person({ name: '王五', mail: null, language: 'zh' }));
    await deliverMails(deps(), never);
    expect(await desk.rows()).toMatchObject([{ sent: true, lastError: 'no address' }]);
    expect(office.received).toEqual([]);
  });
});

describe('a server that refuses', () => {
  it('for now (451) gets the same mail again after a minute, then two', async () => {
    await desk.tell(person, 2);
    office.next('refuse451');
    expect(await deliverMails(deps(), never)).toBe('delivered');
    const [put, sent] = await desk.rows();
    expect(put).toMatchObject({ sent: false, lastError: expect.stringContaining('451 4.7.1'), inSeconds: 60 });
    expect(sent).toMatchObject({ sent: true });
    expect(await deliverMails(deps(), never)).toBe('idle');
    await desk.timePasses();
    office.next('refuse451');
    await deliverMails(deps(), never);
    expect((await desk.rows())[0]).toMatchObject({ sent: false, inSeconds: 120, messageId: put?.messageId });
    await desk.timePasses();
    await deliverMails(deps(), never);
    expect((await desk.rows())[0]).toMatchObject({ sent: true, lastError: null, tries: 3 });
    expect(office.copies).toEqual([1, 1]);
  });

  it('for good (550) is tried again every six hours, and given up with an alarm at the fifth time', async () => {
    await desk.tell(person);
    for (let refusal = 1; refusal < maxRefusals; refusal++) {
      office.next('refuse550');
      await deliverMails(deps(), never);
      expect(await desk.rows()).toMatchObject([
        { sent: false, lastError: expect.stringMatching(`^refused ${refusal} of 5: 550 5.1.1 `), inSeconds: 21_600 },
      ]);
      await desk.timePasses();
    }
    expect(desk.alarms).toEqual([]);
    office.next('refuse550');
    await deliverMails(deps(), never);
    expect(desk.alarms).toEqual([expect.stringContaining('a mail was given up')]);
    await desk.timePasses();
    expect(await deliverMails(deps(), never)).toBe('idle');
    expect(await mailBacklog(desk.db)).toMatchObject({ unsent: 0, givenUp: 1 });
  });

  it('leaves no address in what is kept of its answer', async () => {
    await desk.tell(person);
    office.next('refuse550');
    await deliverMails(deps(), never);
    expect((await desk.rows())[0]?.lastError).not.toContain('zhang');
  });
});

describe('a mail server that fails', () => {
  it('that hangs is left after the silence allowed, the leases of the others are returned, and all arrive once it answers', async () => {
    await desk.tell(person, 3);
    office.next('hang');
    expect(await deliverMails(deps({ silenceMs: 400 }), never)).toBe('serverFailed');
    const rows = await desk.rows();
    expect(rows[0]).toMatchObject({ sent: false, tries: 1, lastError: expect.stringContaining('ETIMEDOUT') });
    expect(rows.slice(1)).toMatchObject([
      { tries: 0, inSeconds: 0 },
      { tries: 0, inSeconds: 0 },
    ]);
    await desk.timePasses();
    await deliverMails(deps(), never);
    expect(office.copies).toEqual([1, 1, 1]);
  });

  it('that keeps trickling is left when the time for one mail is over', async () => {
    await desk.tell(person);
    office.next('trickle');
    expect(await deliverMails(deps({ silenceMs: 400, sendLimitMs: 800 }), never)).toBe('serverFailed');
    expect(await desk.rows()).toMatchObject([{ sent: false, lastError: 'EABORT' }]);
  });

  it('that is not there costs no mail', async () => {
    await desk.tell(person, 2);
    const { url } = office;
    await office.close();
    expect(await deliverMails(desk.deps({ smtpUrl: url }), never)).toBe('serverFailed');
    office = await PostOffice.open();
    await desk.timePasses();
    await deliverMails(deps(), never);
    expect(office.copies).toEqual([1, 1]);
    expect(desk.alarms).toEqual([expect.stringMatching(/^the mail server failed .*ECONNREFUSED/)]);
  });

  it('that dies after DATA before its answer gets one more copy under the same message id, never none', async () => {
    await desk.tell(person, 3);
    office.next('take', 'dieAfterData');
    expect(await deliverMails(deps(), never)).toBe('serverFailed');
    expect((await desk.rows()).map(({ sent }) => sent)).toEqual([true, false, false]);
    await desk.timePasses();
    await deliverMails(deps(), never);
    expect((await desk.rows()).every(({ sent }) => sent)).toBe(true);
    expect(office.copies.sort()).toEqual([1, 1, 2]);
  });
});

describe('a deliverer that stops', () => {
  it('finishes the mail in hand and returns the leases of the others, which then arrive once', async () => {
    await desk.tell(person, 5);
    office.next('take', 'hold');
    const stop = new AbortController();
    const arrival = office.arrival();
    const round = deliverMails(deps(), stop.signal);
    await arrival;
    stop.abort();
    office.letGo();
    expect(await round).toBe('delivered');
    const rows = await desk.rows();
    expect(rows.map(({ sent, tries }) => [sent, tries])).toEqual([
      [true, 1],
      [true, 1],
      [false, 0],
      [false, 0],
      [false, 0],
    ]);
    expect(await deliverMails(deps(), never)).toBe('delivered');
    expect(office.copies).toEqual([1, 1, 1, 1, 1]);
  });

  it('is stopped by its signal also while it waits', async () => {
    const stop = new AbortController();
    const idle = runDeliveries({ ...deps(), idlePauseMs: 3_600_000 }, stop.signal);
    stop.abort();
    await idle;
  });

  it('returns when its time is over, to be started again', async () => {
    await desk.tell(person);
    await runDeliveries({ ...deps(), idlePauseMs: 1, activityMs: 50 }, never);
    expect(office.copies).toEqual([1]);
  });

  it('that died is followed by another when its lease is over, and can no longer write', async () => {
    await desk.tell(person);
    const [dead] = await leaseMails(desk.db, { limit: 1, leaseMs: 60_000 });
    if (!dead) throw new Error('nothing was leased');
    expect(await deliverMails(deps(), never)).toBe('idle');
    await desk.timePasses();
    const [alive] = await leaseMails(desk.db, { limit: 1, leaseMs: 60_000 });
    expect(alive).toMatchObject({ id: dead.id, messageId: dead.messageId, tries: 2 });
    await markSent(desk.db, [dead]);
    await postponeMail(desk.db, dead, { afterMs: 0, error: 'late' });
    expect(await desk.rows()).toMatchObject([{ sent: false, lastError: null, inSeconds: 60 }]);
  });

  it('does not begin a mail that its lease would not outlast', async () => {
    await desk.tell(person, 2);
    expect(await deliverMails(deps({ leaseMs: 30_000 }), never)).toBe('delivered');
    expect(office.received).toEqual([]);
    expect((await desk.rows()).map(({ tries }) => tries)).toEqual([0, 0]);
  });
});

describe('a database that is away when a mail is out', () => {
  it('is waited for, so that the mail does not go out again', async () => {
    await desk.tell(person);
    let away = 2;
    const answer = (strings: TemplateStringsArray, ...values: never[]) => {
      const settling = strings[0]?.startsWith('update notices set sent_at') ?? false;
      if (!settling || away-- <= 0) return desk.db.sql(strings, ...values);
      return Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    };
    const sql = Object.assign(answer, desk.db.sql) as unknown as Db['sql'];
    expect(await deliverMails({ ...deps(), db: { ...desk.db, sql } }, never)).toBe('delivered');
    expect(away).toBe(-1);
    expect(await desk.rows()).toMatchObject([{ sent: true, tries: 1 }]);
    expect(office.copies).toEqual([1]);
  });
});

describe('a mail that cannot be made', () => {
  it('does not stop those behind it', async () => {
    await desk.tell(person, 1, 'noSuchTemplate');
    await desk.tell(person, 1);
    await deliverMails(deps(), never);
    expect(await desk.rows()).toMatchObject([
      { sent: false, lastError: expect.stringContaining('refused 1 of 5: the mail cannot be made') },
      { sent: true },
    ]);
    expect(desk.alarms).toEqual([expect.stringContaining('a mail cannot be made')]);
  });
});

describe('the figures', () => {
  it('show how many mails wait and how old the oldest is', async () => {
    expect(await mailBacklog(desk.db)).toEqual({ unsent: 0, oldestUnsentSeconds: 0, givenUp: 0 });
    await desk.tell(person, 2);
    await desk.db
      .sql`update notices set created_at = clock_timestamp() - interval '90 seconds' where seq = (select min(seq) from notices)`;
    const { unsent, oldestUnsentSeconds } = await mailBacklog(desk.db);
    expect(unsent).toBe(2);
    expect(Math.floor(oldestUnsentSeconds)).toBe(90);
  });
});
