import { type ApplicationRow, firstReceived, type StoredFacts } from '../../db/applications/applications.ts';
import type { Vault } from '../../db/vault.ts';
import { dateOf, type IsoDate } from '../../domain/calendar/dates.ts';
import type { EligibilityFacts } from '../../domain/eligibility/facts.ts';
import { type JudgedByForm, mayApplyByForm, refusalOutsideForm } from '../../domain/eligibility/form/by-form.ts';
import type { Form } from '../form/form-schemas.ts';
import { refused } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { programmeOf } from '../programmes/programme-in-force.ts';

/**
 * Looks at the rules of applying once more where a draft is first submitted: by what its form says, else by the facts kept with it, on the day of the
 * submission and by the dates now in force; throws the refusal of what no form can put right. A submission already recorded counts by the moment it
 * was received and is not looked at again.
 */
export async function requireEligible(services: Services, row: ApplicationRow, form: Form): Promise<void> {
  if (row.opened || row.open > 0) return;
  const refusal = refusalOutsideForm(await eligibilityOf(services, row, form));
  if (refusal) throw refused(refusal);
}

/**
 * The conditions of applying of one application by its form, and by what was told with the draft where the form says nothing: judged today until the
 * first submission, and from then on by the day and the dates by which that was received.
 */
export async function eligibilityOf(
  services: Pick<Services, 'programmes' | 'db' | 'vault'>,
  row: ApplicationRow,
  content: Form,
): Promise<JudgedByForm & { readonly asOf: IsoDate }> {
  // Not the version of the plan: a change of the committee compiles another one, by the dates of its own day.
  const received = row.opened ? await firstReceived(services.db, row.no) : null;
  const asOf = dateOf(received?.at ?? row.nowMs);
  const programme = await programmeOf(services, row.programme, received?.version);
  const removedItems = row.snapshot?.removedItems ?? [];
  return { ...mayApplyByForm(programme, { stated: statedFacts(services, row), content, removedItems, asOf }), asOf };
}

/** The facts as they were told with the draft; those that have columns of their own come from there, and what was sealed is opened. */
function statedFacts({ vault }: Pick<Services, 'vault'>, { facts, ...row }: ApplicationRow): EligibilityFacts {
  const { series, specialty, level, track, employerClass } = row;
  const { disciplineSealed, ...open } = facts;
  const discipline = typeof disciplineSealed === 'string' ? openDiscipline(vault, disciplineSealed) : {};
  return { ...open, ...discipline, series, specialty, level, track, employerClass };
}

/** Longer than any measure with its days: the length says nothing either. */
const sealedLength = 120;

/** The facts as they are kept with a draft: a measure of discipline, and its absence too, is not read beside the person's id. */
export function storedFacts({ vault }: Pick<Services, 'vault'>, facts: EligibilityFacts): StoredFacts {
  const { discipline, ...open } = facts;
  if (!discipline) return open;
  return { ...open, disciplineSealed: vault.seal(JSON.stringify(discipline).padEnd(sealedLength)).toString('base64') };
}

const openDiscipline = (vault: Vault, sealed: string) => ({
  discipline: JSON.parse(vault.openText(Buffer.from(sealed, 'base64'))) as NonNullable<EligibilityFacts['discipline']>,
});
