import type { IntegrityEvent, IntegrityRecord, IntegrityState } from '../../domain/integrity/case.ts';
import type { IntegrityReply } from '../../domain/integrity/command-queue.ts';
import type { Db } from '../connection.ts';
import { transaction } from '../transaction.ts';

/** A case as kept: how it stands and what happened, first to last. */
export type StoredIntegrityCase = {
  readonly n: number;
  readonly state: IntegrityState;
  readonly events: readonly IntegrityEvent[];
};

/** A record in the archive with the case it comes from. */
export type StoredRecord = IntegrityRecord & { readonly no: string; readonly n: number };

/** Who is told what about a step; the audience is a role. */
export type IntegrityNotice = {
  readonly audience: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** Gives the number of the case that an intent opens, the same one each time. */
export async function reserveCase(db: Db, no: string, opening: string): Promise<number> {
  return transaction(db, async (tx) => {
    // One after the other, so that numbers follow each other.
    await tx`select 1 from applications where no = ${no} for no key update`;
    const [row] = await tx<{ n: number }[]>`
      insert into integrity_cases (no, n, opening)
      select ${no}, coalesce(max(n), 0) + 1, ${opening}::uuid from integrity_cases where no = ${no}
      on conflict (opening) do update set opening = excluded.opening returning n`;
    if (!row) throw new Error('no case was reserved');
    return row.n;
  });
}

/** The words of a step, sealed; the same id again changes nothing. */
export async function keepText(
  { sql }: Db,
  no: string,
  text: { id: string; body: Buffer; hash: string },
): Promise<void> {
  await sql`insert into texts (id, no, body_enc, hash) values (${text.id}, ${no}, ${text.body}, ${text.hash}) on conflict do nothing`;
}

/** Which case and step an intent became, or null while it is open. */
export async function findStep({ sql }: Db, intent: string): Promise<{ no: string; n: number; seq: number } | null> {
  const [row] = await sql<{ no: string; n: number; seq: number }[]>`
    select no, n, seq from integrity_events where intent = ${intent}`;
  return row ?? null;
}

/** What an intent came to, as its case answered, and the case as it now stands; null while it is open. */
export async function integrityReply({ sql }: Db, intent: string): Promise<IntegrityReply | null> {
  const [row] = await sql<{ event: IntegrityEvent; state: IntegrityState }[]>`
    select jsonb_build_object('seq', e.seq, 'name', e.name, 'at', to_ms(e.at), 'person', e.person, 'role', e.role, 'data', e.data) as event, c.state
      from integrity_events e join integrity_cases c on c.no = e.no and c.n = e.n where e.intent = ${intent}`;
  return row ? { intent, ...row } : null;
}

/** Writes a step with all that follows from it, once: whoever comes second changes nothing. */
export async function writeStep(
  db: Db,
  { no, n, reply, notices }: { no: string; n: number; reply: IntegrityReply; notices: readonly IntegrityNotice[] },
): Promise<void> {
  const { event, state, intent } = reply;
  const record = event.data.decision?.record;
  const revokedOn = event.data.decision?.effect === 'revoke' ? event.data.decision.on : null;
  await transaction(db, async (tx) => {
    await tx`select 1 from applications where no = ${no} for no key update`;
    const fresh = await tx`
      insert into integrity_events (no, n, seq, intent, name, at, person, role, data)
      values (${no}, ${n}, ${event.seq}, ${intent}, ${event.name}, from_ms(${event.at}::bigint), ${event.person}, ${event.role},
              ${JSON.stringify(event.data)}::text::jsonb) on conflict do nothing returning 1`;
    if (fresh.length === 0) return;
    await tx`update integrity_cases set seq = ${event.seq}, state = ${JSON.stringify(state)}::text::jsonb where no = ${no} and n = ${n} and seq < ${event.seq}`;
    await tx`
      update applications set integrity = jsonb_build_object('version', coalesce((integrity ->> 'version')::integer, 0) + 1,
               'revokedOn', coalesce(${revokedOn}::text, integrity ->> 'revokedOn')) where no = ${no}`;
    if (record)
      await tx`insert into integrity_records (no, n, person, body)
               select ${no}, ${n}, person, ${JSON.stringify(record)}::text::jsonb from applications where no = ${no} on conflict do nothing`;
    // Below zero, so that no notice of the application's own events is taken for one of these.
    const seq = -(n * 1000 + event.seq);
    await tx`
      insert into notices (no, seq, person, channel, template, params, about_at)
      select a.no, ${seq}::integer, who.person, channel, told ->> 'template', told -> 'params', from_ms(${event.at}::bigint)
        from applications a cross join jsonb_array_elements(${JSON.stringify(notices)}::text::jsonb) told
        cross join lateral (
          select a.person where told ->> 'audience' = 'applicant'
          union
          select g.person from grants g join people pe on pe.id = g.person and pe.world is not distinct from a.world
           where g.role = told ->> 'audience' and g.scope in ('unit:' || a.unit, 'office:' || (a.acting ->> (told ->> 'audience')))
        ) who (person)
        cross join unnest(array['inApp', 'mail']) channel
       where a.no = ${no} on conflict do nothing`;
  });
}

/** The cases of an application with their steps; one whose opening is still open is not among them. */
export async function integrityCases({ sql }: Db, no: string): Promise<StoredIntegrityCase[]> {
  return await sql<StoredIntegrityCase[]>`
    select c.n, c.state,
           (select jsonb_agg(jsonb_build_object('seq', e.seq, 'name', e.name, 'at', to_ms(e.at), 'person', e.person, 'role', e.role, 'data', e.data) order by e.seq)
              from integrity_events e where e.no = c.no and e.n = c.n) as events
      from integrity_cases c where c.no = ${no} and c.seq > 0 order by c.n`;
}

/** The records of a person, newest first. */
export async function recordsOf({ sql }: Db, person: string): Promise<StoredRecord[]> {
  const rows = await sql<{ no: string; n: number; body: IntegrityRecord }[]>`
    select no, n, body from integrity_records where person = ${person} order by body ->> 'from' desc, no, n`;
  return rows.map(({ no, n, body }) => ({ no, n, ...body }));
}
