import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { text } from '../../../../domain/text.ts';

/** The titles that need an examination and a review (DL-1.1.2-d). */
export const byExaminationAndReview = { series: ['economics'], levels: ['deputySenior'] } as const;

/** The names printed under 以考代评; the list is open (等), and a new document may add to it (DL-1.1.2-b). */
export const examinedInstead = [
  '医疗',
  '经济',
  '统计',
  '会计',
  '审计',
  '计算机应用技术类',
  '律师',
  '安全工程',
  '医药工程',
  '图书',
  '文博',
  '档案',
  '翻译',
  '播音主持',
];

/** Examination instead of review, and both for deputy-senior economists (DL-1.1.2). */
export const examination: readonly EligibilityRule[] = [
  {
    key: 'examinationList',
    requires: { kind: 'examinationList', names: examinedInstead },
    message: text('现实行以考代评的系列（行业）。', 'The series that are examined at present.'),
    clause: 'DL-1.1.2-b',
    readings: ['A-32'],
  },
  {
    key: 'notExamined',
    when: { levels: ['technician', 'assistant', 'mid'] },
    requires: { kind: 'notExamined' },
    message: text(
      '该系列（行业）初级、中级职称实行全国、省统一考试，考试合格即取得，不再进行相应的职称评审。',
      'Junior and mid titles of this series are obtained by the national or provincial examination and are no longer reviewed.',
    ),
    clause: 'DL-1.1.2-a',
    readings: ['A-32'],
  },
  {
    key: 'logisticsReviewed',
    when: { series: ['engineering'] },
    requires: { kind: 'alwaysReviewed', names: ['物流'] },
    message: text(
      '工程系列物流行业高中初级均通过评审取得。',
      'Logistics in the engineering series: senior, mid and junior titles are all obtained by review.',
    ),
    clause: 'DL-1.1.2-c',
  },
  {
    key: 'examinationPassed',
    when: byExaminationAndReview,
    requires: { kind: 'examPassed' },
    message: text(
      '经济系列副高级职称采取考试与评审相结合方式，须先通过全国统一考试。',
      'Deputy-senior in economics combines examination and review: the national examination must be passed first.',
    ),
    clause: 'DL-1.1.2-d',
    mustBeTold: true,
  },
  {
    key: 'examinationValid',
    when: byExaminationAndReview,
    requires: { kind: 'examValid' },
    message: text(
      '考试成绩须在有效期内；本指南未列有效期，按照省厅相应文件执行，由主管部门核实。',
      'The result of the examination must be valid; the guide prints no length, so it goes by the documents of the province, and the authority verifies it.',
    ),
    clause: 'DL-2.3.6-b',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'examinationCertificate',
    when: byExaminationAndReview,
    requires: { kind: 'examCertificate' },
    message: text(
      '报卷材料中需提供国家人力资源和社会保障部颁发的经济专业技术资格考试成绩合格证明。',
      'The dossier must contain the pass certificate of the economics examination issued by the ministry.',
    ),
    clause: 'DL-1.1.2-f',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'specialtyExamined',
    when: byExaminationAndReview,
    requires: { kind: 'examSpecialty' },
    message: text(
      '评审申报专业须与考试报考专业一致。',
      'The specialty applied for must be the one in which the examination was passed.',
    ),
    clause: 'DL-1.1.2-g',
    mustBeTold: true,
  },
];
