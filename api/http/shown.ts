import type { z } from 'zod';

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;

/** What a view function returns and a client reads: the type of the schema of the answer, all of it read-only. */
export type Shown<S extends z.ZodType> = Deep<z.output<S>>;
