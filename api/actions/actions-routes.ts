import type { ApplicationKey, ApplicationRow } from '../../db/applications/applications.ts';
import { findAttachment } from '../../db/applications/attachments.ts';
import { findContent, freezeAsRead, type StoredContent } from '../../db/applications/contents.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { ActInput, ActName } from '../../domain/case/acts.ts';
import { unannounced } from '../../domain/case/announced-windows.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { availableActions } from '../../domain/lifecycle/available-actions.ts';
import { blocking } from '../../domain/materials/completeness.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../access/caller.ts';
import { applicationView, ofApplication, receiptView } from '../applications/applications-schemas.ts';
import { rolesFor, stateOf, wholeApplication } from '../applications/load.ts';
import { notAnnounced, openingOf } from '../committees/committee-years.ts';
import { requireEligible } from '../eligibility/submission-eligibility.ts';
import { dossierDelivered } from '../form/dossier.ts';
import { findingsOn, incomplete } from '../form/form-completeness-routes.ts';
import { emptyForm, openForm } from '../form/form-content-routes.ts';
import type { Form } from '../form/form-schemas.ts';
import { versionConflict } from '../form/form-writing-routes.ts';
import { reuseOf, saveFingerprintsOf } from '../form/reuse.ts';
import { type FieldError, invalid, notFound, refused } from '../http/errors.ts';
import { defineRoute, type Reply, type RequestKey, type RouteDef, type Services } from '../http/route.ts';
import { requireNoBar } from '../integrity/integrity.ts';
import { keepObjection } from '../postings/keep-objection.ts';
import { isPostedSingly } from '../postings/single-posting.ts';
import { programmeOf } from '../programmes/programme-in-force.ts';
import { actorOf, argumentOf, firstSubmission, roleInCharge } from './act-request.ts';
import { actNames, bodyOf } from './actions-schemas.ts';
import { changedSince } from './changed-parts.ts';
import { claimedAgain } from './claims.ts';
import { answerTo, send } from './reply.ts';

/** The ways of passing a review, which wait for what must be decided there. */
const passes: ReadonlySet<string> = new Set(['agree', 'pass', 'approve', 'consent']);

/** An action as it came in, checked in shape. */
type Asked = {
  readonly no: string;
  readonly name: ActName;
  readonly body: ActInput;
  readonly caller: Person;
  readonly key: RequestKey;
  readonly expectedSeq: number | undefined;
};

/** Does an action: in which role, with what sealed, first submissions with the compiled programme; answers as section 6 of the way of a command. */
async function doAction(services: Services, asked: Asked): Promise<Reply> {
  const { no, name, body, caller, key } = asked;
  const row = await wholeApplication(services, no);
  const roles = rolesFor(row, caller);
  if (roles.length === 0) throw notFound();
  const state = stateOf(row, services.deps.calendar);
  const role = roleInCharge(state, roles, { name, at: row.nowMs });
  const open = availableActions(state, [role], row.nowMs).some((each) => each.name === name);
  // Behind an act that is not decided yet what is open now says little: whatever may go through is looked at.
  const looked = open || row.open > 0 || (name === 'submit' && !row.opened);
  const checkedIn = looked ? await checkBefore(services, row, asked) : undefined;
  const objection = name === 'recordObjection' ? key.id : undefined;
  const argument = argumentOf(services.vault, body, objection === undefined ? {} : { objection });
  const reuse = passes.has(name) ? await reuseOf(services, state) : undefined;
  const dossier = await dossierDelivered(services, row, { state, name, delivered: body.delivered ?? [] });
  const changed = looked && name === 'submit' ? await changedSince(services, state, row.contentVersion) : undefined;
  const opening = name === 'recordResult' ? await openingOf(services, state, { key: row, heldOn: body.heldOn }) : {};
  const alone = looked && name === 'postPublicity' && role === 'unitHr';
  const board = alone ? await isPostedSingly(services, row, { id: key.id, body, caller }) : {};
  const expectedSeq = asked.expectedSeq ?? (looked ? undefined : row.seq);
  const first = name === 'submit' && !row.opened;
  const { allowed, ...brought } = first
    ? await opens(services, row)
    : await claimedAgain(services, row, { name, body });
  const result = await send(services, {
    no,
    action: name,
    by: actorOf(caller, role, row),
    ...argument,
    data: {
      ...argument.data,
      ...(reuse ? { reuse } : {}),
      ...(dossier ? { dossier } : {}),
      ...changed,
      ...opening,
      ...board,
      ...checkedIn,
      ...(allowed ? { allowed } : {}),
    },
    keyHash: key.keyHash,
    fingerprint: key.fingerprint,
    // What nobody looked at goes through nowhere but where it was read, where it is not open.
    ...(expectedSeq === undefined ? {} : { expectedSeq }),
    ...brought,
  });
  return answerTo(services, result, { no, action: name, caller, before: row });
}

