import type { Role } from '../../domain/programme/facts.ts';
import { applies, posts, throughTheUnit, unitReturns } from '../lives/liaoning/steps.ts';
import type { Act } from '../lives/life.ts';
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

type Request = { readonly action: string; readonly by: keyof BenchCase['tokens']; readonly body?: unknown };

const tokenOf: Readonly<Partial<Record<Role, Request['by']>>> = {
  applicant: 'applicant',
  unitHr: 'hr',
  unitAssessmentGroup: 'group',
};
/** What each confirms by name, and the paper of the publicity; nobody asks for them first. */
const said: Readonly<Record<string, object>> = {
  submit: { checked: ['declassified'] },
  agree: { checked: ['inPost', 'conditions', 'itemByItem', 'sameSpecialty', 'retrieved', 'unitName'] },
  select: { checked: ['groupDecided'] },
  postPublicity: {
    checked: ['sealedAndProminent'],
    document: { decidingMeeting: '总经理办公会议', contactPerson: '人事部', telephone: '024-12345678' },
  },
};

function requestOf({ does, role, data }: Act): Request {
  const by = tokenOf[role];
  if (!by) throw new Error(`nobody acts as ${role} in the benchmark`);
  return { action: does, by, body: { ...data, ...said[does] } };
}

/** The actions of one case, from the first submission to the posting, with two returns; all are accepted. */
export const walk: readonly Request[] = [
  ...[applies, unitReturns, applies, unitReturns],
  ...[...throughTheUnit, posts],
].map(requestOf);

/** Both contestants, the bare one first. */
export function contestants({ bareUrl, serviceUrl }: Stage, world: string): readonly Contestant[] {
  const step = (index: number): Request => {
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
