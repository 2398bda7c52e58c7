import { type ApplicationHead, findHeads } from '../../../db/applications/applications.ts';
import { listSubmittedContents } from '../../../db/applications/documents.ts';
import { findUnit } from '../../../db/people/units.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import { addWorkingDays } from '../../../domain/calendar/working-days.ts';
import type { PostedDocument } from '../../../domain/case/commands/acts.ts';
import { type PaperFinding, publicityFindings } from '../../../domain/papers/publicity-paper.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import type { PreparingDeps } from '../deps.ts';
import { openForm } from '../form-content.ts';

/** What a unit is about to post in one programme: the document, and the last submitted contents of the applications on it, still sealed. */
type Posted = {
  readonly programme: Programme | undefined;
  readonly unitName: string;
  readonly contents: readonly { readonly no: string; readonly body: Buffer }[];
  readonly document: PostedDocument;
  /** The day of posting, if it was posted before today. */
  readonly postedOn?: string | undefined;
  readonly lastDay: string | undefined;
  /** Business time, epoch ms. */
  readonly now: number;
};

/** Everything that a unit’s publicity document lacks by the template of a programme (LN-5.4-b, DL-2.2.2-f). */
export function paperFindings({ vault, deps }: Pick<PreparingDeps, 'vault' | 'deps'>, posted: Posted): PaperFinding[] {
  const { programme, unitName, contents, document, now } = posted;
  const { calendar } = deps;
  const postedOn = posted.postedOn ?? dateOf(now);
  const { workingDays, clauses } = onBoard(programme);
  const lastDay = posted.lastDay ?? addWorkingDays(calendar, postedOn, workingDays);
  const people = contents.map(({ no, body }) => openForm(vault, no, body));
  const paper = { ...document, unitName, postedOn, lastDay };
  return publicityFindings(programme?.publicityPaper, paper, { calendar, workingDays, clauses, people });
}

/** The same for several applications of a unit before anything is posted: everything that is lacking by any of their programmes, or null. */
export async function publicityRefusal(
  deps: PreparingDeps,
  posted: Pick<Posted, 'document' | 'postedOn' | 'lastDay' | 'now'> & {
    readonly items: readonly string[];
    readonly unit: string;
    readonly world: string | null;
  },
): Promise<Refusal | null> {
  const [heads, owner, contents] = await Promise.all([
    findHeads(deps.db, posted.items),
    findUnit(deps.db, posted.unit, posted.world),
    listSubmittedContents(deps.db, posted.items),
  ]);
  const of = (id: string) => (each: { readonly no: string }) =>
    heads.some(({ no, programme }: ApplicationHead) => no === each.no && programme === id);
  const findings = [...new Set(heads.map(({ programme }) => programme))].flatMap((id) =>
    paperFindings(deps, {
      ...posted,
      programme: deps.programmes.get(id),
      unitName: owner?.name ?? '',
      contents: contents.filter(of(id)),
    }),
  );
  return notByTemplate(findings);
}

/** For how many working days a unit posts, and by which clauses; none if the programme has no publicity by the unit. */
function onBoard(programme: Programme | undefined) {
  const board = programme?.stages.find((stage) => stage.kind === 'publicity' && stage.role === 'unitHr');
  return board?.kind === 'publicity' ? board : { workingDays: 0, clauses: [] };
}

/** Refuses a document that lacks anything; null where it lacks nothing. Too few days come first: no other correction would help. */
export function notByTemplate(findings: readonly PaperFinding[]): Refusal | null {
  if (findings.length === 0) return null;
  const short = findings.flatMap((each) => (each.short ? [{ ...each.short, message: each.message }] : [])).at(0);
  const clauses = [...new Set([...(short?.clauses ?? []), ...findings.map(({ clause }) => clause)])];
  const details = { earliestLastDay: short?.earliestLastDay };
  const incomplete = text('公示文件不规范，请补充后再张贴。', 'The publicity document is not as it must be.');
  const refusal = short
    ? refuse('PUBLICITY_TOO_SHORT', short.message, { clauses, details })
    : refuse('INCOMPLETE', incomplete, { clauses });
  return { ...refusal, errors: findings.map(({ item, message: says }) => ({ path: item, message: says })) };
}