/** What the first submission brings; it is filed only towards a period that has been announced (LYG-3.3-a). */
async function opens(services: Services, row: ApplicationRow) {
  const first = await firstSubmission(services, row);
  const { announced = [] } = (await programmeOf(services, row.programme)).timeline;
  const refusal = first.plan ? unannounced(first.plan, announced) : null;
  if (refusal) throw refused(refusal);
  return first;
}

/** What the rules cannot know, looked at where they would let the action through: whether the form is whole and the file there; an objection is kept. */
async function checkBefore(
  services: Services,
  head: ApplicationRow,
  { name, body, key, caller }: Asked,
): Promise<Pick<CommandData, 'checkedIn'>> {
  if (name === 'submit' && caller.person === head.person) {
    const content = await findContent(services.db, head.no, head.contentVersion);
    const form = content ? openForm(services.vault, content.body) : emptyForm;
    await requireEligible(services, head, form);
    if (!head.opened && head.open === 0) await requireNoBar(services, head.person, head.nowMs);
    return content ? await checkForm(services, head, { content, form }) : {};
  }
  if (name === 'uploadStampedPage') await checkStampedPage(services, head, body.attachment ?? '');
  const early = name === 'certify' ? await notAnnounced(services, head) : null;
  if (early) throw refused(early);
  if (body.committee !== undefined) requireOtherCommittee(services, head, body.committee);
  if (name === 'recordObjection') {
    const { name: objector, body: says = '', named = false } = body;
    await keepObjection(services, { id: key.id, no: head.no, posting: null, named, name: objector, body: says });
  }
  return {};
}

/**
 * Nobody is returned for what the system could see: everything that stands against the form is told before it is sent. A form against which nothing
 * stands is frozen as it was read, and its version goes with the act, so that nothing else is submitted.
 */
async function checkForm(
  services: Services,
  head: ApplicationRow,
  { content, form }: { readonly content: StoredContent; readonly form: Form },
): Promise<Pick<CommandData, 'checkedIn'>> {
  const removedItems = head.snapshot?.removedItems ?? [];
  const findings = await findingsOn(services, head, form, { asOf: dateOf(head.nowMs), removedItems });
  if (blocking(findings).length > 0) throw incomplete(findings);
  if (!(await freezeAsRead(services.db, head.no, content))) throw versionConflict();
  await saveFingerprintsOf(services, { no: head.no, version: content.version, form });
  return { checkedIn: content.version };
}

async function checkStampedPage({ db }: Services, { no }: ApplicationKey, id: string): Promise<void> {
  const file = await findAttachment(db, no, id);
  if (file?.kind === 'stampedPage') return;
  throw invalid([
    wrong('/attachment', '须为已上传的盖章页附件。', 'It must be an uploaded attachment of kind stampedPage.'),
  ]);
}

/** The right committee is one of the programme's, and not the one that returns the application. */
function requireOtherCommittee({ programmes }: Services, head: ApplicationRow, id: string): void {
  const known = programmes.get(head.programme)?.committees?.some((each) => each.id === id);
  if (known && id !== head.committee) return;
  throw invalid([
    wrong('/committee', '须为本年度通知中的另一评委会。', 'It must be another committee of this notice.'),
  ]);
}

const wrong = (path: string, zh: string, en: string): FieldError => ({ path, message: text(zh, en) });

const summaries: Readonly<Partial<Record<ActName, string>>> = {
  submit: 'Submit: freezes the content; the first one opens the case.',
  return: 'Return with one complete list of deficiencies.',
  recordReferralResult:
    'Record what was decided of a case that was referred, for instance to the province: once, by the office that referred it.',
  correctReferralResult: 'Correct that result, with a reason.',
  postPublicity: 'Post the publicity of one application; for many at once use a posting.',
};

/** One route for each action, so that the document says what each takes. */
export const actionRoutes: readonly RouteDef[] = actNames.map((name) => {
  const body = bodyOf(name);
  return defineRoute({
    method: 'post',
    path: `/v1/applications/:no/actions/${name}`,
    summary: summaries[name] ?? `The action ${name}, where the stage has it.`,
    tag: 'actions',
    access: 'login',
    idempotency: 'intent',
    params: ofApplication,
    body,
    answers: {
      200: { description: 'Done: the view after it, with warnings', schema: applicationView, headers: ['ETag'] },
      202: {
        description: 'Recorded in time and decided later: the receipt',
        schema: receiptView,
        headers: ['Location', 'Retry-After'],
      },
      409: { description: 'The rules or the stage forbid it now, with the clauses' },
      412: { description: 'The version moved' },
    },
    handle: ({ params, body, caller, key, expectedSeq, services }) =>
      doAction(services, { no: params.no, name, body: body ?? {}, caller, key, expectedSeq }),
  });
});
