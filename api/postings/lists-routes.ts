import pMap from 'p-map';
import { sharedConcurrency } from '../../commands/limits.ts';
import { type ListedPaper, listPapers } from '../../db/applications/documents.ts';
import { findIntents } from '../../db/intents/receipts.ts';
import type { StoredBatch } from '../../db/postings/batches.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { printedNamesOf } from '../../domain/programme/printed-names.ts';
import { rolesFor } from '../access/application-roles.ts';
import { wholeApplication } from '../applications/load.ts';
import { batchSenderOrReceiver } from '../bulk/batch-readers.ts';
import { paperAnswers, paperReply, partsOf } from '../documents/documents-routes.ts';
import { type Manifest, manifest } from '../documents/manifest.ts';
import { paperDataOf } from '../documents/paper-data.ts';
import { publicityDocument } from '../documents/publicity.ts';
import { ofRow } from '../http/common-schemas.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { postingUnit } from './posting-rights.ts';
import { ofPosting } from './postings-schemas.ts';

const tag = 'documents';

/** What a delivery holds: the applications whose delivery was accepted, and those still waiting for it, which the receipt does not count. */
async function manifestOf(services: Services, batch: StoredBatch, papers: readonly ListedPaper[]): Promise<Manifest> {
  const { db, vault, programmes } = services;
  const [first] = papers;
  const intents = await findIntents(
    db,
    batch.items.flatMap(({ intent }) => intent ?? []),
  );
  const accepted = new Set(intents.filter((each) => each.accepted).map(({ id }) => id));
  const waiting = new Set(intents.filter((each) => each.accepted === null).map(({ id }) => id));
  const among = (ids: ReadonlySet<string>) =>
    new Set(batch.items.flatMap(({ no, intent }) => (intent && ids.has(intent) ? [no] : [])));
  const [sent, pending] = [among(accepted), among(waiting)];
  const officeOf = (id: string | null | undefined) =>
    programmes.get(first?.programme ?? '')?.offices.find((office) => office.id === id);
  const to = officeOf(batch.receiver?.office);
  return {
    title: batch.kind === 'forwarding' ? '申报材料转报清单' : '申报材料报送清单',
    id: batch.id,
    from: batch.unit === null ? (officeOf(batch.office)?.name.zh ?? '') : (first?.unitName ?? ''),
    to: to?.name.zh ?? '',
    address: to?.address?.zh ?? null,
    date: dateOf(batch.createdAt),
    // What was refused is not delivered and stands on no list.
    lines: papers
      .filter(({ no }) => sent.has(no) || pending.has(no))
      .map((paper) => ({
        no: paper.no,
        name: vault.openText(paper.name, 'person.name'),
        received: sent.has(paper.no),
        ...printedNamesOf(programmes.get(paper.programme), paper),
      })),
  };
}

/** The papers about several applications. */
export const listRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/postings/:id/document',
    summary: 'The publicity document of a unit by annex 1, a page for each person on it; for the unit that posts it.',
    tag,
    access: 'login',
    may: postingUnit,
    params: ofPosting,
    answers: paperAnswers,
    handle: async ({ granted: { posting }, caller, services }) => {
      const people = await pMap(
        posting.items,
        async ({ no }) => {
          const row = await wholeApplication(services, no);
          return paperDataOf(services, await partsOf(services, no, 'publicityDocument', rolesFor(row, caller)));
        },
        sharedConcurrency,
      );
      return paperReply(services, '公示文件', publicityDocument(people));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/batches/:id/document',
    summary: 'The list of a delivery or forwarding with the receipt to be signed, for who sends and who receives it.',
    tag,
    access: 'login',
    may: batchSenderOrReceiver,
    params: ofRow,
    answers: paperAnswers,
    handle: async ({ granted: { batch }, services }) => {
      const papers = await listPapers(
        services.db,
        batch.items.map(({ no }) => no),
      );
      if (papers.length === 0) throw notFound();
      const list = await manifestOf(services, batch, papers);
      return paperReply(services, list.title, manifest(list));
    },
  }),
];
