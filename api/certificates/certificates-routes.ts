import { certificateOf, findCertificate, type StoredCertificate } from '../../db/applications/certificates.ts';
import { maskedName } from '../../domain/access/masked-name.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { levelLabels } from '../../domain/programme/level-labels.ts';
import { shownOffice } from '../../domain/routing/shown-office.ts';
import { text } from '../../domain/text.ts';
import { seesApplication } from '../access/on-application.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { notFound } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { networkOf } from '../http/request/rate-limit.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { certificateCheck, certificateView, ofCertificate } from './certificates-schemas.ts';

const tag = 'certificates';

/** Whether a certificate is genuine, for anyone who holds it, and the code for its holder. */
export const certificateRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/certificates/:code',
    summary: 'Whether a certificate is valid, for anyone who has its code; a revoked one says since which day.',
    tag,
    access: 'public',
    may: anyone,
    params: ofCertificate,
    answers: {
      200: { description: 'The certificate', schema: certificateCheck },
      429: { description: 'Too many codes of this address that are none' },
    },
    handle: async ({ params: { code }, world, request, services }) => {
      const found = await findCertificate(services.db, { world, code });
      if (found) return { status: 200, body: checkOf(services, found) };
      await services.countUnknownCertificate(services.vault.hash(`certificate/${networkOf(request.ip ?? '')}`));
      throw notFound();
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/certificate',
    summary: 'The certificate issued on an application, with its management number and its public code.',
    tag,
    access: 'login',
    may: seesApplication,
    params: ofApplication,
    answers: { 200: { description: 'The certificate', schema: certificateView } },
    handle: async ({ params: { no }, services }) => {
      const found = await certificateOf(services.db, no);
      if (!found) throw notFound();
      const { number, code } = found;
      return { status: 200, body: { number, code, link: `/v1/certificates/${code}`, ...stoodOf(found) } };
    },
  }),
];

const stoodOf = ({ issuedOn, revokedOn }: StoredCertificate) => ({
  state: revokedOn === null ? ('valid' as const) : ('revoked' as const),
  issuedOn,
  revokedOn,
});

/** As little as tells whether the paper in somebody's hand is genuine: no number, no unit, no whole name. */
function checkOf({ vault, programmes }: Pick<Services, 'vault' | 'programmes'>, found: StoredCertificate) {
  const { series, specialty, level, committee, offices, role } = found;
  const programme = programmes.get(found.programme);
  const known = programme?.series.find(({ key }) => key === series);
  const office = programme && shownOffice(programme, offices[role], { role: role as Role, committee });
  return {
    ...stoodOf(found),
    name: maskedName(vault.openText(found.name, 'person.name')),
    series: known?.name ?? text(series, series),
    specialty: known?.specialties.find(({ key }) => key === specialty)?.name ?? text(specialty, specialty),
    level,
    levelLabel: levelLabels[level],
    office: office?.name ?? null,
  };
}
