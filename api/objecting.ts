import { insertObjection, objectionsAtMost } from '../db/objections.ts';
import { text } from '../domain/text.ts';
import { HttpError } from './errors.ts';
import type { Services } from './route.ts';

/** An objection as it came in; `name` is there exactly when it is a named one. */
export type Objection = {
  readonly id: string;
  readonly no: string;
  readonly posting: string | null;
  readonly named: boolean;
  readonly name: string | undefined;
  readonly body: string;
};

/** Keeps what an objection says and who makes it, sealed, before the case hears of it; throws a 429 where there are too many already. */
export async function keepObjection({ db, vault }: Services, objection: Objection): Promise<void> {
  const { id, no, posting, named, name, body } = objection;
  const objector = name === undefined ? null : vault.seal(name);
  const kept = await insertObjection(db, { id, no, posting, named, objector, body: vault.seal(body) });
  if (kept === 'full') throw tooMany();
}

const tooMany = () =>
  new HttpError(
    429,
    'TOO_MANY_OBJECTIONS',
    text(
      `对同一申报的异议已达${objectionsAtMost}项，请以电话、信函或来访方式反映。`,
      `There are ${objectionsAtMost} objections to this application already; telephone, write or visit instead.`,
    ),
  );
