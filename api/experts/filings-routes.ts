import { z } from 'zod';
import { filingsOf, type StoredFiling, writeFiling } from '../../db/sessions/filings.ts';
import { dateOf, type IsoDate } from '../../domain/calendar/dates.ts';
import { filingRefusal } from '../../domain/session/committee/filing.ts';
import { refused } from '../http/errors.ts';
import { pageLimit, usualLimit } from '../http/request/paging.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { runsCommittee, seesCommittee } from './committee-rights.ts';
import { filingInput, filingList, filingView, ofCommittee } from './filings-schemas.ts';

const tag = 'sessions';
const access = 'login' as const;
const path = '/v1/programmes/:id/committees/:committee/filings';

/** The filings by which a committee exists; the newest counts, and after its last day the committee may not meet (Order 40, articles 8 and 9). */
export const filingRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Registers the filing of a committee: its number, size and how long it lasts; for its office.',
    tag,
    access,
    may: runsCommittee,
    idempotency: 'stored',
    params: ofCommittee,
    body: filingInput,
    answers: {
      201: { description: 'The filing', schema: filingView },
      422: { description: 'The size is even or too small, or it lasts too long, with the rule' },
    },
    handle: async ({ services, caller, body, key, now, granted: { key: committee, rules } }) => {
      const today = dateOf(await now());
      const refusal = filingRefusal(rules.committee, body, today);
      if (refusal) throw refused(refusal);
      const filing = { id: key.id, ...body };
      await writeFiling(services.db, committee, { ...filing, by: caller.person });
      return { status: 201, body: viewOf(filing, today) };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The filings of a committee, the newest first; for its offices and auditors.',
    tag,
    access,
    may: seesCommittee,
    params: ofCommittee,
    query: z.strictObject({ limit: pageLimit }),
    answers: { 200: { description: 'The filings', schema: filingList } },
    handle: async ({ services, now, query: { limit = usualLimit }, granted: { key } }) => {
      const today = dateOf(await now());
      const found = await filingsOf(services.db, key, limit);
      return { status: 200, body: { items: found.map((each) => viewOf(each, today)) } };
    },
  }),
];

const viewOf = (filing: StoredFiling, today: IsoDate) => ({
  ...filing,
  inForce: filing.filedOn <= today && today <= filing.filedUntil,
});
