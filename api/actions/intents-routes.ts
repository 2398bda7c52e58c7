import { findIntents } from '../../db/intents/receipts.ts';
import { applicationView, receiptView } from '../applications/applications-schemas.ts';
import { visibleKey } from '../applications/load.ts';
import { ofRow } from '../bulk/bulk-schemas.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute } from '../http/route.ts';
import { answerTo } from './reply.ts';

/** What came of an action that was answered with a receipt. */
export const intentRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/intents/:id',
    summary: 'One’s own action: the receipt while it waits, then the answer the action would have given.',
    tag: 'actions',
    access: 'login',
    params: ofRow,
    answers: {
      200: { description: 'Done: the view, with warnings', schema: applicationView, headers: ['ETag'] },
      202: { description: 'Still waiting: the receipt', schema: receiptView, headers: ['Location', 'Retry-After'] },
      409: { description: 'Refused by the rules or the stage, with the clauses' },
      412: { description: 'Refused: the version had moved' },
      422: { description: 'Refused: something in it could not be right' },
    },
    handle: async ({ params, caller, services }) => {
      const [intent] = await findIntents(services.db, [params.id]);
      if (!intent || intent.person !== caller.person) throw notFound();
      const { id, no, action, outcome, accepted, receivedAt } = intent;
      await visibleKey(services, no, caller);
      const reader = { no, action, caller, receivedAt };
      return outcome && accepted !== null
        ? answerTo(services, { kind: 'finished', intent: id, accepted, outcome }, reader)
        : answerTo(services, { kind: 'recorded', intent }, reader);
    },
  }),
];
