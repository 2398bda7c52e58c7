/** How Temporal is reached over TLS, as its clients take it. */
export type TemporalTls = {
  readonly serverRootCACertificate?: Buffer;
  readonly serverNameOverride?: string;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
};

type TlsSettings = {
  readonly wanted: boolean;
  readonly ca: Buffer | undefined;
  readonly crt: Buffer | undefined;
  readonly key: Buffer | undefined;
  readonly serverName: string | undefined;
};

/** The settings together; null where Temporal is reached in clear. */
export function temporalTlsOf({ wanted, ca, crt, key, serverName }: TlsSettings): TemporalTls | null {
  if (!wanted && !ca && !crt && !key && !serverName) return null;
  return {
    ...(ca ? { serverRootCACertificate: ca } : {}),
    ...(serverName ? { serverNameOverride: serverName } : {}),
    ...(crt && key ? { clientCertPair: { crt, key } } : {}),
  };
}
