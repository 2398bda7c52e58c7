import type { Text } from '../../domain/text.ts';
import type { Answer } from './client.ts';
import { Unexpected } from './expect.ts';

/** What the demonstration reads of an application's view. */
export type View = {
  readonly no: string;
  readonly stage: {
    readonly key: string;
    readonly label: Text;
    readonly phase: string;
    readonly lastDay?: string | null;
  };
  readonly outcome: string | null;
  readonly outcomeLabel: Text | null;
  readonly rightCommittee: { readonly id: string; readonly office: Text } | null;
  readonly referral: Referral | null;
  readonly attempts: { readonly used: number; readonly max: number | null };
  readonly deadlines: readonly Deadline[];
  readonly availableActions: readonly {
    readonly name: string;
    readonly checks?: readonly { readonly key: string }[];
    readonly dossier?: { readonly clauses: readonly string[] };
  }[];
  readonly deficiencies: readonly {
    readonly item: string;
    readonly clause: string;
    readonly expected: string | null;
    readonly resolved: boolean;
  }[];
  readonly forecast: readonly { readonly stage: string; readonly earliest: string; readonly latest: string | null }[];
  readonly sealingAuthority: string | null;
  readonly committee: string | null;
  readonly destination: string | null;
  readonly acting: Readonly<Record<string, string>>;
  readonly warnings?: readonly Warning[];
};

/** The check list of a paper dossier. */
export type Dossier = {
  readonly lines: readonly {
    readonly key: string;
    readonly name: Text;
    readonly copies: number;
    readonly needed: boolean;
    readonly signed: readonly { readonly key: string }[];
  }[];
};

/** What comes back of a case that was referred: until when it is waited for, and what was decided. */
type Referral = {
  readonly office: string | null;
  readonly until: string | null;
  readonly result: {
    readonly passed: boolean;
    readonly label: Text | null;
    readonly decidedOn: string;
    readonly documentNo: string;
    readonly certificate: string | null;
  } | null;
};

/** A deadline with how its day was counted. */
export type Deadline = {
  readonly key: string;
  readonly due: string;
  readonly dueAt: string;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  readonly countedFrom: string | null;
  readonly skipped: readonly { readonly date: string; readonly why: Text }[];
};

/** What one is told with an action that is done all the same. */
export type Warning = { readonly code: string; readonly message: Text; readonly clauses: readonly string[] };

/** A refusal, or any other error. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly message: Text;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  readonly errors: readonly { readonly path: string; readonly message: Text }[];
};

/** A line of what happened. */
export type Event = {
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Someone of the demonstration in a clock world. */
export type Account = {
  readonly account: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string; readonly employerClass: string } | null;
};

/** The body of an answer that had to succeed; the shape is the contract's. Throws `Unexpected` for any error. */
export function ok<T>(what: string, { status, body }: Answer): T {
  if (status >= 200 && status < 300) return body as T;
  throw new Unexpected(`${what}: ${status} ${JSON.stringify(body)}`);
}

/** The problem of an answer that had to be a refusal. Throws `Unexpected` where it was none. */
export function problemOf(what: string, { status, body }: Answer): Problem {
  if (status >= 400 && status < 500) return body as Problem;
  throw new Unexpected(`${what}: expected a refusal, got ${status} ${JSON.stringify(body)}`);
}
