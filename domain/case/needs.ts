/**
 * What must be looked at outside a case, or brought along, before one of its actions is recorded: the case itself knows nothing of files, of other
 * applications or of the year of its committee. An action declares its needs by the data of its stage, and `commands/preparing` meets them.
 */
export const needs = [
  /** The form that is about to be submitted, whole and unchanged since it was looked at. */
  'form',
  /** The parts of the form that differ from what was submitted before. */
  'changes',
  /** An uploaded stamped page. */
  'stampedPage',
  /** Whether the results of the meeting are announced (LYG-5.2-e). */
  'announcement',
  /** The committee that is named in place of the present one (LYG-4.4-b). */
  'committee',
  /** The words of an objection and who made it. */
  'objection',
  /** The decisions on works that also stand in other applications. */
  'reuse',
  /** The paper dossier compared with its printed list. */
  'dossier',
  /** The report and the consent that stand for the day of the meeting (LYG-5.2-b, LYG-5.2-c). */
  'opening',
  /** The document of a unit's publicity by the printed template (LN-5.4-b). */
  'posting',
  /** What an application claims across applications, taken again where its path opens again. */
  'claims',
] as const;

export type Need = (typeof needs)[number];
