import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { text } from '../../../../domain/text.ts';

/** Urgent talent: mid level only, and only for applicants who do not meet the standard conditions (LYG-2.6). */
const urgent: readonly EligibilityRule[] = [
  {
    key: 'urgentTalent',
    when: { tracks: ['urgentTalent'], levels: ['mid'] },
    requires: { kind: 'attestation' },
    message: text(
      '作出突出贡献、品德能力业绩特别突出的高层次和急需紧缺人才以及民营企业优秀人才，可直接申报考核认定。',
      'High-level and urgently needed talents and outstanding talents of private enterprises may apply for assessment-based recognition directly.',
    ),
    clause: 'LYG-2.6-a',
    attestedBy: 'committeeOffice',
  },
  {
    key: 'urgentSenior',
    when: { tracks: ['urgentTalent'], levels: ['deputySenior', 'fullSenior'] },
    requires: { kind: 'notHere' },
    message: text(
      '高级职称考核认定纳入全省各高级职称评审委员会“绿色通道”，按省各高级评委会通知执行，本市不受理。',
      'Recognition at senior level is part of the green channel of the provincial senior committees, under their notices; it is not accepted here.',
    ),
    clause: 'LYG-2.6-b',
  },
  {
    key: 'urgentJunior',
    when: { tracks: ['urgentTalent'], levels: ['technician', 'assistant'] },
    requires: { kind: 'notHere' },
    message: text(
      '高层次和急需紧缺人才考核认定在本市只限中级。',
      'Recognition of urgently needed talents is done here at mid level only.',
    ),
    clause: 'LYG-2.6-c',
  },
  {
    key: 'urgentOnlyOtherwise',
    when: { tracks: ['urgentTalent'], levels: ['mid'] },
    requires: { kind: 'notNormallyEligible' },
    message: text(
      '符合相应专业技术资格条件要求可以正常申报的，须按正常申报渠道参加职称评审，不得申报考核认定。',
      'Whoever meets the normal conditions applies in the normal way and not for recognition.',
    ),
    clause: 'LYG-2.6-d',
    mustBeTold: true,
  },
];

/** Transfers, local titles and titles from elsewhere (LYG-2.8, LYG-2.10). */
const titles: readonly EligibilityRule[] = [
  {
    key: 'transferAssessed',
    when: { tracks: ['sameLevelTransfer'] },
    requires: { kind: 'transferAssessed' },
    message: text(
      '因岗位发生变动需要跨系列转评职称的，转岗考核合格后可申报同级转评。',
      'Whoever changed to a post of another series applies for a transfer at the same level after passing the post-change assessment.',
    ),
    clause: 'LYG-2.8.1-a',
    attestedBy: 'unitHr',
    mustBeTold: true,
  },
  {
    key: 'yearAfterTransfer',
    when: { tracks: ['standard'] },
    requires: { kind: 'yearsAfterTransfer', years: 1 },
    message: text(
      '转评满1年后申报高一级职称的，原工作年限连续计算；未满1年的只计算现系列年限，不排除申报。',
      'A year after the transfer earlier years are joined; before that only those in the new series count, which excludes nobody.',
    ),
    clause: 'LYG-2.8.1-b',
    readings: ['A-45'],
  },
  {
    key: 'joinedYears',
    when: { tracks: ['standard'] },
    requires: { kind: 'joinedYears', cutOff: 'seniority' },
    message: text(
      '转评满1年后申报高一级职称的，原工作年限和相应业绩连续计算。',
      'A year after the transfer the earlier years and achievements count continuously.',
    ),
    clause: 'LYG-2.8.1-c',
  },
  {
    key: 'exceptional',
    when: { tracks: ['exceptional'] },
    requires: { kind: 'attestation' },
    message: text(
      '破格申报的，须符合江苏省相应资格条件规定的破格条件，初审时核实。',
      'Who applies as an exceptional case must meet what the Jiangsu qualification conditions ask of such cases; the reviewing authority verifies it.',
    ),
    clause: 'LYG-2.1-a',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'localTitle',
    when: { tracks: ['exceptional'] },
    requires: { kind: 'localTitle', years: { junior: 7, mid: 3, senior: 1 }, to: 'mid', cutOff: 'seniority' },
    message: text(
      '学历不达标人员，取得地方职称初级满7年、中级满3年或高级满1年可以作为学历破格申报国家系列相对应中级职称。',
      'With too little education, a local junior title of 7 years, mid of 3 or senior of 1 opens the corresponding national mid title as an exceptional case.',
    ),
    clause: 'LYG-2.10-a',
    mustBeTold: true,
  },
  {
    key: 'exceptionalLevelByLevel',
    when: { tracks: ['exceptional'], levels: ['technician', 'assistant', 'deputySenior', 'fullSenior'] },
    requires: { kind: 'levelByLevel' },
    message: text(
      '破格申报的，除持地方职称申报中级外，仍应当按照职称层级逐级申报。',
      'An exceptional case, too, applies level by level; only a local title opens the mid title without.',
    ),
    clause: 'LYG-2.1-b',
    mustBeTold: true,
  },
  {
    key: 'titleFromElsewhere',
    requires: { kind: 'titleFromElsewhere' },
    message: text(
      '持外地人社部门或经授权的单位颁发的职称证书的，须符合国家相关政策规定，能够提供证书、评审申报表或评审通过文件。',
      'A title issued elsewhere must meet national policy and be shown by certificate, review form or approval document.',
    ),
    clause: 'LYG-2.10-b',
    attestedBy: 'preliminaryAuthority',
  },
];

/** Qualifications, high-skilled talents and directed posts (LYG-2.4, LYG-2.5). */
const paths: readonly EligibilityRule[] = [
  {
    key: 'vocationalQualification',
    requires: { kind: 'specialPath', path: 'vocationalQualification' },
    message: text(
      '职业资格与职称的对应要求，由各县区、市各主管部门按苏人社发〔2019〕183号落实。',
      'Which title a vocational qualification corresponds to goes by the directory of Jiangsu, 苏人社发〔2019〕183号.',
    ),
    clause: 'LYG-2.4-a',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'internationalQualification',
    requires: { kind: 'specialPath', path: 'internationalQualification', elsewhere: true },
    message: text(
      '国际职业资格比照认定专业技术资格按连职称办〔2021〕58号执行，具体申报另行通知。',
      'International qualifications are recognised under 连职称办〔2021〕58号; how to apply is notified separately.',
    ),
    clause: 'LYG-2.4-b',
  },
  {
    key: 'highSkilled',
    requires: { kind: 'specialPath', path: 'highSkilled' },
    message: text(
      '高技能人才申报职称评审应符合国家和省规定的贯通领域职称系列（专业）评价基本标准条件，按苏人社发〔2021〕132号规定执行。',
      'High-skilled talents must meet the basic standard of the fields opened to them, under 苏人社发〔2021〕132号.',
    ),
    clause: 'LYG-2.4-c',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'threeDirected',
    requires: { kind: 'specialPath', path: 'threeDirected' },
    message: text(
      '教育、卫生健康、农业系统基层事业单位专业技术人才“定向设岗、定向评价、定向使用”，按苏人社发〔2020〕152号规定执行。',
      'Professionals of grass-roots institutions in education, health and agriculture have directed posts, evaluation and use under 苏人社发〔2020〕152号.',
    ),
    clause: 'LYG-2.5-a',
    attestedBy: 'preliminaryAuthority',
  },
];

/** The conditions of the tracks beside the standard one. */
export const special: readonly EligibilityRule[] = [...urgent, ...titles, ...paths];
