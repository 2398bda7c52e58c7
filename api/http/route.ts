import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { CommandDeps } from '../../commands/deps.ts';
import type { Env } from '../../config/env/env.ts';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import type { Db } from '../../db/connection.ts';
import type { Vault } from '../../db/vault.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Verifier } from '../access/authentication.ts';
import type { Caller, Newcomer, Person } from '../access/caller.ts';
import type { Issuer } from '../access/issuer.ts';

/** What routes need of the outside; made once by `server.ts`, or by a test. */
export type Services = {
  readonly db: Db;
  readonly vault: Vault;
  readonly deps: CommandDeps;
  readonly env: Env;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly log: Logger;
  /** Counts that a subject says an identity number for the first time; throws a 429 where it did too often. */
  readonly countIdentityTry: (subject: string) => Promise<void>;
  readonly verifier: Verifier;
  /** The built-in issuer; null outside the demonstration. */
  readonly issuer: Issuer | null;
  /** Tells whoever runs this process something; null where nobody does. */
  readonly supervisor: ((message: Readonly<Record<string, unknown>>) => void) | null;
};

/**
 * An answer. `body` may be a function, which is not called when `etag` (strong, without quotes) matches `If-None-Match` and a 304 goes out.
 * `json` is the same as JSON text, for a body that is kept so; `raw` sends bytes instead of JSON.
 */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly json?: () => Promise<string>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly etag?: string;
  readonly raw?: { readonly type: string; readonly data: Buffer; readonly filename?: string };
};

/**
 * Who may call: `none` ignores tokens and worlds (health, documents); `clock` only tokens; `public` takes a token but needs none; `token`
 * needs a good token of anybody; `login` needs a person.
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

/** What a rule about callers looks at. */
type Asking<P> = {
  readonly services: Services;
  readonly params: P;
  readonly caller: Person;
  readonly world: string | null;
};

/**
 * Who may call a route, beside being logged in: gives what the caller was found to be, which the handler gets as `granted`, the refusal for everybody else,
 * or null where for others there is nothing at all (404). It is asked by `register.ts` alone.
 */
export type May<P, G extends object | true> = (asking: Asking<P>) => G | Refusal | null | Promise<G | Refusal | null>;

/** A request after its checks. `now` is the business time of its world, epoch ms, asked once. */
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
  /** The application that the route's `application` names, as it was when the caller was read; null where there is none. */
  readonly application: ApplicationKey | null;
  /** When the caller's token expires, real epoch ms; null without one. */
  readonly expiresAt: number | null;
  readonly key: I extends Idempotency ? RequestKey : null;
  /** What the route's `may` found the caller to be. */
  readonly granted: G;
  readonly now: () => Promise<number>;
  /** The `seq` of an `If-Match`: the part of the ETag before the first `.`; undefined without one. */
  readonly expectedSeq: number | undefined;
  /** Whether an `If-None-Match: *` asks to write only what is not there yet. */
  readonly onlyNew: boolean;
  readonly language: 'zh' | 'en';
  readonly request: Request;
  readonly services: Services;
};

/** How an answer is described in the OpenAPI document; a problem needs no schema of its own. */
export type AnswerDoc = {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly contentType?: string;
  /** The headers that it always carries. */
  readonly headers?: readonly ('ETag' | 'Location' | 'Retry-After')[];
};

/** One route: what express registers and what the OpenAPI document says. */
export type RouteOptions<
  P,
  Q,
  B,
  A extends Access,
  I extends Idempotency | undefined,
  G extends object | true = true,
> = {
  readonly method: 'get' | 'post' | 'put';
  /** In express style: `/v1/applications/:no`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: A;
  /** Who of those that are logged in; everybody where it is left out. */
  readonly may?: May<P, G>;
  readonly params?: z.ZodType<P>;
  /** The number of the application that the path names: its small row is then read with the caller, in one statement. */
  readonly application?: (params: P) => string;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** For bodies that are not JSON: their type, and the middleware that reads them after the access checks. */
  readonly upload?: { readonly type: string; readonly read: RequestHandler };
  readonly idempotency?: I;
  /** Of a PUT: it may make what is not there, and heeds `onlyNew`. What any other PUT writes is there already. */
  readonly creates?: true;
  readonly answers: Readonly<Record<number, AnswerDoc>>;
  readonly handle: (context: Context<P, Q, B, A, I, G>) => Promise<Reply>;
};

type AnyRoute = RouteOptions<unknown, unknown, unknown, Access, Idempotency | undefined>;

/** A route whose types are settled. */
export type RouteDef = Omit<AnyRoute, 'handle' | 'may' | 'application'> & {
  readonly may?: May<unknown, object | true>;
  readonly application?: (params: unknown) => string;
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
  // The one place where the types of a route are forgotten: `register.ts` calls `may` and `handle` only with what the route's own schemas gave.
  return options as unknown as RouteDef;
}
