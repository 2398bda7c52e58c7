import { recordsOf } from '../../db/applications/integrity.ts';
import { roleNamed } from '../../domain/access/role-labels.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { recordsInForce } from '../../domain/integrity/decide.ts';
import type { IntegrityRules } from '../../domain/programme/integrity.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type Text, text } from '../../domain/text.ts';
import type { Caller } from '../http/caller.ts';
import type { Services } from '../http/route.ts';
import type { AcrossFinding } from './claims-of-caller.ts';

const later: Text = text(
  '诚信档案在建立申报和首次提交时核查。',
  'The integrity archive is looked at when the draft is begun and when it is first submitted.',
);
const none: Text = text(
  '诚信档案中没有影响申报的记录；首次提交时再次核查。',
  'No record in the integrity archive stands against applying; it is looked at again at the first submission.',
);

/**
 * The findings of the integrity archive about the caller on a day: a record that bars is a refusal, any other is for the offices to judge. For a
 * caller without a person this is left to the submission.
 */
export async function recordFindings(
  { db }: Pick<Services, 'db'>,
  { integrity, ...programme }: Pick<Programme, 'integrity' | 'roleNames'>,
  { caller, asOf }: { readonly caller: Caller; readonly asOf: IsoDate },
): Promise<AcrossFinding[]> {
  if (!integrity) return [];
  const own = printed(integrity, asOf);
  if (caller.person === null) return found(own, 'checkedAtSubmit', later);
  const { refusal, shown } = recordsInForce(await recordsOf(db, caller.person), asOf);
  const [office] = integrity.decides.before;
  if (refusal) return found({ ...refusal, clauses: orElse(refusal.clauses, own.clauses) }, 'notMet', refusal.message);
  if (shown.length === 0 || !office) return found(own, 'met', none);
  return shown.flatMap(({ until, clauses, readings }) =>
    found({ clauses: orElse(clauses, own.clauses), readings }, 'needsAttestation', recorded(until)).map((finding) => ({
      ...finding,
      attestedBy: { role: office, name: roleNamed(office, programme) },
    })),
  );
}

/** The text for a record that bars nobody but is shown to the people who decide. */
export const recorded = (until: IsoDate): Text =>
  text(
    `诚信档案有记录，截至${until}，申报时由审核人员一并审查。`,
    `There is a record in the integrity archive until ${until}; the offices see it and decide.`,
  );

const laterReuse: Text = text(
  '业绩成果提交后与其他申报比对；如有重复使用线索，由审核人员核实认定。',
  'Works are compared with other applications once they are submitted; whoever reviews decides about what is found again.',
);

/** The rule against using a work again: the request has no titles of works, so nothing can be compared before the submission. */
export const reuseFindings = ({ stages }: Pick<Programme, 'stages'>): AcrossFinding[] =>
  stages.flatMap((stage) =>
    stage.kind === 'review' && stage.reuse ? found(stage.reuse, 'checkedAtSubmit', laterReuse) : [],
  );

type Rests = { readonly clauses: readonly string[]; readonly readings: readonly string[] };

/** The clauses of the notice about records on a day; if it has none, those by which an application is cancelled for fraud. */
function printed({ versions, serious = [], cancel }: IntegrityRules, on: IsoDate): Rests {
  const version = versions.findLast(({ from }) => from <= on) ?? versions[0];
  return {
    clauses: orElse([...(version?.clauses ?? []), ...serious], cancel),
    readings: version?.readings ?? ['A-35'],
  };
}

const orElse = (clauses: readonly string[], other: readonly string[]) => (clauses.length > 0 ? clauses : other);

const found = ({ clauses, readings }: Rests, outcome: AcrossFinding['outcome'], message: Text): AcrossFinding[] =>
  clauses.map((clause) => ({ clause, outcome, message, readings: [...readings] }));
