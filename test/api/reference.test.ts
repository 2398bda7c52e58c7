import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

type Table = { readonly key: string; readonly rows: readonly { readonly cells: Record<string, { value: string }> }[] };
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
