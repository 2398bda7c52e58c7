import { sealText } from '../../commands/preparing/argument.ts';
import { announcementNo, meetingsNo } from '../../db/committees/committee-years.ts';
import {
  announcementActions,
  type CommitteeActionName,
  type CommitteeData,
  committeeRole,
} from '../../domain/committee/year.ts';
import { actOnEntity } from '../actions/act-on-entity.ts';
import type { Person } from '../http/caller.ts';
import type { RequestKey, Services } from '../http/route.ts';
import type { CommitteePath, CommitteeRoles } from './committee-years.ts';
import type { CommitteeBody } from './committees-schemas.ts';

type StepRequest = {
  readonly where: CommitteePath;
  readonly name: CommitteeActionName;
  readonly body: CommitteeBody;
  readonly caller: Person;
  readonly roles: CommitteeRoles;
  readonly key: RequestKey;
  readonly world: string | null;
};

/** Takes one step of a committee's year, in the role that the step is for, if the caller has it. */
export async function takeStep(services: Services, request: StepRequest): Promise<void> {
  const { where, name, body, caller, roles, world } = request;
  const { keyHash, fingerprint } = request.key;
  const key = { programme: where.id, committee: where.committee, world };
  const isAnnouncement = announcementActions.some((each) => each === name);
  await actOnEntity(services, {
    no: isAnnouncement ? announcementNo(key) : meetingsNo(key),
    entity: { kind: isAnnouncement ? 'announcement' : 'meetings', ...key },
    action: name,
    by: { person: caller.person, role: roles.find((each) => each === committeeRole[name]) ?? roles[0] },
    ...argumentOf(services, body),
    keyHash,
    fingerprint,
  });
}

/** The data of a body, with the id of its sealed reason instead of the text. */
function argumentOf(
  services: Services,
  { reason, windows, checked, meetingOn, passRate, measure, until }: CommitteeBody,
) {
  const text = reason === undefined ? null : sealText(services.vault, { reason });
  const data: CommitteeData = {
    ...(windows ? { windows } : {}),
    ...(checked ? { checked } : {}),
    ...(meetingOn ? { meetingOn } : {}),
    ...(passRate === undefined ? {} : { passRate }),
    ...(measure ? { measure } : {}),
    ...(until ? { until } : {}),
    ...(text ? { reasoned: true, text: text.id } : {}),
  };
  return { data, ...(text ? { text } : {}) };
}
