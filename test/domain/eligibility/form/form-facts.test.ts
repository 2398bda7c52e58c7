import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../../config/programmes/lianyungang-2024/index.ts';
import type { EligibilityFacts } from '../../../../domain/eligibility/facts.ts';
import { mayApplyByForm, refusalOutsideForm } from '../../../../domain/eligibility/form/by-form.ts';
import { factsWithForm } from '../../../../domain/eligibility/form/form-facts.ts';
import type { EducationRecord, MaterialContent } from '../../../../domain/materials/content.ts';

const engineer: EligibilityFacts = {
  series: 'engineering',
  specialty: 'ecology',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  territory: 'lyg-haizhou',
  status: 'inService',
  discipline: { measure: 'none' },
  heldTitle: { level: 'assistant', obtainedOn: '2015-12-01' },
};
const economist: EligibilityFacts = { ...engineer, series: 'economics', specialty: 'finance', level: 'deputySenior' };

const summary = { gender: 'female', bornOn: '1985-01-01', education: '本科', position: '工程师' } as const;
const content = (more: Partial<MaterialContent>): MaterialContent => ({ achievements: [], ...more });
const learned = (tier: EducationRecord['tier'], graduatedOn: string, recognised = true): EducationRecord => ({
  tier,
  graduatedOn,
  recognised,
  institution: '某大学',
  mode: 'fullTime',
  verifiedBy: 'chsi',
});
const given = (more: Partial<MaterialContent>, told: EligibilityFacts = engineer, programme = lianyungang2024) =>
  factsWithForm(programme, { stated: told, content: content(more), asOf: '2024-06-10' });

describe('the facts of a form', () => {
  test('an empty form gives none, and leaves all that was told', () => {
    expect(given({})).toEqual({ facts: engineer, given: [] });
  });

  test('DL-1.6-b: the hours of the programme’s year are added up, those of other years do not count', () => {
    const continuingEducation = [
      { year: 2023, publicHours: 90, professionalHours: 90 },
      { year: 2024, publicHours: 10, professionalHours: 20 },
      { year: 2024, publicHours: 5, professionalHours: 40 },
    ];
    const { facts, given: shown } = given({ continuingEducation }, engineer, dalian2024);
    expect(facts.continuingEducation).toEqual({ total: 75, professional: 60 });
    expect(shown).toEqual([{ fact: 'continuingEducation', item: '/continuingEducation/1' }]);
  });

  test.each([
    [[learned('bachelor', '2008-07-01'), learned('master', '2024-04-01')], 'bachelor', '2008-07-01'],
    [[learned('bachelor', '2008-07-01'), learned('master', '2024-03-31')], 'master', '2024-03-31'],
    [[learned('bachelor', '2008-07-01'), learned('doctor', '2012-07-01', false)], 'bachelor', '2008-07-01'],
    [[learned('master', '2024-04-01')], 'master', '2024-04-01'],
    [[learned('secondary', '2003-07-01')], 'none', '2003-07-01'],
  ])('LYG-2.2-c: of %j the highest recognised one had in time counts: %s of %s', (education, tier, obtainedOn) => {
    expect(given({ education }).facts.education).toEqual({ tier, obtainedOn });
  });

  test('LYG-2.11-e: a second bachelor’s degree that was told stays one where the form says bachelor', () => {
    const told = { ...engineer, education: { tier: 'secondBachelor', obtainedYear: 2022 } } as const;
    const { facts, given: shown } = given({ education: [learned('bachelor', '2022-07-01')] }, told);
    expect(facts.education).toMatchObject({ tier: 'secondBachelor', obtainedOn: '2022-07-01' });
    expect(shown[0]?.otherwise).toBeUndefined();
  });

  test.each([
    [{ level: 'assistant', obtainedYear: 2016 }, undefined],
    [{ level: 'assistant', obtainedYear: 2015 }, '2015'],
    [{ level: 'assistant', obtainedOn: '2016-05-02' }, '2016-05-02'],
    [{ level: 'none' }, '无职称'],
    [undefined, undefined],
  ] as const)('LYG-2.2-a: a title of 2016-05-01 in the form, where %j was told, contradicts %s', (heldTitle, told) => {
    const { facts, given: shown } = given(
      { summary: { ...summary, currentTitleSince: '2016-05-01' } },
      { ...engineer, heldTitle },
    );
    expect(facts.heldTitle).toMatchObject({ obtainedOn: '2016-05-01' });
    expect(facts.heldTitle?.level).toBe(heldTitle?.level === 'assistant' ? 'assistant' : undefined);
    expect(shown[0]?.otherwise?.stated.zh).toBe(told);
  });

  test('LYG-2.1-b: a title in the form against the word that there is none is told at the form, and nothing beside it', () => {
    const told: EligibilityFacts = { ...engineer, level: 'assistant', heldTitle: { level: 'none' } };
    const form = content({ summary: { ...summary, currentTitleSince: '2016-05-01' } });
    const judged = mayApplyByForm(lianyungang2024, { stated: told, content: form, asOf: '2024-06-10' });
    const against = judged.inForm.filter(({ outcome }) => outcome === 'invalid' || outcome === 'warning');
    expect(against.map(({ clause, key, item }) => [clause, key, item])).toEqual([
      ['LYG-2.1-b', 'heldTitle', '/summary/currentTitleSince'],
      ['LYG-2.1-b', 'toldOtherwise', '/summary/currentTitleSince'],
    ]);
    expect(against.at(-1)?.message.zh).toMatch(/^现专业技术资格取得时间：/);
    expect(refusalOutsideForm(judged)).toBeNull();
    const retired = mayApplyByForm(lianyungang2024, {
      stated: { ...told, status: 'retired' },
      content: form,
      asOf: '2024-06-10',
    });
    expect(refusalOutsideForm(retired)).toMatchObject({ code: 'NOT_ELIGIBLE' });
    expect(refusalOutsideForm(retired)?.clauses).toEqual(expect.arrayContaining(['LYG-1.3-b', 'LYG-2.1-b']));
  });

  test('DL-1.1.2-g: the specialty examined is the one the form names, by its name; another word for it leaves what was told', () => {
    const series = dalian2024.series.find(({ key }) => key === 'economics');
    const [one, other] = series?.specialties ?? [];
    const told = { ...economist, specialty: one?.key ?? '', examSpecialty: one?.key };
    const of = (specialty: string) =>
      mayApplyByForm(dalian2024, {
        stated: told,
        content: content({ examination: { name: '全国统一考试', specialty, passedOn: '2022-06-18' } }),
        asOf: '2024-06-10',
      }).findings.find(({ clause }) => clause === 'DL-1.1.2-g')?.outcome;
    expect(of(one?.name.zh ?? '')).toBe('met');
    expect(of('某某方向')).toBe('met');
    expect(other === undefined ? 'notMet' : of(other.name.zh)).toBe('notMet');
  });
});
