/** The largest JSON body of a person and of anybody else, and the largest uploaded file, bytes. */
export const maxJsonBytes = 1024 * 1024;
export const maxPublicJsonBytes = 64 * 1024;
export const maxFileBytes = 10 * 1024 * 1024;
/** How many files one process receives at once, and how many it seals and stores at once, about 45 MB of memory each. */
export const maxUploads = 16;
export const maxFilesKept = 2;
/** How deep a JSON body may be nested, and how many parts each of its objects and lists may have: more than any schema knows. */
export const maxJsonDepth = 32;
export const maxJsonParts = 1_000;

/** How many problems of a request its answer lists. */
export const maxProblems = 50;

/** How many connections one process accepts; more are closed at once. */
export const maxConnections = 2_000;

/** How many event streams one process keeps open, in all and for one subject. */
export const maxStreams = 200;
export const maxStreamsOfOne = 5;

/** How many verified tokens one process caches; the least recently used one is dropped first. */
export const maxTokens = 10_000;

/** How many deficiencies one return may list and how many checks one action may confirm; the case state holds them all. */
export const maxDeficiencies = 40;
export const maxChecks = 60;
/** How many applications one posting or batch may have, and how many parts one list of a paper dossier. */
export const maxItems = 200;
export const maxDossierParts = 100;

/** How long a request about several applications may take before the courier finishes the rest, ms. */
export const bulkTimeoutMs = 8_000;
/** How many applications one change of a committee may concern. */
export const maxChanged = 200;
