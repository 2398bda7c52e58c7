/**
 * The inputs from outside the case that an action may need before it is recorded, because the case does not hold files, other applications or the
 * year of its committee. An action declares its needs from the data of its stage, and `commands/preparing` loads them.
 */
export const needs = [
  /** The complete form to be submitted, unchanged since it was checked. */
  'form',
  /** The parts of the form that differ from the previous submission. */
  'changes',
  /** An uploaded stamped page. */
  'stampedPage',
  /** Whether the results of the meeting have been announced (LYG-5.2-e). */
  'announcement',
  /** Whether the results of the meeting were declared void (LYG-5.3-b). */
  'void',
  /** The committee named as the competent one (LYG-4.4-b). */
  'committee',
  /** The items of the form that the action names (LN-5.4-g, LN-5.5.2-b). */
  'items',
  /** The text of an objection and the person who raised it. */
  'objection',
  /** The objections that wait for room on the board. */
  'queue',
  /** Who raised the named objections, because nobody concludes their own. */
  'objectors',
  /** The decisions on achievements that other applications contain too. */
  'reuse',
  /** The paper dossier compared with its printed list. */
  'dossier',
  /** The report and the consent for the day of the meeting (LYG-5.2-b, LYG-5.2-c). */
  'opening',
  /** The session of its committee that is named, and whether it still takes applications. */
  'session',
  /** The posting that people see; a unit's document is checked against the printed template (LN-5.4-b). */
  'posting',
  /** The claims across applications, which a reopened application must acquire again. */
  'claims',
  /** The number of a certificate, which no other certificate of the programme has. */
  'certificateNumber',
] as const;

export type Need = (typeof needs)[number];
