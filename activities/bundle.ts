import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleWorkflowCode } from '@temporalio/worker';

const WORKFLOWS = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
const silent = () => {};

/** Bundles the workflows into a file for `workflowBundle: { codePath }`. */
export async function bundleWorkflows(file: string): Promise<void> {
  const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger });
  await writeFile(file, code);
}

/** Bundles the workflows in a process of its own, so that the worker does not keep the bundler's memory; the file exists while `use` runs. */
export async function withBundle<T>(use: (codePath: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhicheng-bundle-'));
  try {
    const codePath = join(folder, 'workflows.cjs');
    await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), codePath]);
    return await use(codePath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await bundleWorkflows(process.argv[2] ?? '');
