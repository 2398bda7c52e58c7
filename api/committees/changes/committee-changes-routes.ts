import { changeRuleOf } from '../../../domain/lifecycle/move-committee.ts';
import { text } from '../../../domain/text.ts';
import { notYours, titleOffice } from '../../access/may.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import { programmeParams } from '../../programmes/programmes-schemas.ts';
import { changeCommittee } from './change-committee.ts';
import { changeInput, changeView } from './committee-changes-schemas.ts';

/** The people who may change the committee of a unit; nobody moves an application of their own. */
const office = titleOffice(
  ({ claims }) => [changeRuleOf(claims)?.changed.by ?? []].flat(),
  ({ claims }) => {
    const { clauses = [], readings = [] } = changeRuleOf(claims) ?? {};
    const message = text('只有职称办可以变更单位的评委会。', 'Only the title office changes the committee of a unit.');
    return notYours(message, { clauses, readings });
  },
);

/** The committee of the people of a unit changes for all of them or for none (LYG-4.0-d, A-26). */
export const committeeChangeRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/programmes/:id/committee-changes',
    summary:
      'Moves all people of a unit in a specialty at a level to another committee, none of them reported yet; for the title office.',
    tag: 'programmes',
    access: 'login',
    may: { ...office, who: 'The title office of the programme; nobody moves an application of their own.' },
    params: programmeParams,
    body: changeInput,
    idempotency: 'stored',
    answers: {
      200: { description: 'Changed, with what came of each application', schema: changeView },
      409: { description: 'At least one stands against it; all are listed and none is moved' },
    },
    handle: async ({ services, caller, world, body, granted: office }) => ({
      status: 200,
      body: await changeCommittee(services, { body, world, office, person: caller.person }),
    }),
  }),
];
