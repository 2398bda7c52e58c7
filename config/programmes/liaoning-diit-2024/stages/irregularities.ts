import type { CancelGround } from '../../../../domain/programme/programme.ts';

/** The stages in which the office examines the evaluation form with its seals. */
const stages = ['STAMPED_PAGE_REVIEW', 'DOSSIER_CHECK'];
const clauses = ['LN-6.1-d'];

/** 六（一）: the irregularities of the evaluation form for which an application is returned or, in a grave case, cancelled. */
export const irregularities: readonly CancelGround[] = [
  {
    key: 'sealMisplaced',
    name: { zh: '评定表审核印章盖错位置', en: 'A seal of review in the wrong place of the evaluation form' },
    stages,
    clauses,
  },
  {
    key: 'unauthorisedComment',
    name: { zh: '评定表擅自填写评语', en: 'Comments written into the evaluation form without authority' },
    stages,
    clauses,
  },
  {
    key: 'otherIrregularity',
    name: { zh: '评定表其他不规范情况', en: 'Another irregularity of the evaluation form' },
    stages,
    clauses,
  },
];
