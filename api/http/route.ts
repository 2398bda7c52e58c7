import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { CommandDeps } from '../../commands/deps.ts';
import type { Env } from '../../config/env/env.ts';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import type { Db } from '../../db/connection.ts';
import type { Vault } from '../../db/vault.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { FieldError, Refusal } from '../../domain/refusal.ts';
import type { Caller, Issuer, Newcomer, Person, Verifier } from './caller.ts';
import type { Counter } from './request/rate-limit.ts';

/** Looks for viruses in files before they are kept. */
export type Scanner = {
  /** The name of the virus in a file, or null; throws a 503 where the scanner does not say. */
  virusIn(data: Buffer): Promise<string | null>;
  /** Throws where the scanner does not answer. */
  ping(): Promise<void>;
};

/** What routes need from outside; made once by `server.ts`, or by a test. */
export type Services = {
  readonly db: Db;
  readonly vault: Vault;
  readonly deps: CommandDeps;
  readonly env: Env;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly log: Logger;
  /** Counts how often a subject registers an identity number; throws a 429 if that was too often. */
  readonly countIdentityTry: Counter;
  readonly countObjection: { readonly person: Counter; readonly address: Counter };
  /** Counts the codes that an address asks for and that no certificate has; throws a 429 after too many. */
  readonly countUnknownCertificate: Counter;
  /** Counts what an address sends without a login; throws a 429 if that was too much. */
  readonly countAnonymousBody: Counter;
  /** Looks for viruses in uploads; null where no scanner is set. */
  readonly scanner: Scanner | null;
  /** What could not be read though it is stored. */
  readonly unreadable: { note(what: string): void; count(): number };
  /** What could not be written because the disk of PostgreSQL is full. */
  readonly full: Services['unreadable'];
  readonly verifier: Verifier;
  /** The built-in issuer; null outside the demonstration. */
  readonly issuer: Issuer | null;
  /** Sends a message to the supervisor of this process; null without one. */
  readonly supervisor: ((message: Readonly<Record<string, unknown>>) => void) | null;
};

/**
 * An answer. `body` may be a function, which is not called when `etag` (strong, without quotes) matches `If-None-Match` and a 304 goes out.
 * `json` is the body as the bytes of JSON, if it is cached in that form; `raw` sends bytes instead of JSON.
 */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly json?: () => Promise<Buffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly etag?: string;
  readonly raw?: { readonly type: string; readonly data: Buffer; readonly filename?: string };
  /** Says who somebody is (number, telephone): nobody on the way keeps it, the reader's browser neither. */
  readonly unstored?: true;
};

/**
 * What a request must bring: `none` ignores tokens and worlds (health, documents); `clock` only tokens; `public` takes a token but needs none;
 * `token` needs a good token of anybody; `login` needs a person. Who of them may call is said by `may`.
 */
export type Access = 'none' | 'clock' | 'public' | 'token' | 'login';
type CallerOf<A extends Access> = A extends 'login' ? Person : A extends 'token' ? Person | Newcomer : Caller;

/**
 * The Idempotency-Key of a request, hashed with subject, method and path, the fingerprint of its payload, and an id made of the hash, for a
 * row that is created: a repeated request makes the same row.
 */
export type RequestKey = { readonly keyHash: string; readonly fingerprint: string; readonly id: string };
/** `intent`: the handler gives the key to `act()`; `stored`: the first answer is kept in the table `idempotency`. */
export type Idempotency = 'intent' | 'stored';

/** The data for a rule about callers. */
export type Asking<P, C extends Caller = Person> = {
  readonly services: Services;
  readonly params: P;
  readonly caller: C;
  readonly world: string | null;
  /** The small row of the application that the rule's `application` names, read in the same statement as the caller; null if there is none. */
  readonly application: ApplicationKey | null;
};

/**
 * What a rule finds: what the caller was found to be, which the handler gets as `granted`, the refusal for everybody else, or null where for others
 * there is nothing at all (404).
 */
export type Found<G extends object | true> = G | Refusal | null;

type Check<A, G extends object | true> = (asking: A) => Found<G> | Promise<Found<G>>;

