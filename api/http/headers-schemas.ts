const string = { type: 'string' as const };

/** The header with which a change is accepted only if nobody has changed the thing in between. */
export const ifMatchHeader = {
  name: 'If-Match',
  in: 'header' as const,
  required: false,
  description: 'The ETag of what was read last; where something has changed since, the answer is 412.',
  schema: string,
};

/** The header with which a reader asks only for what is new. */
export const ifNoneMatchHeader = {
  name: 'If-None-Match',
  in: 'header' as const,
  required: false,
  description: 'The ETag of what was read last; where it still stands, the answer is 304 without a body.',
  schema: string,
};

/** The header with which a writer only creates a new thing. */
export const onlyNewHeader = {
  name: 'If-None-Match',
  in: 'header' as const,
  required: false,
  description: '`*` writes only what is not there yet; where it is, the answer is 412 and nothing is written.',
  schema: { type: 'string' as const, enum: ['*'] },
};

/** The headers of answers that the document describes. */
export const answerHeaders = {
  ETag: { description: 'The version of what is sent, for If-None-Match and If-Match.', required: true, schema: string },
  Location: { description: 'The path of what was made, or of the receipt.', required: true, schema: string },
  'Retry-After': {
    description: 'Seconds after which to ask again.',
    required: true,
    schema: { type: 'integer' as const, minimum: 0 },
  },
};
