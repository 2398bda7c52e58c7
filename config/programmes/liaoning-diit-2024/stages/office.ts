import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { paper, stampedPage, windowClose } from './deadlines.ts';

/** N5 to N9: before the committee office. */
export const officeStages: readonly StageDef[] = [
  {
    kind: 'review',
    key: 'ONLINE_REVIEW',
    name: { zh: '网上申报与审核', en: 'Online filing and review' },
    role: 'committeeOffice',
    submission: {
      window: 'onlineFiling',
      attempts: 3,
      grantedBy: 'committeeOffice',
      lockedBy: ['LN-5.5.3-a'],
      clauses: ['LN-5.5.3-b'],
      readings: ['A-13'],
    },
    pass: { action: 'pass', next: 'AUTHORITY_SEALING' },
    return: { next: 'ONLINE_REVIEW', clauses: ['LN-5.5.2-b'], completeList: true },
    refuse: { action: 'refuse', outcome: 'NOT_ACCEPTED' },
    reuse: { among: 'anyone', clauses: ['LN-5.2.3-a', 'LN-5.2.3-b'], readings: ['A-34'] },
    deadlines: [
      windowClose([
        { when: 'nothingSubmitted', outcome: 'NOT_FILED' },
        { when: 'attemptsUsed', outcome: 'ATTEMPTS_EXHAUSTED' },
        { outcome: 'NOT_ACCEPTED' },
      ]),
    ],
    clauses: ['LN-5.5.2-a', 'LN-5.5.2-b'],
  },
  {
    kind: 'handover',
    key: 'AUTHORITY_SEALING',
    name: { zh: '人社或主管部门审核推荐', en: 'Sealing by the unit and the authority' },
    steps: [
      {
        key: 'sealUnit',
        action: 'seal',
        role: 'unitHr',
        name: { zh: '申报单位审核盖章', en: 'Seal of the unit' },
        checks: [
          {
            key: 'unitPledge',
            name: {
              zh: '已在个人承诺内容下空白处手写“承诺推荐的申报人员所有材料真实有效”，由审核人签字并加盖单位公章',
              en: 'The pledge of the unit stands by hand below that of the applicant, signed by the reviewer and sealed',
            },
            clauses: ['LN-6.5-b'],
          },
        ],
        clauses: ['LN-5.6-b'],
      },
      {
        key: 'sealAuthority',
        action: 'seal',
        role: 'sealingAuthority',
        name: { zh: '人社部门或省直主管部门审核盖章', en: 'Seal of the authority' },
        checks: [
          {
            key: 'exceptionalForm',
            name: {
              zh: '《辽宁省破格评定人员审核表》已填报，破格条件已审核',
              en: 'The form of exceptional cases is filled in and its conditions are verified',
            },
            when: { tracks: ['exceptional'] },
            clauses: ['LN-A2.3.4-a'],
          },
        ],
        clauses: ['LN-5.6-b', 'LN-5.6-c'],
      },
      {
        key: 'sealAssociation',
        action: 'seal',
        role: 'association',
        name: { zh: '省公共安全防范行业协会审核盖章', en: 'Seal of the security association' },
        when: { specialties: ['securityEngineering'] },
        clauses: ['LN-5.6-e'],
      },
      {
        key: 'scan',
        action: 'uploadStampedPage',
        role: 'applicant',
        name: { zh: '上传盖章页扫描件', en: 'Upload of the stamped page' },
        clauses: ['LN-5.6-d'],
      },
    ],
    next: 'STAMPED_PAGE_REVIEW',
    deadlines: [stampedPage],
    clauses: ['LN-5.6-a', 'LN-5.6-b'],
  },
  {
    kind: 'review',
    key: 'STAMPED_PAGE_REVIEW',
    name: { zh: '盖章页审核', en: 'Review of the stamped page' },
    role: 'committeeOffice',
    pass: { action: 'approve', next: 'PAPER_DELIVERY' },
    return: {
      next: 'AUTHORITY_SEALING',
      clauses: ['LN-5.6-d'],
      keepSteps: ['sealUnit', 'sealAuthority', 'sealAssociation'],
    },
    deadlines: [stampedPage],
    clauses: ['LN-5.6-d'],
  },
  {
    kind: 'handover',
    key: 'PAPER_DELIVERY',
    name: { zh: '报送纸质卷材料', en: 'Delivery of the paper dossier' },
    steps: [
      {
        key: 'handOver',
        action: 'handOver',
        role: 'unitHr',
        name: { zh: '单位人事部门统一报送', en: 'Delivery by the personnel department of the unit' },
        checks: [
          {
            key: 'everyPageSealed',
            name: { zh: '每页加盖公章，或加盖骑缝公章', en: 'Every page carries the seal, or one straddles all' },
            clauses: ['LN-A2.2-a'],
          },
          {
            key: 'photosRecent',
            name: { zh: '照片为半年内正面免冠证件照', en: 'The photographs are from within half a year' },
            clauses: ['LN-A2.3.6-a'],
          },
        ],
        clauses: ['LN-5.7-b'],
      },
      {
        key: 'receivePaper',
        action: 'receivePaper',
        role: 'committeeOffice',
        name: { zh: '评委会办公室接收', en: 'Receipt by the committee office' },
        clauses: ['LN-5.7-a', 'LN-5.7-c'],
      },
    ],
    next: 'DOSSIER_CHECK',
    deadlines: [paper],
    clauses: ['LN-5.7-a', 'LN-5.7-b'],
  },
  {
    kind: 'review',
    key: 'DOSSIER_CHECK',
    name: { zh: '组卷核对', en: 'Check of the dossier' },
    role: 'committeeOffice',
    pass: {
      action: 'confirmDossier',
      next: 'COMMITTEE_REVIEW',
      dossier: { clauses: ['LN-6.1-b'] },
      checks: [
        {
          key: 'consistent',
          name: {
            zh: '纸质卷与网上申报材料基本一致',
            en: 'The dossier is basically the same as what was filed online',
          },
          clauses: ['LN-6.1-b'],
        },
        {
          key: 'leftBlank',
          name: { zh: '应空白的栏目均未填写', en: 'The columns to be left blank are blank' },
          clauses: ['LN-A2.3.7-a'],
        },
      ],
    },
    return: { next: 'PAPER_DELIVERY', clauses: ['LN-6.1-b', 'LN-6.1-d'] },
    clauses: ['LN-6.1-a', 'LN-6.1-b', 'LN-6.1-d'],
  },
];
