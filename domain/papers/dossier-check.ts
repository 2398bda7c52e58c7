import type { CaseState } from '../case/case.ts';
import type { MaterialFinding } from '../case/check-results.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { DossierRule } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Refuses a pass while the received dossier lacks anything that the notice prints; the refusal lists all of it (LN-A2.1, LN-A2.3, DL-2.3). */
export function dossierRefusal(rule: DossierRule | undefined, state: CaseState, data: CommandData): Refusal | null {
  if (!rule) return null;
  const { dossier } = data;
  const submitted = state.submission?.contentVersion;
  if (!dossier || (dossier.of ?? submitted) !== submitted)
    return refuse('DOSSIER_INCOMPLETE', notCompared, { ...rule, details: { findings: [] } });
  const { lacks } = dossier;
  if (lacks.length === 0) return null;
  return refuse('DOSSIER_INCOMPLETE', lacking(lacks), {
    clauses: [...new Set(lacks.map(({ clause }) => clause))],
    readings: [...new Set(lacks.flatMap(({ readings }) => readings))],
    details: { findings: lacks },
  });
}

/** The contents of the dossier as the event records them: documents with copies and signatures. */
export const deliveredOf = (rule: DossierRule | undefined, { dossier }: CommandData) =>
  rule && dossier ? { delivered: dossier.delivered } : {};

const notCompared = {
  zh: '须逐项列明收到的纸质材料，并与现提交的网报材料核对，请刷新后重新办理。',
  en: 'List the delivered papers, compared with the current online submission; reload the application and try again.',
};
const lacking = (lacks: readonly MaterialFinding[]) => ({
  zh: `纸质材料不齐全或不符合要求，共${lacks.length}处：${lacks.map(({ message }) => message.zh).join('')}`,
  en: `The dossier is incomplete or wrong in ${lacks.length} places: ${lacks.map(({ message }) => message.en).join(' ')}`,
});