/** Who may call a route. Every route has one of these checks; only `register.ts` calls them. */
export type May<P, G extends object | true = true, C extends Caller = Person, B = unknown> = {
  /** Who may call, in words; the OpenAPI document says it. */
  readonly who: string;
  /** The number of the application that the path names: its small row is then read together with the caller, in one statement. */
  readonly application?: (params: P) => string;
  /** Asked before anything of the body is read. */
  readonly check?: Check<Asking<P, C>, G>;
  /** For what only the body tells, for instance which applications are meant: asked after `check`, once the body is known to be well formed. */
  readonly checkBody?: Check<Asking<P, C> & { readonly body: B }, G>;
};

/** A request after its checks. `now` is the business time of its world, epoch ms, read once. */
export type Context<
  P,
  Q,
  B,
  A extends Access = Access,
  I extends Idempotency | undefined = undefined,
  G extends object | true = true,
> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly caller: CallerOf<A>;
  readonly world: string | null;
  /** When the caller's token expires, real epoch ms; null without one. */
  readonly expiresAt: number | null;
  readonly key: I extends Idempotency ? RequestKey : null;
  /** The result of the route's `may`. */
  readonly granted: G;
  readonly now: () => Promise<number>;
  /** The `seq` of an `If-Match`: the part of the ETag before the first `.`; undefined without one. */
  readonly expectedSeq: number | undefined;
  /** Whether the request has `If-None-Match: *`, so that only a new thing may be written. */
  readonly onlyNew: boolean;
  readonly language: 'zh' | 'en';
  readonly request: Request;
  readonly services: Services;
};

/** The description of an answer in the OpenAPI document; a problem needs no schema of its own. */
export type AnswerDoc = {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly contentType?: string;
  /** The headers that it always carries. */
  readonly headers?: readonly ('ETag' | 'Location' | 'Retry-After')[];
};

/** One route, for express and for the OpenAPI document. */
export type RouteOptions<
  P,
  Q,
  B,
  A extends Access,
  I extends Idempotency | undefined,
  G extends object | true = true,
> = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** In express style: `/v1/applications/:no`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: A;
  /** Who may call, of those whom `access` lets in; there is no route without it. */
  readonly may: May<P, G, CallerOf<A>, B>;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** For bodies that are not JSON: their type, and the middleware that reads them after the access checks. */
  readonly upload?: { readonly type: string; readonly read: RequestHandler };
  readonly idempotency?: I;
  /** Asked far more often than all others: it is looked for first. */
  readonly polled?: true;
  /** For a PUT: it may create the thing, and obeys `onlyNew`. Any other PUT only changes an existing thing. */
  readonly creates?: true;
  readonly answers: Readonly<Record<number, AnswerDoc>>;
  /** What else is wrong with a body that its schema refuses, so that everything is said at once; it gets the JSON as it was sent. */
  readonly alsoWrong?: (
    context: { readonly services: Services; readonly params: P; readonly granted: G },
    sent: unknown,
  ) => Promise<readonly FieldError[]>;
  readonly handle: (context: Context<P, Q, B, A, I, G>) => Promise<Reply>;
};

type AnyRoute = RouteOptions<unknown, unknown, unknown, Access, Idempotency | undefined>;

/** A route with its types. */
export type RouteDef = Omit<AnyRoute, 'handle' | 'may' | 'alsoWrong'> & {
  readonly alsoWrong?: (
    context: { readonly services: Services; readonly params: unknown; readonly granted: object | true },
    sent: unknown,
  ) => Promise<readonly FieldError[]>;
  readonly may: May<unknown, object | true, Caller>;
  readonly handle: (
    context: Context<unknown, unknown, unknown, Access, Idempotency | undefined, object | true>,
  ) => Promise<Reply>;
};

/** Declares a route; `openapi.ts` describes it and `register.ts` serves it. */
export function defineRoute<
  P,
  Q,
  B,
  A extends Access,
  I extends Idempotency | undefined = undefined,
  G extends object | true = true,
>(options: RouteOptions<P, Q, B, A, I, G>): RouteDef {
  // Only here the types of a route are erased. `register.ts` calls `may` and `handle` only with values that the route's own schemas have checked.
  return options as unknown as RouteDef;
}
