import { DefaultLogger, Runtime } from '@temporalio/worker';

/** What the SDK says of starting and stopping workers is noise in a test's output. Once per process. */
Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
