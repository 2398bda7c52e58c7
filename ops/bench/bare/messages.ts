import { defineUpdate } from '@temporalio/workflow';

/** The argument of a bare update: the action it stands for, and its number in the case. */
export type BareCommand = { readonly action: string; readonly n: number };

/** The only message of the empty workflow; answers how many it has taken. */
export const bareUpdate = defineUpdate<{ readonly taken: number }, [BareCommand], 'act'>('act');

/** Where the empty workflows of the benchmark run. */
export const bareTaskQueue = 'bench-bare';
export const bareWorkflowId = (no: string): string => `bare/${no}`;
