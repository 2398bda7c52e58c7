import type { BenchCase } from './cases.ts';
import type { Call } from './client.ts';
import type { Stage } from './stage.ts';

/** One of the two services that are compared: how the next action of a case is requested. */
export type Contestant = {
  readonly key: 'bare' | 'service';
  readonly name: string;
  /** The request for the action with this index in the case. */
  readonly call: (one: BenchCase, index: number) => Call;
};

type Step = { readonly action: string; readonly by: keyof BenchCase['tokens']; readonly body?: unknown };

const returned: Step = {
  action: 'return',
  by: 'hr',
  body: {
    deficiencies: [
      { item: 'achievement-1', clause: 'LN-A1-c', expected: '请写明本人角色与起止月份，并补充任务书。' },
      { item: 'contribution', clause: 'LN-4.1-c', expected: '业绩以正式签字盖章时间为准，请核对。' },
    ],
  },
};

const confirming = (...checked: string[]) => ({ checked });
const submitted: Step = { action: 'submit', by: 'applicant', body: confirming('declassified') };

const paper = { decidingMeeting: '总经理办公会议', contactPerson: '人事部', telephone: '024-12345678' };

/** The actions of one case, from the first submission to the posting, with two returns; all are accepted. */
export const walk: readonly Step[] = [
  submitted,
  returned,
  submitted,
  returned,
  submitted,
  {
    action: 'agree',
    by: 'hr',
    body: confirming('inPost', 'conditions', 'itemByItem', 'sameSpecialty', 'retrieved', 'unitName'),
  },
  { action: 'select', by: 'group', body: confirming('groupDecided') },
  { action: 'postPublicity', by: 'hr', body: { ...confirming('sealedAndProminent'), document: paper } },
];

/** Both contestants, the bare one first. */
export function contestants({ bareUrl, serviceUrl }: Stage, world: string): readonly Contestant[] {
  const step = (index: number): Step => {
    const found = walk[index];
    if (!found) throw new Error(`a case has no action ${index}`);
    return found;
  };
  return [
    {
      key: 'bare',
      name: 'bare updates',
      call: ({ no, tokens }, index) => ({
        url: `${bareUrl}/v1/cases/${no}/actions`,
        token: tokens[step(index).by],
        body: { action: step(index).action, n: index + 1 },
      }),
    },
    {
      key: 'service',
      name: 'Zhicheng',
      call: ({ no, tokens }, index) => ({
        url: `${serviceUrl}/v1/applications/${no}/actions/${step(index).action}`,
        token: tokens[step(index).by],
        world,
        body: step(index).body,
      }),
    },
  ];
}
