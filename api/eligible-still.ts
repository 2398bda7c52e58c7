import { type ApplicationRow, firstReceivedAt, type StoredFacts } from '../db/applications.ts';
import type { Vault } from '../db/vault.ts';
import { dateOf, type IsoDate } from '../domain/dates.ts';
import { type Eligibility, eligibilityRefusal, mayApply } from '../domain/eligibility.ts';
import type { EligibilityFacts } from '../domain/eligibility-rules.ts';
import { refused } from './errors.ts';
import { programmeOf } from './programme-now.ts';
import type { Services } from './route.ts';

/**
 * Looks at the rules of applying once more where a draft is first submitted: by the facts kept with it, the day of the submission and the dates now
 * in force; throws their refusal. A submission already recorded counts by the moment it was received and is not looked at again.
 */
export async function requireEligible(services: Services, row: ApplicationRow): Promise<void> {
  if (row.opened || row.open > 0) return;
  const refusal = eligibilityRefusal(await eligibilityOf(services, row));
  if (refusal) throw refused(refusal);
}

/**
 * The conditions of applying of one application by what was told with it: judged today until the first submission, and from then on by the day
 * and the dates by which that was received.
 */
export async function eligibilityOf(
  services: Services,
  row: ApplicationRow,
): Promise<Eligibility & { readonly asOf: IsoDate }> {
  const receivedAt = row.opened ? await firstReceivedAt(services.db, row.no) : null;
  const asOf = dateOf(receivedAt ?? row.nowMs);
  return {
    ...mayApply(await programmeOf(services, row.programme, row.plan?.timeline.version), toldFacts(services, row), asOf),
    asOf,
  };
}

/** The facts as they were told with the draft; those that have columns of their own come from there, and what was sealed is opened. */
export function toldFacts({ vault }: Pick<Services, 'vault'>, { facts, ...row }: ApplicationRow): EligibilityFacts {
  const { series, specialty, level, track, employerClass } = row;
  const { disciplineSealed, ...open } = facts;
  const discipline = typeof disciplineSealed === 'string' ? openDiscipline(vault, disciplineSealed) : {};
  return { ...open, ...discipline, series, specialty, level, track, employerClass };
}

/** Longer than any measure with its days: the length says nothing either. */
const sealedLength = 120;

/** The facts as they are kept with a draft: a measure of discipline, and its absence too, is not read beside the person's id. */
export function keptFacts({ vault }: Pick<Services, 'vault'>, facts: EligibilityFacts): StoredFacts {
  const { discipline, ...open } = facts;
  if (!discipline) return open;
  return { ...open, disciplineSealed: vault.seal(JSON.stringify(discipline).padEnd(sealedLength)).toString('base64') };
}

const openDiscipline = (vault: Vault, sealed: string) => ({
  discipline: JSON.parse(vault.openText(Buffer.from(sealed, 'base64'))) as NonNullable<EligibilityFacts['discipline']>,
});
