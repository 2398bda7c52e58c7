// SQL by hand: the counts of a step are subqueries of one statement.
import type { Count } from './counting.ts';

/** Custodians who have registered a key for the next box, without those who have become experts of the session since. */
export const countCustodians: Count = (sql, { session }) => sql`
  (select count(*)::integer from entities e
     join ballot_custodians c on c.session = e.no and c.round = coalesce((e.state -> 'ballot' ->> 'round')::integer, 1)
    where e.no = ${session}
      and not exists (select 1 from session_experts d join experts x on x.id = d.expert where d.session = e.no and x.person = c.person))`;

/** What the box came to, once it is counted: how many were reviewed and how many passed, and the SHA-256 of the list of results in order of their numbers. */
export const countResults: Count = (sql, { session }) => sql`
  (select jsonb_build_object(
            'reviewed', count(*) filter (where r.reason is distinct from 'absentFromDefence'),
            'passed', count(*) filter (where r.passed),
            'hash', encode(sha256(convert_to(string_agg(concat_ws(E'\\t', r.application, r.present, r.agree, r.against, r.abstain, r.blank, r.passed, r.reason), E'\\n'
                                                        order by r.application collate "C"), 'UTF8')), 'hex'))
     from entities e
     join ballot_boxes b on b.session = e.no and b.round = (e.state -> 'ballot' ->> 'round')::integer and b.counted_at is not null
     join session_results r on r.session = b.session and r.round = b.round
    where e.no = ${session} having count(*) > 0)`;
