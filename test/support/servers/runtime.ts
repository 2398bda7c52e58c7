import { DefaultLogger, Runtime } from '@temporalio/worker';

// A process has one runtime, which its test files share: whoever opens a worker imports this first.
Runtime.install({ logger: new DefaultLogger('ERROR') });
