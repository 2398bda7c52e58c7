import { openForm } from '../../commands/preparing/form-content.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import type { StoredContent } from '../../db/applications/contents.ts';
import { findUnitPosting, type UnitPosting } from '../../db/applications/documents.ts';
import { listEvents, type StoredEvent } from '../../db/applications/events.ts';
import { findAttachment } from '../../db/attachments/attachments.ts';
import { findPerson } from '../../db/people/people.ts';
import { findUnit } from '../../db/people/units.ts';
import type { Place } from '../../db/vault.ts';
import { documentOf } from '../../domain/access/identity-document.ts';
import { stagePathOf } from '../../domain/case/plan/compile.ts';
import { withoutRemoved } from '../../domain/materials/completeness.ts';
import { dossierOf } from '../../domain/papers/dossier.ts';
import { paperWords } from '../../domain/papers/paper-words.ts';
import {
  certificateNumber,
  otherSeals,
  type PublicityResult,
  publicityResult,
  publicityResults,
} from '../../domain/papers/printing.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { DocumentKind } from '../../domain/programme/materials/materials.ts';
import { printedNamesOf } from '../../domain/programme/printed-names.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { mayKnowPerson, mayReadFile } from '../access/readers.ts';
import { allEvents } from '../applications/attestations.ts';
import { sizeOf } from '../attachments/images.ts';
import type { Services } from '../http/route.ts';
import type { Picture } from './blocks.ts';
import type { PaperData, PaperPublicity } from './paper.ts';

/** The sources of a paper: the application, its programme, the version of its content, and the reader. */
export type PaperDataOf = {
  readonly row: ApplicationRow;
  readonly programme: Programme;
  readonly content: StoredContent;
  readonly roles: readonly Role[];
  readonly kind: DocumentKind;
};

/** Collects the data of a paper; what its reader may not see is left out. */
export async function paperDataOf(
  services: Services,
  { row, programme, content, roles, kind }: PaperDataOf,
): Promise<PaperData> {
  const { db, vault } = services;
  const [person, unit, events, publicity] = await Promise.all([
    findPerson(db, row.person),
    findUnit(db, row.unit, row.world),
    listEvents(db, row.no, { after: 0, limit: allEvents }),
    findUnitPosting(db, row.no),
  ]);
  const opened = (sealed: Buffer | null | undefined, place: Place) => (sealed ? vault.openText(sealed, place) : null);
  const knows = mayKnowPerson(roles);
  const identity = knows ? opened(person?.identityEnc, 'person.identity') : null;
  const form = withoutRemoved(openForm(vault, row.no, content.body), row.snapshot?.removedItems ?? []);
  const { materials = [], stages } = programme;
  const results = publicityResults(stages);
  const words = paperWords(programme.papers, row);
  const hasFrame = words.some(({ on, place }) => on === kind && place === 'photo');
  return {
    no: row.no,
    programme: programme.name.zh,
    year: programme.year,
    authority: programme.authority.zh,
    ...printedNamesOf(programme, row),
    name: opened(person?.nameEnc, 'person.name') ?? '',
    identity: identity === null ? null : documentOf(identity),
    phone: knows ? opened(person?.phoneEnc, 'person.phone') : null,
    unit: unit?.name ?? form.cover?.unitName ?? '',
    content: form,
    pledge: typeof form.pledge === 'object' ? form.pledge.text : sealedTextsOf(programme, 'pledge'),
    words,
    otherSeals: otherSeals(stagePathOf(programme, row)).map(({ zh }) => zh),
    publicity: publicityOf({ row, events, results }, publicity ? openedTexts(services, publicity) : null),
    publicityResults: results.map(({ name }) => name.zh),
    dossier: dossierOf(materials, row, form),
    certificate: certificateNumber(passesOf(events), stages),
    photo: hasFrame && form.photo?.file ? await photoOf(services, { row, roles, file: form.photo.file }) : null,
  };
}

type PhotoOf = Pick<PaperDataOf, 'row' | 'roles'> & { readonly file: string };

/** The photograph of the form, for readers who may open it. */
async function photoOf({ db, vault }: Services, { row, roles, file }: PhotoOf): Promise<Picture | null> {
  const found = await findAttachment(db, row.no, file);
  if (!found || !mayReadFile(found.kind, roles)) return null;
  const bytes = vault.open(found.body, `file.body/${file}`);
  const size = sizeOf(bytes);
  if (!size) return null;
  return { ...size, type: found.mediaType === 'image/png' ? 'png' : 'jpg', bytes, toJSON: () => found.sha256 };
}

const sealedTextsOf = ({ materials = [] }: Programme, key: string): string =>
  materials.find((rule) => rule.key === key)?.name.zh ?? '';

type PostingTexts = Partial<Omit<PaperPublicity, 'postedOn' | 'lastDay' | 'result'>> | null;

const openedTexts = ({ vault }: Services, { id, document }: UnitPosting): PostingTexts =>
  JSON.parse(vault.openText(Buffer.from(document, 'hex'), `posting/${id}`)) as PostingTexts;

type Posted = {
  readonly row: ApplicationRow;
  readonly events: readonly StoredEvent[];
  readonly results: readonly PublicityResult[];
};

/** The latest publicity of the unit: its dates from the events, its text if it was posted with a document; null before the first. */
function publicityOf({ row, events, results }: Posted, words: PostingTexts): PaperPublicity | null {
  const posted = events.filter((event) => event.name === 'posted').findLast(({ role }) => role === 'unitHr');
  if (!posted) return null;
  const choices = events.filter((event) => event.name === 'stepDone').map(({ data }) => data.choice);
  const choice = choices.findLast((each) => results.some(({ key }) => key === each)) ?? null;
  return {
    decidingMeeting: words?.decidingMeeting ?? '',
    contactPerson: words?.contactPerson ?? '',
    telephone: words?.telephone ?? '',
    address: words?.address ?? null,
    ways: words?.ways ?? [],
    contents: words?.contents ?? [],
    postedOn: posted.data.postedOn,
    lastDay: posted.data.lastDay,
    result: publicityResult(results, choice, row.snapshot?.objections.length ?? 0)?.zh ?? null,
  };
}

const passesOf = (events: readonly StoredEvent[]) =>
  events
    .filter((event) => event.name === 'passed')
    .map(({ role, data }) => ({ by: { role }, certificate: data.certificate ?? null }));
