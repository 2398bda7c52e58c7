import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { kindOfNumber } from '../../db/intents/lost-workflows.ts';
import { begunAgain, lastSettled, lockThing, waitsForItsFirst } from '../../db/intents/rebuild.ts';
import { transaction } from '../../db/transaction.ts';
import type { CommandDeps } from '../deps.ts';
import { kindNamed } from '../kind-of.ts';
import { repairTimeoutMs } from '../limits.ts';
import { isNotFound } from '../temporal/not-found.ts';

/**
 * What came of a rebuilding: `ended` where nothing of this number lasts, `running` where a workflow has the number and was to keep it, `cleared` where nothing
 * had happened yet and what had the number was deleted, so that the first intent starts a workflow anew.
 */
export type Rebuilt = 'rebuilt' | 'cleared' | 'missing' | 'noWorkflow' | 'ended' | 'running';

/**
 * Starts the workflow of an open thing again from what PostgreSQL knows: the state that its events lead to, and the number of the last intent that has its
 * outcome. Its open intents are due at once. The row is held meanwhile, so that no outcome is written between reading and starting. `replace` ends a workflow
 * that runs under the number. Throws `TrailParted` where the events do not lead to the stored state.
 */
export async function rebuild(
  deps: CommandDeps,
  no: string,
  { replace }: { readonly replace: boolean },
): Promise<Rebuilt> {
  const kind = await kindOfNumber(deps.db, no);
  if (kind === null) return 'missing';
  const { workflow } = kindNamed(deps.kinds, kind);
  if (!workflow) return 'noWorkflow';
  return await transaction(deps.db, async (tx) => {
    await lockThing(tx, no);
    if (!(await workflow.lasting(deps, kind)).includes(no)) {
      if (!replace || !(await waitsForItsFirst(tx, no))) return 'ended';
      await deleteRuns(deps, workflow.id(no));
      await begunAgain(tx, no);
      return 'cleared';
    }
    const input = await workflow.fromTrail(deps, { no, last: await lastSettled(tx, no) });
    const { temporal, taskQueue } = deps;
    const options = {
      workflowId: workflow.id(no),
      taskQueue,
      args: [input],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: replace ? 'TERMINATE_EXISTING' : 'FAIL',
    } as const;
    try {
      await temporal.connection.withDeadline(Date.now() + repairTimeoutMs, () =>
        temporal.workflow.start(workflow.type, options),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'running';
      throw error;
    }
    await begunAgain(tx, no);
    return 'rebuilt';
  });
}

/** Deletes what runs or ran under an id; a run that has ended would give its answer to an intent again. */
async function deleteRuns({ temporal }: Pick<CommandDeps, 'temporal'>, workflowId: string): Promise<void> {
  const { namespace } = temporal.options;
  try {
    await temporal.connection.withDeadline(Date.now() + repairTimeoutMs, () =>
      temporal.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } }),
    );
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
