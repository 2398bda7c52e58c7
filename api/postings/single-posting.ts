import { randomBytes } from 'node:crypto';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import { findPosting, insertPosting } from '../../db/postings/postings.ts';
import type { ActInput } from '../../domain/case/acts.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../access/caller.ts';
import { invalid } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { checkPublicityPaper } from './publicity-paper.ts';

const tokenBytes = 24;
/** A document that says nothing: what it lacks is told by the notice's own rules. */
const nothingStated = { decidingMeeting: '', contactPerson: '', telephone: '' };

/**
 * What a unit posts of one application is a document as of many: either a posting that holds it and was not posted for it yet, or one made here and looked at by the same
 * rules (LN-5.4-b, DL-2.2.2-f). `id` is the request's own, so that a repeated request makes it once.
 */
export async function isPostedSingly(
  services: Services,
  row: ApplicationRow,
  { id, body, caller }: { readonly id: string; readonly body: ActInput; readonly caller: Person },
): Promise<Pick<CommandData, 'posting'>> {
  const { db, vault } = services;
  const { no, unit, world, nowMs } = row;
  const { document = nothingStated, lastDay } = body;
  if (body.posting !== undefined) {
    const sight = { world, person: caller.person, units: [unit], offices: [] };
    const posting = await findPosting(db, body.posting, sight);
    const holdsIt = posting?.kind === 'unit' && posting.unit === unit && posting.items.find((item) => item.no === no);
    if (!posting || !holdsIt) throw wrong('该公示不含本申报。', 'This posting does not hold the application.');
    // What was posted before may have been found invalid since: it is not posted again.
    if (holdsIt.postedOn !== null)
      throw wrong('该公示已张贴过，须重新制作公示文件。', 'This posting was posted before; a new document is needed.');
    const written = JSON.parse(vault.openText(Buffer.from(posting.document, 'hex')));
    await checkPublicityPaper(services, { items: [no], unit, world, document: written, lastDay, now: nowMs });
    return { posting: posting.id };
  }
  await checkPublicityPaper(services, { items: [no], unit, world, document, lastDay, now: nowMs });
  await insertPosting(db, {
    id,
    world,
    kind: 'unit',
    items: [no],
    unit,
    office: null,
    createdBy: caller.person,
    token: randomBytes(tokenBytes).toString('base64url'),
    document: vault.seal(JSON.stringify(document)).toString('hex'),
  });
  return { posting: id };
}

const wrong = (zh: string, en: string) => invalid([{ path: '/posting', message: text(zh, en) }]);
