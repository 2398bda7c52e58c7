import type { NoticeParams, NoticeTemplate } from '../lifecycle/notices/notifications.ts';
import type { Role } from '../programme/facts.ts';
import type { IntegrityEvent } from './case.ts';

type News = { readonly audience: Role; readonly template: NoticeTemplate; readonly params: NoticeParams };

const offices: readonly Role[] = ['committeeOffice', 'committeeOrganiser', 'preliminaryAuthority', 'cityTitleOffice'];

/** Who is told of a step of an integrity case: the person of what concerns them, unit, office and authority of the decision. */
export function integrityNotices({ name, by, data }: IntegrityEvent): News[] {
  const tell = (template: NoticeTemplate, audiences: readonly Role[], params: NoticeParams = {}): News[] =>
    audiences.filter((audience) => audience !== by.role).map((audience) => ({ audience, template, params }));
  if (name === 'open') return tell('integrityOpened', offices);
  if (name === 'notify') return tell('integrityTold', ['applicant'], data.hearBy ? { due: data.hearBy } : {});
  if (!data.decision) return [];
  const upheld = data.decision.effect === 'revoke' ? 'titleRevoked' : 'integrityUpheld';
  return tell(data.decision.upheld ? upheld : 'integrityDismissed', ['applicant', 'unitHr', ...offices]);
}
