import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BundleOptions, bundleWorkflowCode } from '@temporalio/worker';

const WORKFLOWS = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
/**
 * The rules that the workflows import. They are pure, so all cases of a worker share them: otherwise the SDK evaluates and compiles them anew for each
 * case, and each case keeps its own copy.
 */
export const sharedRules = [
  'entity/command-queue.ts',
  'entity/decider.ts',
  'integrity/decide.ts',
  'lifecycle/command-queue.ts',
  'lifecycle/lapses.ts',
  'session/decide.ts',
  'session/steps.ts',
];
const silent = () => {};

/** Bundles the workflows into a file for `workflowBundle: { codePath }`. */
export async function bundleWorkflows(file: string): Promise<void> {
  const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS,
    preloadModules: sharedRules.map((path) => fileURLToPath(new URL(`../domain/${path}`, import.meta.url))),
    webpackConfigHook: forOurNode,
    logger,
  });
  await writeFile(file, code);
}

type Config = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/** Code for the Node that we run: for older ones, each copy of an object would go through a helper. */
function forOurNode(config: Config): Config {
  for (const rule of config.module?.rules ?? []) {
    const used = typeof rule === 'object' && rule ? rule.use : undefined;
    if (used && typeof used === 'object' && 'options' in used && typeof used.options === 'object')
      Object.assign(used.options.jsc ?? {}, { target: 'es2023' });
  }
  return config;
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
