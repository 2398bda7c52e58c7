import { certificateOf } from '../../db/applications/certificates.ts';
import { passedOn } from '../../db/sessions/papers/papers.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { printedNamesOf } from '../../domain/programme/printed-names.ts';
import { shownOffice } from '../../domain/routing/shown-office.ts';
import { committeeOf, committeesOf } from '../../domain/session/offices.ts';
import { seesApplication } from '../access/on-application.ts';
import { paperAnswers, paperReply } from '../documents/documents-routes.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { certificate } from './certificate-blocks.ts';

/** The certificate on paper. */
export const certificatePaperRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/certificate/paper',
    summary:
      'The certificate as a paper, DOCX in Chinese, with a QR code of the address at which anyone asks whether it is valid; whoever sees the application.',
    tag: 'certificates',
    access: 'login',
    may: seesApplication,
    params: ofApplication,
    answers: paperAnswers,
    handle: async ({ params: { no }, services, request }) => {
      const found = await certificateOf(services.db, no);
      const programme = found && services.programmes.get(found.programme);
      if (!found || !programme) throw notFound();
      const { code, number, issuedOn, revokedOn, role } = found;
      const id = committeeOf(programme, found.committee);
      const office = shownOffice(programme, found.offices[role], { role: role as Role, committee: found.committee });
      const blocks = certificate({
        name: services.vault.openText(found.name, 'person.name'),
        ...printedNamesOf(programme, found),
        committee: committeesOf(programme).find((each) => each.id === id)?.name.zh ?? '',
        office: office?.name.zh ?? '',
        authority: programme.authority.zh,
        passedOn: await passedOn(services.db, no),
        ...{ issuedOn, revokedOn, number },
        link: `${request.protocol}://${request.host}/v1/certificates/${code}`,
      });
      return paperReply(services, '职称证书', blocks);
    },
  }),
];
