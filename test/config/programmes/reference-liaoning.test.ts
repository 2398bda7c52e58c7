import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { reference } from '../../../config/programmes/liaoning-diit-2024/reference.ts';

/** The notice without line breaks and the spaces that the print put within words. */
const seed = readFileSync(new URL('../../../config/seeds/liaoning-gxt-2024.txt', import.meta.url), 'utf8').replace(
  /\s/g,
  '',
);
const listOf = (key: string) => {
  const found = reference.lists.find((each) => each.key === key);
  if (!found) throw new Error(`no list ${key}`);
  return found;
};
const standards = reference.tables.find(({ key }) => key === 'standards')?.rows ?? [];
const specialtiesOf = (key: string, specialtyClass: string) =>
  liaoningDiit2024.series
    .find((each) => each.key === key)
    ?.specialties.filter((each) => each.class === specialtyClass)
    .map(({ name }) => name.zh);

describe('the standards of Liaoning', () => {
  test('are ten documents, each with its title and number as printed', () => {
    expect(standards).toHaveLength(10);
    for (const { cells } of standards) {
      expect(seed).toContain(`《${cells.title?.value}》(${cells.document?.value})`);
      expect(seed).toContain(`${cells.appliesTo?.value}`);
    }
    expect(new Set(standards.map(({ cells }) => cells.document?.value)).size).toBe(10);
  });

  test.each([
    ['LN-3.1-a', '工程系列有关行业', '辽人社发〔2021〕3号'],
    ['LN-3.2.1-a', '机器人科学与工程', '辽人社职〔2023〕32号'],
    ['LN-3.2.2-a', '数据科学与工程', '辽人社职〔2023〕33号'],
    ['LN-3.2.3-a', '工业设计', '辽人社职〔2023〕34号'],
    ['LN-3.2.4-a', '管理科学与工程', '辽人社职〔2023〕35号'],
    ['LN-3.2.5-a', '安防工程', '辽人社职〔2024〕36号'],
    ['LN-3.2.6-a', '无人机科学与工程', '辽人社职〔2024〕35号'],
    ['LN-3.2.7-a', '网信行业有关专业', '辽人社职〔2024〕37号'],
    ['LN-3.2.8-a', '工艺美术系列', '辽人社发〔2023〕18号'],
    ['LN-3.3-a', '经济系列', '辽人社发〔2021〕10号'],
  ])('%s: %s goes by %s', (clause, scope, document) => {
    const found = standards.filter(({ clauses }) => clauses.includes(clause));
    expect(found.map(({ cells }) => [cells.appliesTo?.value, cells.document?.value])).toEqual([[scope, document]]);
  });
});

describe('the lists of the Liaoning notice', () => {
  test.each([
    ['industries', 9, 'LN-2.1.1-a'],
    ['emergingSpecialties', 6, 'LN-2.1.3-a'],
    ['economicsSpecialties', 9, 'LN-2.2.1-a'],
    ['achievementCategories', 10, 'LN-A1-d'],
    ['publicityPerson', 7, 'LN-A1-b'],
    ['publicityAchievements', 5, 'LN-A1-c'],
    ['dossierParts', 5, 'LN-A2.1-e'],
    ['forms', 3, 'LN-A2.3.2-a'],
  ])('%s has %i entries (%s)', (key, count, clause) => {
    expect(listOf(key).items).toHaveLength(count);
    expect(listOf(key).clauses).toContain(clause);
  });

  test('are in the words of the notice', () => {
    const lists = reference.lists.filter(({ key }) => key !== 'publicityAchievements');
    for (const { items } of lists) for (const item of items) expect(seed).toContain(item);
  });

  test('LN-A1-d: the kinds of achievement stand in the order printed, and more may follow', () => {
    expect(seed).toContain(`${listOf('achievementCategories').items.join('、')}等`);
    expect(listOf('achievementCategories').open).toBe(true);
  });

  test('LN-2.1.1-a, LN-2.1.3-a, LN-2.2.1-a: the specialties that are offered are those of the lists', () => {
    expect(specialtiesOf('engineering', 'industry')).toEqual(listOf('industries').items);
    expect(specialtiesOf('engineering', 'emerging')).toEqual(listOf('emergingSpecialties').items);
    expect(specialtiesOf('economics', 'economics')).toEqual(listOf('economicsSpecialties').items);
  });

  test('the three forms are made out in three copies each', () => {
    expect(listOf('forms').copies).toBe(3);
    expect(seed.match(/一式三份/g)).toHaveLength(3);
  });
});
