import { z } from 'zod';
import { documentKinds } from '../../domain/programme/materials/materials.ts';
import { paperPlaces, wordFields } from '../../domain/programme/materials/papers.ts';
import { conditionSchema, someOf } from './schema-parts.ts';

const knownFields = (says: string): boolean =>
  [...says.matchAll(/\{([^}]*)\}/g)].every(([, field]) => wordFields.some((each) => each === field));

/** The schema of a printed text on a paper; each cites a rule. */
export const paperWordsSchema = z.strictObject({
  on: z.enum(documentKinds),
  place: z.enum(paperPlaces),
  says: z.string().min(1).refine(knownFields, 'names a field that no paper has'),
  clauses: someOf(z.string().min(1)),
  when: conditionSchema.optional(),
});
