import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { wholeFormOf } from '../../../ops/demo/steps/form.ts';
import { yearSteps } from '../../../ops/lives/lianyungang/year.ts';
import type { ApiClient, ApiWorld } from '../service.ts';

const unitName = '连云港云台快递有限公司（虚构）';

/** What somebody of the demonstration applies for in Lianyungang, a mid-level engineer of express delivery where nothing else is said. */
export type Wish = {
  readonly series?: string;
  readonly specialty?: string;
  readonly level?: string;
  readonly heldTitle?: object;
  readonly discipline?: object;
  readonly education?: object;
  readonly standard?: object;
};

/** A draft of this person of 云台快递 with a form in which nothing is missing. */
export async function draftIn(world: ApiWorld, account: string, wish: Wish = {}): Promise<string> {
  const { series = 'engineering', specialty = 'expressDelivery', level = 'mid' } = wish;
  const client = await world.as(account);
  const wanted = { programme: 'lianyungang-2024', series, specialty, level };
  const made = await client.post('/v1/applications', {
    ...wanted,
    employer: await world.unitOf(account),
    status: 'inService',
    discipline: wish.discipline ?? { measure: 'none' },
    ...(wish.education ? { education: wish.education } : {}),
    ...(wish.standard ? { standard: wish.standard } : {}),
    heldTitle: wish.heldTitle ?? { level: 'assistant', obtainedOn: '2015-12-01', series },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { no } = made.as(applicationView);
  const written = await client.put(`/v1/applications/${no}/form`, wholeFormOf({ ...wanted, unitName }));
  if (written.status !== 200) throw new Error(JSON.stringify(written.body));
  return no;
}

/** The year of one committee, stepped by its office and by 市职称办. */
export class CommitteeDesk {
  readonly path: string;
  private readonly office: ApiClient;
  private readonly title: ApiClient;

  private constructor(path: string, office: ApiClient, title: ApiClient) {
    this.path = path;
    this.office = office;
    this.title = title;
  }

  static async at(world: ApiWorld, committee: string, account: string): Promise<CommitteeDesk> {
    const path = `/v1/programmes/lianyungang-2024/committees/${committee}`;
    return new CommitteeDesk(path, await world.as(account), await world.as('title-office'));
  }

  async publish(windows: readonly object[] = []): Promise<void> {
    await this.step(this.office, yearSteps.propose(windows));
    await this.step(this.title, yearSteps.countersign());
    await this.step(this.office, yearSteps.publish());
  }

  async report(meetingOn: string): Promise<void> {
    await this.step(this.office, yearSteps.report(meetingOn));
  }

  async consent(meetingOn: string): Promise<void> {
    await this.step(this.title, yearSteps.approve(meetingOn));
  }

  async announce(meetingOn: string): Promise<void> {
    await this.step(this.office, yearSteps.announce(meetingOn));
  }

  private async step(client: ApiClient, { name, body }: { name: string; body: object }): Promise<void> {
    const answer = await client.post(`${this.path}/${name}`, body);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** An application decided in the city, at the office of its committee since 2024-06-12. */
export async function arrived(world: ApiWorld): Promise<string> {
  const no = await draftIn(world, 'xu-lei');
  await (await world.as('xu-lei')).does(no, 'submit', { checked: ['truthPledge'] });
  const hr = await world.as('hr-express');
  await hr.does(no, 'agree');
  await hr.does(no, 'postPublicity', { lastDay: '2024-06-11' });
  await world.moveTo('2024-06-12T09:00');
  await (await world.as('first-haizhou')).does(no, 'pass');
  return no;
}

/** The same application until the day of its meeting, 2024-10-15, which was reported and has consent; gives the desk of the committee. */
export async function untilMeeting(world: ApiWorld, no: string): Promise<CommitteeDesk> {
  const office = await world.as('office-postal');
  const desk = await CommitteeDesk.at(world, 'row-60', 'office-postal');
  await desk.publish();
  await office.does(no, 'pass');
  await office.does(no, 'postPublicity');
  await world.moveTo('2024-10-01T09:00');
  await desk.report('2024-10-15');
  await desk.consent('2024-10-15');
  await world.moveTo('2024-10-15T09:00');
  return desk;
}
