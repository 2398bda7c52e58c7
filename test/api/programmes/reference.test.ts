import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

type Row = { readonly no: number; readonly office: string | null; readonly cells: Record<string, { value: string }> };
type Table = { readonly key: string; readonly rows: readonly Row[] };
type Office = {
  readonly id: string;
  readonly telephone: string | null;
  readonly provenance: readonly { readonly id: string }[];
};
type Offices = { readonly items: readonly Office[] };
type List = { readonly key: string; readonly items: readonly string[]; readonly open: boolean };
type View = { readonly tables: readonly Table[]; readonly lists: readonly List[] };

describe('the reference data of Liaoning', () => {
  it('shows the ten standards with the provenance of each cell', async () => {
    const { body } = await api.ask<View>('GET', '/v1/programmes/liaoning-diit-2024');
    const standards = body.tables.find(({ key }) => key === 'standards');
    expect(standards?.rows).toHaveLength(10);
    expect(standards?.rows.at(-1)?.cells.document).toEqual({
      value: '辽人社发〔2021〕10号',
      provenance: 'printed',
      provenanceLabel: { zh: '原文所载', en: 'as printed' },
    });
  });

  it('shows the kinds of achievement and says that more may follow', async () => {
    const { body } = await api.ask<View>('GET', '/v1/programmes/liaoning-diit-2024');
    expect(body.lists.find(({ key }) => key === 'achievementCategories')).toMatchObject({ open: true, copies: null });
  });
});

describe('the plan of Lianyungang', () => {
  it('A-27, A-33: shows each cell with where it comes from, damaged values as printed and guesses apart', async () => {
    const { body } = await api.ask<View>('GET', '/v1/programmes/lianyungang-2024/offices');
    const [plan] = body.tables;
    expect([plan?.key, plan?.rows.length]).toEqual(['plan', 53]);
    const cell = (no: number, column: string) => plan?.rows.find((row) => row.no === no)?.cells[column];
    expect(cell(61, 'telephone')).toEqual({
      value: '855573381',
      provenance: 'printed',
      provenanceLabel: { zh: '原文所载', en: 'as printed' },
      quality: 'suspect',
      qualityLabel: { zh: '照录原文，疑有误', en: 'as printed, probably damaged' },
    });
    expect(cell(56, 'office')).toEqual({
      value: null,
      provenance: 'lostInText',
      provenanceLabel: { zh: '原文缺失', en: 'lost in the text' },
      inferred: {
        value: '市自然资源和规划局',
        confidence: 'H',
        label: { zh: '推断，可信度高', en: 'inferred, likely' },
      },
    });
    expect(plan?.rows.some((row) => row.no > 20 && row.no < 41)).toBe(false);
  });

  it('LYG-7-a: names with each office its committees by row of the plan', async () => {
    const { body } = await api.ask<Offices>('GET', '/v1/programmes/lianyungang-2024/offices');
    const postal = body.items.find(({ id }) => id === 'lyg-postal');
    expect(postal).toMatchObject({ telephone: '85850115', committees: [{ id: 'row-60', planRow: 60 }] });
  });

  it('LYG-7-d: says which periods are announced later', async () => {
    const { body } = await api.ask<{ announced: readonly { committees: string[]; clauses: string[] }[] }>(
      'GET',
      '/v1/programmes/lianyungang-2024',
    );
    const socialWork = body.announced.filter(({ committees }) => committees.includes('row-61'));
    expect(socialWork.map(({ clauses }) => clauses)).toEqual([['LYG-7-d'], ['LYG-7-d']]);
  });
});

describe('the offices of Dalian', () => {
  it('DL-3-a, DL-2.2.3-i: are the 12 of the annexed table, with address and telephone', async () => {
    const { body } = await api.ask<View & Offices>('GET', '/v1/programmes/dalian-2024/offices');
    const [table] = body.tables;
    expect(table?.rows.map(({ no }) => no)).toHaveLength(12);
    const office = body.items.find(({ id }) => id === table?.rows[0]?.office);
    expect(office).toMatchObject({ address: { zh: '中山区杏林街62号421室' }, telephone: '82745253' });
  });

  it('DL-3-b: have no telephone for units of the city, and say whom to ask', async () => {
    const { body } = await api.ask<Offices>('GET', '/v1/programmes/dalian-2024/offices');
    const ofTheCity = body.items.find(({ id }) => id === 'dl-municipal-authority');
    expect(ofTheCity?.telephone).toBeNull();
    expect(ofTheCity?.provenance.map(({ id }) => id)).toContain('DL-3-b');
  });
});
