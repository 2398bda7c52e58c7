import { type CertificateFiles, SERVER_NAME } from '../certificate.ts';

/** Ports of a Temporal server: of its frontend, and of its parts among themselves. */
export const TEMPORAL_PORTS = [
  'frontend',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;

/** A port for each name in `TEMPORAL_PORTS`. */
export type TemporalPorts = Readonly<Record<(typeof TEMPORAL_PORTS)[number], number>>;

/** The two databases a Temporal server keeps its own state in. */
export const TEMPORAL_DATABASES = { default: 'temporal', visibility: 'temporal_visibility' } as const;

/** How a Temporal server reaches its databases. */
export type TemporalStore = { readonly address: string; readonly user: string; readonly password: string };

/** Its ports, the certificate that its parts and its clients show each other, and the file of its other settings. */
export type TemporalFiles = {
  readonly ports: TemporalPorts;
  readonly certificate: CertificateFiles;
  readonly dynamicConfigFile: string;
};

// Cannot change after the database is created; 4 suits one machine.
const HISTORY_SHARDS = 4;

/** The configuration of a Temporal server with all its parts in one process, on loopback only, where every local account could reach it otherwise. */
export function temporalConfig(store: TemporalStore, { ports, certificate, dynamicConfigFile }: TemporalFiles) {
  const part = (name: 'frontend' | 'history' | 'matching' | 'worker') => ({
    rpc: { grpcPort: ports[name], membershipPort: ports[`${name}Membership`], bindOnLocalHost: true },
  });
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: HISTORY_SHARDS,
      datastores: {
        default: { sql: sqlStore(store, TEMPORAL_DATABASES.default, 12) },
        visibility: { sql: sqlStore(store, TEMPORAL_DATABASES.visibility, 4) },
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' }, tls: tls(certificate) },
    services: {
      frontend: part('frontend'),
      history: part('history'),
      matching: part('matching'),
      worker: part('worker'),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${ports.frontend}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '60s' },
  };
}

/** Frontend and parts let nobody in without the one certificate. */
function tls({ certificate: certFile, key: keyFile }: CertificateFiles) {
  const client = { serverName: SERVER_NAME, rootCaFiles: [certFile] };
  const both = { server: { certFile, keyFile, requireClientAuth: true, clientCaFiles: [certFile] }, client };
  return { internode: both, frontend: both, systemWorker: { certFile, keyFile, client } };
}

/** Settings of the server that are not in its configuration file. */
export const DYNAMIC_CONFIG = {
  // Demonstrations and tests play months of 2024, so the clock of each workflow must be movable.
  'frontend.WorkflowTimeSkippingEnabled': [{ value: true }],
  // All parts of the server know a newly registered namespace at once, not after ten seconds.
  'system.namespaceCacheRefreshInterval': [{ value: '1s' }],
  // How many workflows the server caches, 40 to 80 KiB each; the others are read again when something happens to them.
  'history.hostLevelCacheMaxSize': [{ value: 500 }],
};

function sqlStore({ address, user, password }: TemporalStore, databaseName: string, maxConns: number) {
  return {
    // The pgx driver prepares its statements; `postgres12` plans each one anew, which costs 1.2 CPU ms for an action (docs/benchmarks.md).
    pluginName: 'postgres12_pgx',
    databaseName,
    connectAddr: address,
    connectProtocol: 'tcp',
    user,
    password,
    maxConns,
    maxIdleConns: maxConns,
    maxConnLifetime: '1h',
  };
}
