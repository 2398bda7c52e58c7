import { findHeads } from '../../db/applications/applications.ts';
import { listSubmittedContents } from '../../db/applications/documents.ts';
import { findUnit } from '../../db/people/units.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { type PaperFinding, publicityFindings } from '../../domain/papers/publicity-paper.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { text } from '../../domain/text.ts';
import { openForm } from '../form/form-content-routes.ts';
import { HttpError } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** What a unit is about to post. */
type Posted = {
  readonly items: readonly string[];
  readonly unit: string;
  readonly world: string | null;
  readonly document: {
    readonly decidingMeeting: string;
    readonly contactPerson: string;
    readonly telephone: string;
    readonly contents?: readonly string[] | undefined;
  };
  readonly lastDay: string | undefined;
  /** Business time, epoch ms. */
  readonly now: number;
};

/** Throws a 422 with all that a unit’s publicity document lacks by the programmes of those on it, before anything is posted (LN-5.4-b, DL-2.2.2-f). */
export async function checkPublicityPaper(services: Services, posted: Posted): Promise<void> {
  const { db, vault, programmes, deps } = services;
  const { items, unit, world, document, now } = posted;
  const [heads, owner, contents] = await Promise.all([
    findHeads(db, items),
    findUnit(db, unit, world),
    listSubmittedContents(db, items),
  ]);
  const postedOn = dateOf(now);
  const findings = [...new Set(heads.map(({ programme }) => programme))].flatMap((id) => {
    const mine = new Set(heads.filter(({ programme }) => programme === id).map(({ no }) => no));
    const people = contents.filter(({ no }) => mine.has(no)).map(({ body }) => openForm(vault, body));
    const programme = programmes.get(id);
    const workingDays = daysOnBoard(programme);
    const lastDay = posted.lastDay ?? addWorkingDays(deps.calendar, postedOn, workingDays);
    const paper = { ...document, unitName: owner?.name ?? '', postedOn, lastDay };
    return publicityFindings(programme?.publicityPaper, paper, { calendar: deps.calendar, workingDays, people });
  });
  if (findings.length > 0) throw notByTemplate(findings);
}

/** For how many working days a unit posts; none where the programme has no publicity of the unit. */
function daysOnBoard(programme: Programme | undefined): number {
  const board = programme?.stages.find((stage) => stage.kind === 'publicity' && stage.role === 'unitHr');
  return board?.kind === 'publicity' ? board.workingDays : 0;
}

function notByTemplate(findings: readonly PaperFinding[]): HttpError {
  const message = text('公示文件不规范，请补充后再张贴。', 'The publicity document is not as it must be.');
  return new HttpError(422, 'INCOMPLETE', message, {
    clauses: [...new Set(findings.map(({ clause }) => clause))],
    errors: findings.map(({ item, message: says }) => ({ path: item, message: says })),
  });
}
