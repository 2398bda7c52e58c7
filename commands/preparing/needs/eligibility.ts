import type { ApplicationRow, StoredFacts } from '../../../db/applications/applications.ts';
import { firstReceived } from '../../../db/applications/events.ts';
import type { Vault } from '../../../db/vault.ts';
import { dateOf, type IsoDate } from '../../../domain/calendar/dates.ts';
import type { EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { type JudgedByForm, mayApplyByForm } from '../../../domain/eligibility/form/by-form.ts';
import type { Form } from '../../../domain/materials/form.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { PreparingDeps } from '../deps.ts';
import { inForceFor, programmeOf } from '../in-force.ts';

type Source = Pick<PreparingDeps, 'programmes' | 'db' | 'vault'>;

/** When the first submission was received, business epoch ms, and the version of the dates it opened by. */
export type Received = { readonly at: number; readonly version: number };

/** The conditions of applying, and the day for which they were judged. */
export type Judged = JudgedByForm & { readonly asOf: IsoDate };

/**
 * The conditions of applying of one application by its form, and by what was told with the draft where the form says nothing: judged today until the
 * first submission, and from then on by the day and the dates by which that was received.
 */
export async function eligibilityOf(source: Source, row: ApplicationRow, form: Form): Promise<Judged> {
  const received = row.opened ? await firstReceived(source.db, row.no) : null;
  const { programme } = await inForceFor(source, row);
  return judgeEligibility(source, { row, form, received, programme });
}

/** The same where it is known when the first submission was received, and which programme is in force. */
export async function judgeEligibility(
  source: Source,
  { row, form, received, programme }: Judging & { readonly received: Received | null },
): Promise<Judged> {
  // Not the version of the plan: a change of the committee compiles another one, by the dates of its own day.
  const known = received ? await programmeOf(source, row.programme, received.version) : programme;
  const asOf = dateOf(received?.at ?? row.nowMs);
  const removedItems = row.snapshot?.removedItems ?? [];
  return { ...mayApplyByForm(known, { stated: statedFacts(source, row), content: form, removedItems, asOf }), asOf };
}

type Judging = { readonly row: ApplicationRow; readonly form: Form; readonly programme: Programme };

/** The facts as they were told with the draft; those that have columns of their own come from there, and what was sealed is opened. */
function statedFacts({ vault }: Pick<Source, 'vault'>, { facts, ...row }: ApplicationRow): EligibilityFacts {
  const { series, specialty, level, track, employerClass } = row;
  const { disciplineSealed, ...open } = facts;
  const discipline = typeof disciplineSealed === 'string' ? openDiscipline(vault, disciplineSealed) : {};
  return { ...open, ...discipline, series, specialty, level, track, employerClass };
}

/** Longer than any measure with its days: the length says nothing either. */
const sealedLength = 120;

/** The facts as they are kept with a draft: a measure of discipline, and its absence too, is not read beside the person's id. */
export function storedFacts({ vault }: Pick<Source, 'vault'>, facts: EligibilityFacts): StoredFacts {
  const { discipline, ...open } = facts;
  if (!discipline) return open;
  return { ...open, disciplineSealed: vault.seal(JSON.stringify(discipline).padEnd(sealedLength)).toString('base64') };
}

const openDiscipline = (vault: Vault, sealed: string) => ({
  discipline: JSON.parse(vault.openText(Buffer.from(sealed, 'base64'))) as NonNullable<EligibilityFacts['discipline']>,
});
