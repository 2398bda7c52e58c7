import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { countCharacters } from '../../../domain/materials/characters.ts';
import { conditionsMet, groupsUnmet, mappedTwice } from '../../../domain/materials/conditions.ts';
import { comparePlaces } from '../../../domain/papers/dossier.ts';
import { publicityResult, publicityResults } from '../../../domain/papers/printing.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import { engineer } from '../../lives/life.ts';
import { changes, materialChecks, project, wholeContent } from './material-cases.ts';

describe('the length of a text (A-05)', () => {
  test.each([
    ['', 0],
    ['主持研发项目', 6],
    ['主持 研发\n项目。', 6],
    ['采用PLC控制', 5],
    ['state-of-the-art design', 2],
    ['2023年完成IEC 61131标准', 8],
    ['……！', 0],
  ])('of %j is %i', (text, length) => {
    expect(countCharacters(text)).toBe(length);
  });
});

const works = (...conditions: string[][]) => conditions.map((each) => ({ conditions: each }));

describe('the conditions of a standard', () => {
  test('are counted, not works: three works under one condition count as one', () => {
    expect(conditionsMet(works(['1'], ['1'], ['1'])).size).toBe(1);
    expect(conditionsMet(works(['1'], ['2'], ['7'])).size).toBe(3);
  });

  const groups = [
    { from: ['1', '2', '3', '4', '5'], least: 2 },
    { from: ['6', '7', '8'], least: 1 },
  ];

  test.each([
    [works(['1'], ['2'], ['6']), []],
    [works(['1'], ['1'], ['6']), [1]],
    [works(['1'], ['2'], ['3']), [0]],
    [works(['6'], ['7'], ['8']), [0]],
    [[], [0, 0]],
  ])('may be 2 of 1 to 5 and 1 of 6 to 8: of %j are met %j where they are too few', (achievements, met) => {
    expect(groupsUnmet(achievements, groups).map((each) => each.met)).toEqual(met);
  });

  test('are met once by one work unless the standard allows more (A-23)', () => {
    expect(mappedTwice(works(['1', '2'], ['3'], ['4', '4']))).toHaveLength(1);
  });

  const rule = (oneWorkForSeveral: boolean): MaterialRule => ({
    key: 'example',
    name: { zh: '具备下列3项以上条件', en: 'Three of seven conditions' },
    clause: 'LN-3-b',
    suppliedBy: 'applicant',
    check: {
      kind: 'required',
      of: 'conditions',
      oneWorkForSeveral,
      groups: [{ from: ['1', '2', '3', '4', '5', '6', '7'], least: 3 }],
    },
  });

  test('LN-3-b: the printed example of an engineer, 3 or more of conditions 1 to 7, is no number of works', () => {
    const whole = wholeContent(engineer);
    const { part } = changes(whole);
    const usual = { content: whole, facts: engineer, asOf: '2024-07-18' };
    const look = (oneWorkForSeveral: boolean, ...conditions: string[][]) => {
      const achievements = conditions.map((each, at) => ({ ...project, id: `w${at}`, conditions: each }));
      const timeline = { version: 1, year: 2024, windows: [], cutOffs: [] };
      return materialChecks({ materials: [rule(oneWorkForSeveral)], timeline }, usual).about(
        'LN-3-b',
        part({ achievements }),
      );
    };
    expect(look(false, ['1'], ['1'], ['1'])).toEqual([['/achievements', 'missing']]);
    expect(look(false, ['1'], ['4'], ['7'])).toEqual([]);
    expect(look(false, ['1', '4', '7'])).toEqual([['/achievements/w0/conditions', 'invalid']]);
    expect(look(true, ['1', '4', '7'])).toEqual([]);
  });
});

describe('a dossier', () => {
  test('orders its places by number, and what has none comes last', () => {
    const places = [null, '2', '1.10', '1.2', '10', '1.1'];
    expect([...places].sort(comparePlaces)).toEqual(['1.1', '1.2', '1.10', '2', '10', null]);
  });
});

describe('the result of a unit’s publicity', () => {
  test.each([
    ['noObjection', 0, '公示结果无异议'],
    ['noObjection', 1, undefined],
    ['agreedAfterInvestigation', 1, '公示结果有异议，经调查后同意申报'],
    ['something else', 0, undefined],
    [null, 0, undefined],
  ])('DL-2.2.2-g: chosen as %s with %i objections is printed as %s', (chosen, objections, printed) => {
    expect(publicityResult(publicityResults(dalian2024.stages), chosen, objections)?.zh).toBe(printed);
  });
});
