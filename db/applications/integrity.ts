import type {
  IntegrityActionName,
  IntegrityFact,
  IntegrityRecord,
  IntegrityState,
} from '../../domain/integrity/case.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';

/** One step of a case; `at` is business time, epoch ms. */
type StoredIntegrityStep = {
  readonly seq: number;
  readonly name: IntegrityActionName;
  readonly at: number;
  readonly role: Role;
  readonly data: IntegrityFact['data'];
};

/** A case as kept: how it stands and what happened, first to last. */
export type StoredIntegrityCase = {
  readonly n: number;
  readonly state: IntegrityState;
  readonly events: readonly StoredIntegrityStep[];
};

/** A record in the archive with the case it comes from. */
export type StoredRecord = IntegrityRecord & { readonly no: string; readonly n: number };

/** Under which number the intents, events and texts of a case stand. */
export const integrityNo = (application: string, n: number): string => `integrity/${application}/${n}`;

/** Which case of its application a number is. */
export const numberOfCase = (no: string): number => Number(no.slice(no.lastIndexOf('/') + 1));

/** Gives the number of the case that a request opens, the same one each time it is repeated. */
export async function reserveCase({ sql }: Db, no: string, request: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select reserve_integrity_case(${no}, ${request}) as n`;
  if (!row) throw new Error('no case was reserved');
  return row.n;
}

/** The cases of an application with their steps; one whose opening is still open is not among them. */
export async function integrityCases({ sql }: Db, no: string): Promise<StoredIntegrityCase[]> {
  const rows = await sql<(Omit<StoredIntegrityCase, 'n'> & { no: string })[]>`
    select c.no, c.state,
           (select jsonb_agg(jsonb_build_object('seq', e.seq, 'name', e.name, 'at', to_ms(e.at), 'role', e.role, 'data', e.data) order by e.seq)
              from events e where e.no = c.no) as events
      from entities c where c.application = ${no} and c.kind = 'integrity' and c.seq > 0 order by split_part(c.no, '/', -1)::integer`;
  return rows.map(({ no: own, ...row }) => ({ n: numberOfCase(own), ...row }));
}

/** The records of a person, newest first. */
export async function recordsOf({ sql }: Db, person: string): Promise<StoredRecord[]> {
  const rows = await sql<{ no: string; n: number; body: IntegrityRecord }[]>`
    select no, n, body from integrity_records where person = ${person} order by body ->> 'from' desc, no, n`;
  return rows.map(({ no, n, body }) => ({ no, n, ...body }));
}
