import { type Text, text } from '../../../domain/text.ts';
import { yearSteps } from '../../lives/lianyungang/year.ts';
import type { Refused } from '../../lives/life.ts';
import { ok, problemOf } from '../client/answers.ts';
import type { Play } from '../life.ts';
import type { Actor } from '../people.ts';
import { checkRefusal, nameOf, refusalText } from './case.ts';

/** The part of a committee's year that the demonstration reads. */
export type CommitteeYear = {
  readonly notice: { readonly status: string; readonly publishedOn?: string | null } | null;
  readonly meetings: readonly {
    readonly meetingOn: string;
    readonly dataDue: string | null;
    readonly overdue: boolean;
  }[];
};

/** A step of a committee's year: the actor, its name, its body, and its label. */
export type Step = { readonly by: Actor; readonly name: string; readonly body: object; readonly what: Text };

const pathOf = (committee: string, name: string) => `/v1/programmes/lianyungang-2024/committees/${committee}/${name}`;

/** Takes a step and prints it with its result. */
export async function steps(
  { world, show }: Play,
  committee: string,
  step: Step,
  result: Text,
): Promise<CommitteeYear> {
  const { by, name, body, what } = step;
  const answer = await world.ask(by.account, { method: 'POST', path: pathOf(committee, name), body });
  const year = ok<CommitteeYear>(name, answer);
  show.row({ at: world.now(), who: nameOf(world, by), what, result, mark: 'done' });
  return year;
}

/** Tries a step, which must be refused. */
export async function stepRefused(
  { world, show }: Play,
  committee: string,
  step: Step,
  expected: Refused,
): Promise<void> {
  const { by, name, body, what } = step;
  const answer = await world.ask(by.account, { method: 'POST', path: pathOf(committee, name), body });
  const problem = problemOf(name, answer);
  show.row({ at: world.now(), who: nameOf(world, by), what, result: refusalText(problem), mark: 'refused' });
  checkRefusal(name, problem, expected);
  show.note(problem.message);
}

/** The steps of the lives, each taken by its office (LYG-3.3, LYG-5.2). */
export const stepOf = {
  propose: (by: Actor): Step => ({
    by,
    ...yearSteps.propose(),
    what: text('拟定年度评审通知', 'Draft the yearly notice'),
  }),
  countersign: (by: Actor): Step => ({ by, ...yearSteps.countersign(), what: text('会签', 'Countersign') }),
  publish: (by: Actor): Step => ({
    by,
    ...yearSteps.publish(),
    what: text('公布年度评审通知', 'Publish the yearly notice'),
  }),
  report: (by: Actor, on: string): Step => ({
    by,
    ...yearSteps.report(on),
    what: text('报送开评报告', 'Report the opening'),
  }),
  approve: (by: Actor, on: string): Step => ({
    by,
    ...yearSteps.approve(on),
    what: text('同意开评', 'Consent to the opening'),
  }),
  announce: (by: Actor, on: string): Step => ({
    by,
    ...yearSteps.announce(on),
    what: text('公布评审结果', 'Announce the results'),
  }),
  fileData: (by: Actor, on: string): Step => ({
    by,
    ...yearSteps.fileData(on),
    what: text('报送评审数据', 'File the data'),
  }),
} as const;
