import { findIntents, type StoredIntent } from '../../db/intents/receipts.ts';
import { findCaller } from '../../db/people/callers.ts';
import { seenBy } from '../access/on-application.ts';
import { applicationView } from '../applications/applications-schemas.ts';
import { ofRow } from '../http/common-schemas.ts';
import type { May } from '../http/route.ts';
import { defineRoute } from '../http/route.ts';
import { receiptView } from './receipts-schemas.ts';
import { answerTo } from './reply.ts';

/** The person who took the action, as long as they may see its application; for all others the intent does not exist. */
const ownIntent: May<{ readonly id: string }, { readonly intent: StoredIntent }> = {
  who: 'Whoever did the action, as long as its application is something to them.',
  check: async ({ services: { db }, params, caller }) => {
    const [intent] = await findIntents(db, [params.id]);
    if (intent?.person !== caller.person) return null;
    const { application } = await findCaller(db, { subject: caller.subject, no: intent.no });
    return seenBy({ application, caller }) && { intent };
  },
};

/** The outcome of an action that was answered with a receipt. */
export const intentRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/intents/:id',
    summary: 'One’s own action: the receipt while it waits, then the answer the action would have given.',
    tag: 'actions',
    access: 'login',
    may: ownIntent,
    params: ofRow,
    answers: {
      200: { description: 'Done: the view, with warnings', schema: applicationView, headers: ['ETag'] },
      202: { description: 'Still waiting: the receipt', schema: receiptView, headers: ['Location', 'Retry-After'] },
      409: { description: 'Refused by the rules or the stage, with the clauses' },
      412: { description: 'Refused: the version had moved' },
      422: { description: 'Refused: something in it could not be right' },
    },
    handle: ({ granted: { intent }, caller, services }) => {
      const { id, no, action, outcome, accepted, receivedAt } = intent;
      const reader = { no, action, caller, receivedAt };
      return outcome && accepted !== null
        ? answerTo(services, { kind: 'finished', intent: id, accepted, outcome }, reader)
        : answerTo(services, { kind: 'recorded', intent }, reader);
    },
  }),
];
