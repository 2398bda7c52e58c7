// SQL by hand: each list is one read over several tables, and drizzle has no lateral aggregates.
import type { ApplicantKnown, ExpertKnown } from '../../../domain/session/draw/exclusions.ts';
import type { CommitteeKey } from '../../committees/committee-years.ts';
import type { Db } from '../../connection.ts';

/** Of what a pool is made: the experts of the committee and who is on the roster. */
export type DrawMatter = { readonly experts: readonly ExpertKnown[]; readonly applicants: readonly ApplicantKnown[] };

/** Reads them. Two accounts are one person where they have registered one identity document. */
export async function drawMatter(
  { sql }: Db,
  session: string,
  { programme, committee, world }: CommitteeKey,
): Promise<DrawMatter> {
  const applicants = await sql<ApplicantKnown[]>`
    select coalesce(p.identity_hash, p.id::text) as person, a.unit, u.name as "unitName", a.level
      from session_roster r join applications a on a.no = r.application join people p on p.id = a.person join units u on u.id = a.unit
     where r.session = ${session} and r.left_at is null order by a.no`;
  const experts = await sql<ExpertKnown[]>`
    select x.id, x.specialty, x.origin, x.level, x.unit, x.unit_name as "unitName", coalesce(p.identity_hash, p.id::text) as person,
           x.term_from::text as "termFrom", x.term_until::text as "termUntil", x.ended_on::text as "endedOn",
           exists (select 1 from session_experts d where d.session = ${session} and d.expert = x.id and d.recused) as recused,
           exists (select 1 from applications own
                     join achievement_fingerprints theirs on theirs.no = own.no and theirs.version = own.content_version
                     join achievement_fingerprints mine on mine.fingerprint = theirs.fingerprint and mine.no <> own.no
                     join applications a on a.no = mine.no and a.content_version = mine.version
                     join session_roster r on r.application = a.no and r.session = ${session} and r.left_at is null
                    where own.person = x.person) as joint
      from experts x left join people p on p.id = x.person
     where x.programme = ${programme} and x.committee = ${committee} and x.world is not distinct from ${world}::uuid
     order by x.id`;
  return { experts, applicants };
}
