import type { PaperWords } from '../../../domain/programme/materials/papers.ts';

/** The texts that the notice requires on the declaration form (LYG-2.9-b, LYG-4.2). */
export const papers: readonly PaperWords[] = [
  {
    on: 'declarationForm',
    place: 'proof',
    says: '《继续教育公科目培训考核合格证明》',
    clauses: ['LYG-2.9-b'],
  },
  {
    on: 'declarationForm',
    place: 'unitReview',
    says: '申报人所在单位要认真审核申报材料的真实性、完整性和时效性，仔细核对原件，审核无误后在《专业技术资格评审申报表》签字盖章。',
    clauses: ['LYG-4.2-a', 'LYG-4.2-b'],
  },
];
