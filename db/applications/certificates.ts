import { and, desc, eq, sql } from 'drizzle-orm';
import type { Level } from '../../domain/programme/facts.ts';
import { inWorld } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, certificates, events, people } from '../schema.ts';

/** A certificate with what is shown of it; the name is sealed. `revokedOn` is the day of the first revocation, by an integrity case or with its session. */
export type StoredCertificate = {
  readonly code: string;
  readonly issuedOn: string;
  readonly revokedOn: string | null;
  readonly number: string;
  readonly name: Buffer;
  readonly programme: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly committee: string | null;
  readonly offices: Readonly<Partial<Record<string, string>>>;
  /** The role in which it was issued. */
  readonly role: string;
};

const certificate = (orm: Db['orm']) =>
  orm
    .select({
      code: certificates.code,
      issuedOn: certificates.issuedOn,
      revokedOn: sql<
        string | null
      >`least(${certificates.revokedOn}, (${applications.integrity} ->> 'revokedOn')::date)::text`,
      number: sql<string>`${events.data} ->> 'certificate'`,
      name: people.nameEnc,
      programme: applications.programme,
      series: applications.series,
      specialty: applications.specialty,
      level: applications.level,
      committee: applications.committee,
      offices: applications.acting,
      role: events.role,
    })
    .from(certificates)
    .innerJoin(applications, eq(applications.no, certificates.no))
    .innerJoin(people, eq(people.id, applications.person))
    .innerJoin(events, and(eq(events.no, certificates.no), eq(events.seq, certificates.seq)));

const byCode = prepared(['world', 'code'], (orm, { world, code }) =>
  certificate(orm).where(and(eq(certificates.code, code), inWorld(applications.world, world))),
);

/** The certificate with this public code; null if there is none in the world. */
export async function findCertificate(
  db: Db,
  of: { readonly world: string | null; readonly code: string },
): Promise<StoredCertificate | null> {
  const [row] = (await byCode(db, of)) as StoredCertificate[];
  return row ?? null;
}

const ofApplication = prepared(['no'], (orm, { no }) =>
  certificate(orm).where(eq(certificates.no, no)).orderBy(desc(certificates.seq)).limit(1),
);

/** The certificate that was issued last on an application; null if there is none. */
export async function certificateOf(db: Db, no: string): Promise<StoredCertificate | null> {
  const [row] = (await ofApplication(db, { no })) as StoredCertificate[];
  return row ?? null;
}
