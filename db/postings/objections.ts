/** An objection with its author and its text, both sealed. */
export type NewObjection = {
  readonly id: string;
  readonly no: string;
  readonly posting: string | null;
  /** Whether the name is known to be that of who objects: it is the account's, or the personnel department recorded it. */
  readonly named: boolean;
  readonly objector: Buffer | null;
  readonly body: Buffer;
};

/** An objection as SQL functions take it: sealed words are hexadecimal digits. */
export const objectionAsJson = ({ objector, body, ...objection }: NewObjection) => ({
  ...objection,
  objector: objector?.toString('hex') ?? null,
  body: body.toString('hex'),
});

/** A stored objection; `receivedAt` is business time, epoch ms. */
export type StoredObjection = Omit<NewObjection, 'no' | 'posting'> & { readonly receivedAt: number };
