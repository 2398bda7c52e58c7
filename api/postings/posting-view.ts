import type { StoredPosting } from '../../db/postings/postings.ts';
import { hasGrant } from '../../domain/access/access.ts';
import { text } from '../../domain/text.ts';
import type { Caller } from '../http/caller.ts';
import type { Services } from '../http/route.ts';

export const linkOf = (token: string) => `/v1/postings/${token}`;

/** The posting with name, unit, specialty, level and last day only; the people who made it also see its document, its link, and what is over. */
export function postingOf(services: Services, posting: StoredPosting, caller: Caller) {
  const { id, kind, unitName, office, document, token } = posting;
  const maker =
    posting.unit === null
      ? hasGrant(caller, 'committeeOffice', `office:${office}`)
      : hasGrant(caller, 'unitHr', `unit:${posting.unit}`);
  const said = () => JSON.parse(services.vault.openText(Buffer.from(document, 'hex'), `posting/${id}`));
  return {
    id,
    kind,
    unit: unitName,
    office,
    items: posting.items.filter(({ open }) => open || maker).map((item) => itemView(services, item)),
    ...(maker ? { document: said(), link: linkOf(token) } : {}),
  };
}

function itemView({ vault, programmes }: Services, item: StoredPosting['items'][number]) {
  const { no, nameHex, series, specialty, level, programme, lastDay } = item;
  const known = programmes.get(programme)?.series.find(({ key }) => key === series);
  return {
    no,
    specialty,
    level,
    lastDay,
    name: vault.openText(Buffer.from(nameHex, 'hex'), 'person.name'),
    specialtyLabel: known?.specialties.find(({ key }) => key === specialty)?.name ?? text(specialty, specialty),
  };
}
