import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Delivered } from '../../../domain/case/check-results.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import type { MaterialContent } from '../../../domain/materials/content.ts';
import { checkDossier, dossierOf } from '../../../domain/papers/dossier.ts';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { everyCheck } from '../../../ops/lives/confirmed.ts';
import { life as dalianLife, senior, untilHandedOver } from '../../lives/dalian.ts';
import { engineer, instant, Life, untilSession } from '../../lives/life.ts';
import { publication, wholeContent } from '../materials/material-cases.ts';

/** An applicant of the exceptional track with a paper, a book, an examination and an honour: every part of a dossier concerns such a one. */
const richest = (facts: ApplicantFacts): MaterialContent => ({
  ...wholeContent(facts),
  achievements: [publication, { ...publication, id: 'p2', category: 'monograph' }],
  examination: { name: '经济专业技术资格', specialty: '金融', passedOn: '2021-06-20' },
  honours: [{ title: '劳动模范', awardedOn: '2022-05-01', by: '省人民政府' }],
});

/** Where a dossier is received: the role, the action, the day, and an application at that stage. */
type Place = {
  readonly programme: Programme;
  readonly facts: ApplicantFacts;
  readonly at: string;
  readonly role: 'committeeOffice' | 'preliminaryAuthority';
  readonly act: string;
  readonly next: string;
  readonly life: () => Life;
};

const inLiaoning: ApplicantFacts = { ...engineer, track: 'exceptional' };
const liaoning: Place = {
  programme: liaoningDiit2024,
  facts: inLiaoning,
  at: '2024-08-20',
  role: 'committeeOffice',
  act: 'confirmDossier',
  next: 'COMMITTEE_REVIEW',
  life: () => new Life(inLiaoning).run(untilSession.slice(0, -1)),
};
const inDalian: ApplicantFacts = { ...senior, track: 'exceptional' };
const dalian: Place = {
  programme: dalian2024,
  facts: inDalian,
  at: '2024-07-01',
  role: 'preliminaryAuthority',
  act: 'pass',
  next: 'FORWARDING',
  life: () => dalianLife(inDalian).run(untilHandedOver),
};

const linesOf = ({ programme, facts }: Place) => dossierOf(programme.materials ?? [], facts, richest(facts));
/** A dossier in which nothing is missing. */
const whole = (place: Place): Delivered[] =>
  linesOf(place).flatMap(({ needed, key, copies, signed }) =>
    needed ? [{ key, copies, signed: signed.map((slot) => slot.key) }] : [],
  );

/** The data of the act with this dossier, everything else confirmed. */
const data = (place: Place, delivered: readonly Delivered[]): CommandData => ({
  checked: everyCheck(place.life().plan),
  dossier: checkDossier(linesOf(place), delivered),
});

function refusalWith(place: Place, delivered: readonly Delivered[]) {
  const life = place.life();
  const told = life.events.length;
  const refusal = life.refused(place.at, place.role, place.act, data(place, delivered));
  expect(life.events).toHaveLength(told);
  return refusal;
}

const changed = (place: Place, key: string, change: Partial<Delivered>) =>
  whole(place).map((each) => (each.key === key ? { ...each, ...change } : each));

describe.each([
  ['Liaoning', liaoning],
  ['Dalian', dalian],
])('who receives the paper dossier in %s', (_, place) => {
  test('goes on where it lacks nothing, and the record says what lay in it', () => {
    const life = place.life();
    life.do(place.at, place.role, place.act, data(place, whole(place)));
    expect(life.stage).toBe(place.next);
    const kept = life.events.findLast((event) => event.name === 'passed')?.data.delivered;
    expect(kept).toEqual(
      whole(place).map(({ signed = [], ...each }) => (signed.length > 0 ? { ...each, signed } : each)),
    );
  });

  test('is asked for the list by the view of the case', () => {
    const open = availableActions(place.life().case, [place.role], instant(place.at));
    expect(open.find(({ name }) => name === place.act)?.dossier?.clauses).toHaveLength(1);
  });

  test('gets everything that an empty one lacks at once, each part with its clause', () => {
    const needed = linesOf(place).filter((line) => line.needed);
    const { code, clauses, details } = refusalWith(place, []);
    expect(code).toBe('DOSSIER_INCOMPLETE');
    expect(new Set(clauses)).toEqual(new Set(needed.map(({ clause }) => clause)));
    expect(details.findings).toMatchObject(needed.map(({ key, clause }) => ({ key, clause, outcome: 'missing' })));
  });

  test('does not go on without a list, nor with one of what was submitted before', () => {
    const { dossier: _none, ...silent } = data(place, []);
    const life = place.life();
    const refused = (given: CommandData) =>
      life.refusalOf({ ...life.command([place.at, place.role, place.act]), data: given });
    const notCompared = { code: 'DOSSIER_INCOMPLETE', details: { findings: [] } };
    expect(refused(silent)).toMatchObject(notCompared);
    expect(refused({ ...silent, dossier: { delivered: [], lacks: [], of: 99 } })).toMatchObject(notCompared);
  });

  test('hears of points not confirmed and of parts missing in one refusal', () => {
    const [first = '', ...rest] = place
      .life()
      .plan.stages.flatMap((stage) =>
        stage.kind === 'review' && stage.pass.dossier ? (stage.pass.checks ?? []).map(({ key }) => key) : [],
      );
    const refusal = place.life().refused(place.at, place.role, place.act, {
      ...data(place, changed(place, 'identityCard', { copies: 0 })),
      checked: rest,
    });
    expect(refusal).toMatchObject({
      code: 'CHECK_MISSING',
      details: { missing: [first], findings: [{ key: 'identityCard' }] },
    });
    expect(refusal.message.zh).toContain('身份证');
  });
});

