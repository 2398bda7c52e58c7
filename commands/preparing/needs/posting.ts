import { randomBytes } from 'node:crypto';
import type { NewPosting } from '../../../db/postings/postings.ts';
import type { PostedDocument } from '../../../domain/case/commands/acts.ts';
import { invalidFields, type Refusal } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { asideOf, type Gather, type Gathered, type Subject } from '../act.ts';
import { notByTemplate, paperFindings } from './publicity-paper.ts';

const tokenBytes = 24;
/** An empty document, for a request without one: the rules of the notice then name what it lacks. */
const nothingStated: PostedDocument = { decidingMeeting: '', contactPerson: '', telephone: '' };

/**
 * The posting of an application by its unit or by an office, so that everybody whom it concerns sees it and may object. Only a unit’s has a document: the posting that a bulk request made for several, an earlier posting that lists this application and was
 * not posted for it yet, or one made with this intent and checked by the same rules (LN-5.4-b, DL-2.2.2-f). Its id is the request's, so that a repeated
 * request makes it once.
 */
export const postAlone: Gather = (subject) => {
  const { posted, input, id } = subject.act;
  if (posted !== undefined) return { data: { posting: posted } };
  if (input.posting !== undefined) return postAgain(subject);
  if (subject.by.role !== 'unitHr')
    return { data: { posting: id }, keep: { posting: newPosting(subject, input.document ?? null) } };
  const document = input.document ?? nothingStated;
  const refusal = lacking(subject, document);
  return refusal ?? { data: { posting: id }, keep: { posting: newPosting(subject, document) } };
};

/** Uses an earlier posting if it lists the application and was not posted for it yet. */
function postAgain(subject: Subject): Gathered | Refusal {
  const posting = asideOf(subject, 'posting');
  const mine = posting && (posting.kind === 'unit') === (subject.by.role === 'unitHr');
  if (!mine) return wrong('该公示不含本申报。', 'This posting does not hold the application.');
  // Not posted a second time, because it may have been found invalid since.
  if (posting.postedOn !== null)
    return wrong('该公示已张贴过，须重新制作公示文件。', 'This posting was posted before; a new document is needed.');
  if (subject.by.role !== 'unitHr') return { data: { posting: posting.id } };
  const { vault } = subject.deps;
  const sealed = Buffer.from(posting.document, 'hex');
  const document = JSON.parse(vault.openText(sealed, `posting/${posting.id}`)) as PostedDocument;
  return lacking(subject, document) ?? { data: { posting: posting.id } };
}

/** What the document lacks by the template of the programme. */
function lacking(subject: Subject, document: PostedDocument): Refusal | null {
  const { deps, row, inForce, act } = subject;
  const content = asideOf(subject, 'submitted');
  const findings = paperFindings(deps, {
    programme: inForce.programme,
    unitName: asideOf(subject, 'unitName') ?? '',
    contents: content ? [{ ...content, no: row.no }] : [],
    document,
    postedOn: act.input.postedOn,
    lastDay: act.input.lastDay,
    now: row.nowMs,
  });
  return notByTemplate(findings);
}

/** What an office posts: the result, once there is one or it is about to be recorded, or the list before the review. */
const kindOf = ({ row, state }: Subject): NewPosting['kind'] =>
  state.result !== null || row.pending.some(({ action }) => action === 'recordResult') ? 'result' : 'preReview';

function newPosting(subject: Subject, document: PostedDocument | null): NewPosting {
  const { deps, row, by, act } = subject;
  const { no, unit, office, world } = row;
  const owner =
    by.role === 'unitHr'
      ? { kind: 'unit' as const, unit, office: null }
      : { kind: kindOf(subject), unit: null, office };
  return {
    id: act.id,
    world,
    ...owner,
    items: [no],
    createdBy: by.person,
    token: randomBytes(tokenBytes).toString('base64url'),
    document: deps.vault.seal(JSON.stringify(document), `posting/${act.id}`).toString('hex'),
  };
}

const wrong = (zh: string, en: string) => invalidFields([{ path: '/posting', message: text(zh, en) }]);
