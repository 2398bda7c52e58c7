import { describe, expect, it } from 'vitest';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import type { ApplicantFacts, Role } from '../../../domain/programme/facts.ts';
import { routeOf, ruleOfCommittee } from '../../../domain/routing/routing.ts';
import {
  courier,
  ground,
  lianyungangLife,
  planFor,
  prelim,
  untilArrived,
  untilPosted,
  untilPreliminary,
} from '../../lives/lianyungang.ts';
import { reason } from '../../lives/life.ts';

const elsewhere = (change: Partial<ApplicantFacts> = {}) => planFor({ ...courier, committee: 'row-65', ...change });
type Life = ReturnType<typeof lianyungangLife>;
const moving = (
  life: Life,
  at: string,
  more: { role?: Role; data?: CommandData; facts?: Partial<ApplicantFacts> } = {},
) =>
  life.command([at, more.role ?? 'cityTitleOffice', 'moveCommittee', more.data ?? reason], {
    plan: elsewhere(more.facts),
  });
const at = (steps: Parameters<Life['run']>[0]): Life => lianyungangLife().run(steps);

describe('a case whose committee is changed for the whole unit (A-26)', () => {
  it('stays where it stands and goes by the periods of the new committee (LYG-7-b)', () => {
    const life = at(untilPreliminary);
    expect(life.due).toMatchObject({ acceptance: '2024-06-30' });
    life.send(moving(life, '2024-06-17'));
    expect([life.stage, life.due]).toMatchObject(['PRELIMINARY_REVIEW', { acceptance: '2024-10-31' }]);
    expect(life.events.at(-1)).toMatchObject({
      name: 'committeeMoved',
      data: { from: 'row-60', to: 'row-65', destination: 'here', text: 'text-1' },
    });
    expect(life.refused('2024-06-20', 'preliminaryAuthority', 'pass', prelim).code).toBe('WINDOW_NOT_OPEN');
    life.do('2024-07-01', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
  });

  it('goes on to the province where the new committee reports there (LYG-4.4-e)', () => {
    const life = at(untilPosted);
    life.send(moving(life, '2024-06-06', { facts: { destination: 'province' } }));
    expect(life.case.plan?.stages.map(({ key }) => key)).toContain('PROVINCIAL_REFERRAL');
    expect(life.case.stage).toMatchObject({ key: 'UNIT_PUBLICITY', phase: 'posted', lastDay: '2024-06-13' });
  });

  it('LYG-4.0-d: is not moved any more once it was reported, also where it came back (A-26)', () => {
    const back = { ...ground('conditionsOrProcedure', 'a1'), to: 'PRELIMINARY_REVIEW' };
    for (const life of [at(untilArrived), at([...untilArrived, ['2024-06-21', 'committeeOffice', 'return', back]])])
      expect(life.refusalOf(moving(life, '2024-06-24'))).toMatchObject({
        code: 'COMMITTEE_FIXED',
        clauses: ['LYG-4.0-d'],
        readings: ['A-26'],
      });
  });

  it('that ended before it was reported is moved, so that a recheck leads to the new committee (A-10)', () => {
    const refused: CommandData = ground('conditions', 'a1');
    const life = at([...untilPreliminary, ['2024-06-17', 'preliminaryAuthority', 'refuse', refused]]);
    life.send(moving(life, '2024-06-18'));
    expect([life.stage, life.case.plan?.committee]).toEqual(['PRELIM_REJECTED', 'row-65']);
    life.do('2024-06-19', 'applicant', 'requestRecheck', reason);
    life.do('2024-06-20', 'committeeOffice', 'concludeRecheck', { upheld: true, ...reason });
    expect(life.stage).toBe('PRELIMINARY_REVIEW');
  });

  it('is not moved to a committee whose period is over, or not announced (LYG-7-b)', () => {
    const life = at(untilPosted);
    const over = life.refusalOf(moving(life, '2024-06-06', { facts: { committee: 'row-58' } }));
    expect(over).toMatchObject({ code: 'WINDOW_CLOSED', details: { closes: '2024-05-31' } });
    const unknown = life.refusalOf(moving(life, '2024-06-06', { facts: { committee: 'row-6' } }));
    expect(unknown).toMatchObject({ code: 'WINDOW_NOT_OPEN', details: { window: 'acceptance' } });
  });

  it('is moved by the title office alone and with a reason', () => {
    const life = at(untilPosted);
    expect(life.refusalOf(moving(life, '2024-06-06', { role: 'committeeOffice' })).code).toBe('NOT_YOURS');
    expect(life.refusalOf(moving(life, '2024-06-06', { data: {} })).code).toBe('REASON_MISSING');
  });
});

describe('the committees among which the title office may choose (A-26)', () => {
  const assistant = { ...courier, level: 'assistant' as const, territory: 'lyg-donghai', agencyClient: false };
  const routed = (committee: string, facts: object = {}) =>
    routeOf(lianyungang2024, { ...assistant, assigned: { committee, destination: 'here' }, ...facts });

  it('LYG-7-e: are those that the plan prints for such people, of the city and of the counties', () => {
    expect(routeOf(lianyungang2024, assistant).committee).toBe('row-62');
    expect(routed('row-60')).toMatchObject({ committee: 'row-60', office: 'lyg-postal', destination: 'here' });
    expect(routed('row-65')).toMatchObject({ committee: 'row-65', office: 'lyg-ganyu' });
  });

  it('are no others: nobody is sent past a printed row', () => {
    expect(ruleOfCommittee(lianyungang2024, assistant, 'row-54')).toBeUndefined();
    expect(routed('row-54').committee).toBe('row-62');
    expect(routed('row-65', { level: 'mid' }).committee).toBe('row-60');
    expect(routed('row-65', { employerClass: 'municipal' }).committee).toBe('row-60');
  });

  it('leave initial designation with the district that designates', () => {
    const designee = { track: 'initialDesignation' as const, territory: 'lyg-haizhou' };
    expect(routed('row-60', designee).committee).toBe('row-66');
    expect(routed('row-67', designee).committee).toBe('row-67');
  });
});