describe('a paper dossier in Liaoning', () => {
  test.each([
    ['LN-A2.1-a', 'publicityDocument', 0],
    ['LN-A2.1-b', 'identityCard', 0],
    ['LN-A2.1-b', 'educationMaterial', 0],
    ['LN-A2.1-b', 'titleCertificate', 0],
    ['LN-A2.1-b', 'continuingEducationProof', 0],
    ['LN-A2.1-c', 'unitProof', 0],
    ['LN-A2.1-c', 'achievementMaterial', 0],
    ['LN-A2.1-d', 'papers', 0],
    ['LN-A2.1-d', 'books', 0],
    ['LN-A2.3.2-a', 'evaluationForm', 2],
    ['LN-A2.3.3-a', 'recommendationForm', 2],
    ['LN-A2.3.4-a', 'exceptionalForm', 2],
    ['LN-A2.3.8-a', 'photos', 1],
  ])('%s: the office cannot confirm one whose %s lies in it %i times', (clause, key, copies) => {
    expect(refusalWith(liaoning, changed(liaoning, key, { copies }))).toMatchObject({
      code: 'DOSSIER_INCOMPLETE',
      clauses: [clause],
      details: { findings: [{ key, clause, outcome: 'missing' }] },
    });
  });

  test('LN-A2.1-a: the office cannot confirm one whose parts lie in another order', () => {
    const [first, second, ...rest] = whole(liaoning);
    const swapped = [second, first, ...rest].filter((each) => each !== undefined);
    expect(refusalWith(liaoning, swapped)).toMatchObject({ code: 'DOSSIER_INCOMPLETE', clauses: ['LN-A2.1-a'] });
  });
});

describe('a paper dossier in Dalian', () => {
  test.each([
    ['DL-1.6-a', 'continuingEducationForm', 0],
    ['DL-2.3.1-a', 'evaluationForm', 2],
    ['DL-2.3.3-a', 'volume', 0],
    ['DL-2.3.3-b', 'identityCard', 0],
    ['DL-2.3.3-b', 'educationProof', 0],
    ['DL-2.3.3-b', 'titleCertificate', 0],
    ['DL-2.3.3-b', 'examinationSheet', 0],
    ['DL-2.3.4-a', 'exceptionalForm', 2],
    ['DL-2.3.5-a', 'honours', 0],
  ])('%s: the authority cannot pass one whose %s lies in it %i times', (clause, key, copies) => {
    expect(refusalWith(dalian, changed(dalian, key, { copies }))).toMatchObject({
      code: 'DOSSIER_INCOMPLETE',
      clauses: [clause],
      details: { findings: [{ key, clause, outcome: 'missing' }] },
    });
  });

  test.each([
    ['DL-2.3.1-g', 'signatures', 'unitPublicity'],
    ['DL-2.3.1-h', 'handwrittenPledges', 'unitPledge'],
  ])('%s: the authority cannot pass one on whose %s %s is missing', (clause, key, slot) => {
    const signed = whole(dalian)
      .find((each) => each.key === key)
      ?.signed?.filter((each) => each !== slot);
    expect(refusalWith(dalian, changed(dalian, key, { signed: signed ?? [] }))).toMatchObject({
      code: 'DOSSIER_INCOMPLETE',
      clauses: [clause],
      details: { findings: [{ key, outcome: 'invalid' }] },
    });
  });

  test('DL-2.3.3-b: the authority cannot pass one that is bound in another order', () => {
    const first = whole(dalian).filter(({ key }) => key === 'titleCertificate');
    const rest = whole(dalian).filter(({ key }) => key !== 'titleCertificate');
    expect(refusalWith(dalian, [...first, ...rest])).toMatchObject({
      code: 'DOSSIER_INCOMPLETE',
      details: { findings: [{ key: 'titleCertificate', clause: 'DL-2.3.3-b', outcome: 'invalid' }] },
    });
  });
});
