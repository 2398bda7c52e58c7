import { applies } from '../domain/compile.ts';
import type { ApplicantFacts } from '../domain/facts.ts';
import type { Programme } from '../domain/programme.ts';
import type { HandoverStep } from '../domain/stage.ts';

const theirs = ({ stages }: Programme): readonly HandoverStep[] =>
  stages
    .flatMap((stage) => (stage.kind === 'handover' ? stage.steps : []))
    .filter(({ role }) => role === 'association');

/** Whether the association has a seal to set on such an application (LN-5.6-e). */
export const concernsAssociation = (programme: Programme | undefined, facts: ApplicantFacts): boolean =>
  programme !== undefined && theirs(programme).some(({ when }) => applies(when, facts));

/** The specialties of a programme that need the association's seal, as `programme/series/specialty`. */
export function specialtiesOfAssociation(programme: Programme): string[] {
  const conditions = theirs(programme).map(({ when }) => when);
  return programme.series.flatMap((series) =>
    series.specialties
      .filter((specialty) =>
        conditions.some(
          (when) =>
            (when?.series?.includes(series.key) ?? true) && (when?.specialties?.includes(specialty.key) ?? true),
        ),
      )
      .map((specialty) => `${programme.id}/${series.key}/${specialty.key}`),
  );
}
