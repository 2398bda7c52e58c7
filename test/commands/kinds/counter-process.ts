import { kinds } from '../../../commands/kinds/kinds.ts';
import { actOnce, taskGiven } from '../../support/actor.ts';
import { counterKinds } from './counter-kinds.ts';

// An actor process that knows the toy kind; `CRASH_AT` kills it there.
await actOnce(await taskGiven(), { ...kinds, ...counterKinds });
