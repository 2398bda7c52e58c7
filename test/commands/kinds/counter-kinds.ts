import type { Kinds } from '../../../commands/deps.ts';
import { entityKind } from '../../../commands/kinds/entity-kind.ts';
import { counterDecider, isFull } from './counter.ts';

const before = async () => ({ context: {} });

/** The counter twice: decided by the finisher, and by a workflow that lasts until it is full. */
export const counterKinds: Kinds = {
  counter: entityKind({ decider: counterDecider, workflow: null, before }),
  lasting_counter: entityKind({
    decider: counterDecider,
    workflow: { type: 'lastingCounter', ended: isFull },
    before,
  }),
};
