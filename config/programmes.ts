import type { Programme } from '../domain/programme/programme.ts';
import { clauses } from './clauses.ts';
import { programmeProblems } from './programme-checks/programme-problems.ts';
import { programmeSchema } from './programme-schema/programme-schema.ts';
import { dalian2024 } from './programmes/dalian-2024/index.ts';
import { lianyungang2024 } from './programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from './programmes/liaoning-diit-2024/index.ts';

const published: readonly Programme[] = [liaoningDiit2024, dalian2024, lianyungang2024];

/** All published programmes by id, as they are written. */
export const programmes: ReadonlyMap<string, Programme> = new Map(published.map((each) => [each.id, each]));

/** The programme with this id, or undefined. */
export function programme(id: string): Programme | undefined {
  return programmes.get(id);
}

/** A programme whose shape and data are right as a whole; throws an error that lists what is wrong, so that a wrong one keeps the service from starting. */
export function checkedProgramme(value: Programme): Programme {
  const parsed = programmeSchema.parse(value);
  const problems = programmeProblems(parsed, (id) => clauses.has(id));
  if (problems.length > 0) throw new Error(`programme ${value.id}: ${problems.join('; ')}`);
  return parsed;
}
