import type { Reference } from '../../../domain/programme/reference-tables.ts';
import { text } from '../../../domain/text.ts';
import { examinedInstead } from './eligibility/conditions.ts';
import { planRows } from './plan-rows.ts';

/** The plan annexed to the notice, with the provenance of each cell, and the nine specialties that are examined (LYG-2.7-c, LYG-7-a). */
export const reference: Reference = {
  tables: [
    {
      key: 'plan',
      name: text('连云港市 2024 年职称评审计划表', 'Plan of title reviews of Lianyungang for 2024'),
      columns: [
        { key: 'specialty', name: text('专业名称', 'Specialty') },
        { key: 'office', name: text('评委会办事机构', 'Committee office') },
        { key: 'telephone', name: text('联系电话', 'Telephone') },
        { key: 'address', name: text('材料报送地址', 'Address for material') },
        { key: 'acceptancePeriod', name: text('申报材料受理时间', 'Acceptance period') },
        { key: 'reviewPeriod', name: text('计划评审时间', 'Planned review period') },
        { key: 'remark', name: text('备注', 'Remark') },
      ],
      rows: planRows,
      clauses: ['LYG-7-a'],
    },
  ],
  lists: [
    {
      key: 'examinationInsteadOfReview',
      name: text('以考代评的专业', 'Specialties examined instead of reviewed'),
      items: examinedInstead,
      open: false,
      clauses: ['LYG-2.7-c'],
    },
  ],
};
