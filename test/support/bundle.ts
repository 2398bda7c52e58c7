import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const WORKFLOWS = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
const silent = () => {};

/** Bundles the workflows into a file for `workflowBundle: { codePath }`, once instead of in every test file. */
export async function bundleWorkflows(file: string): Promise<void> {
  const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger });
  await writeFile(file, code);
}
