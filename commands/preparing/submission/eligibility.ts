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

/** When the first submission was received (business epoch ms), and the version of the dates under which it was. */
export type Received = { readonly at: number; readonly version: number };

/** The conditions for applying, and the day as of which they were judged. */
export type Judged = JudgedByForm & { readonly asOf: IsoDate };

/**
 * The conditions for applying, judged by the form, and by the answers given with the draft where the form says nothing. Until the first submission they
 * are judged as of today; after it, by the day on which it was received and the dates then in force.
 */
export async function eligibilityOf(source: Source, row: ApplicationRow, form: Form): Promise<Judged> {
  const received = row.opened ? await firstReceived(source.db, row.no) : null;
  const { programme } = await inForceFor(source, row);
  return judgeEligibility(source, { row, form, received, programme });
}

/** The same, with the receipt of the first submission and the programme already read. */
export async function judgeEligibility(
  source: Source,
  { row, form, received, programme }: Judging & { readonly received: Received | null },
): Promise<Judged> {
  // The plan's version would be wrong here: a change of the committee compiles a new plan, with the dates of that day.
  const known = received ? await programmeOf(source, row.programme, received.version) : programme;
  const asOf = dateOf(received?.at ?? row.nowMs);
  const removedItems = row.snapshot?.removedItems ?? [];
  return { ...mayApplyByForm(known, { stated: statedFacts(source, row), content: form, removedItems, asOf }), asOf };
}

type Judging = { readonly row: ApplicationRow; readonly form: Form; readonly programme: Programme };

/** The facts given with the draft: some from columns of the application, the rest from its stored answers, the sealed ones opened. */
function statedFacts({ vault }: Pick<Source, 'vault'>, { facts, ...row }: ApplicationRow): EligibilityFacts {
  const { series, specialty, level, track, employerClass } = row;
  const { disciplineSealed, ...open } = facts;
  const discipline = typeof disciplineSealed === 'string' ? openDiscipline(vault, disciplineSealed) : {};
  return { ...open, ...discipline, series, specialty, level, track, employerClass };
}

/** Characters; longer than any measure with its days, so that the length of the ciphertext reveals nothing. */
const sealedLength = 120;

/** The facts as they are stored with a draft. Measures of discipline are sealed, and so is their absence. */
export function storedFacts({ vault }: Pick<Source, 'vault'>, facts: EligibilityFacts): StoredFacts {
  const { discipline, ...open } = facts;
  if (!discipline) return open;
  return {
    ...open,
    disciplineSealed: vault.seal(JSON.stringify(discipline).padEnd(sealedLength), 'discipline').toString('base64'),
  };
}

const openDiscipline = (vault: Vault, sealed: string) => ({
  discipline: JSON.parse(vault.openText(Buffer.from(sealed, 'base64'), 'discipline')) as NonNullable<
    EligibilityFacts['discipline']
  >,
});
