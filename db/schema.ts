// The one source of the tables: db/README.md says how a change of it becomes a migration.
export * from './schema/applications.ts';
export * from './schema/committees.ts';
export * from './schema/entities.ts';
export * from './schema/file-removals.ts';
export * from './schema/integrity.ts';
export * from './schema/intents.ts';
export * from './schema/notices.ts';
export * from './schema/people.ts';
export * from './schema/postings.ts';
export * from './schema/programmes.ts';
export * from './schema/rate-limits.ts';
export * from './schema/sessions/certificates.ts';
export * from './schema/sessions/committees.ts';
export * from './schema/sessions/sessions.ts';
