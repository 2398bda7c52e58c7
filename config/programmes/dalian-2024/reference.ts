import type { Reference } from '../../../domain/programme/reference-tables.ts';
import { text } from '../../../domain/text.ts';
import { examinedInstead } from './eligibility/examination.ts';
import { officeRows } from './offices.ts';

/** The annexed table of the guide, and the series whose junior and mid titles are examined (DL-1.1.2-b, DL-3-a). */
export const reference: Reference = {
  tables: [
    {
      key: 'offices',
      name: text(
        '大连市各区市县、先导区职称工作主管部门联系电话',
        'Authorities of districts, counties and zones, with their telephones',
      ),
      columns: [
        { key: 'name', name: text('单位名称', 'Authority') },
        { key: 'address', name: text('地址', 'Address') },
        { key: 'telephone', name: text('联系电话', 'Telephone') },
      ],
      rows: officeRows,
      clauses: ['DL-3-a', 'DL-2.2.3-i'],
    },
  ],
  lists: [
    {
      key: 'examinationInsteadOfReview',
      name: text('以考代评的系列（行业）', 'Series and industries examined instead of reviewed'),
      items: examinedInstead,
      open: true,
      clauses: ['DL-1.1.2-b'],
    },
  ],
};
