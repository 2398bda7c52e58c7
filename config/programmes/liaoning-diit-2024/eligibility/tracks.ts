import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { employersBut } from '../../../employers.ts';

/** The conditions of the other tracks (LN-8.1 to LN-8.3). */
export const special: readonly EligibilityRule[] = [
  {
    key: 'delegationTrack',
    when: { employerClasses: ['centralOrOtherProvince'], tracks: ['standard', 'exceptional', 'greenChannel'] },
    requires: { kind: 'notHere' },
    message: {
      zh: '中直单位、外省市人员须办理委托评审：评委会接到辽宁省人力资源和社会保障厅书面反馈的委托评审函后，方可受理。',
      en: 'People of central units and other provinces apply by delegated review: it is accepted only after the delegation letter has come back in writing.',
    },
    clause: 'LN-8.1-c',
  },
  {
    key: 'delegationOnlyFromElsewhere',
    when: {
      tracks: ['delegated'],
      employerClasses: employersBut('centralOrOtherProvince'),
    },
    requires: { kind: 'notHere' },
    message: {
      zh: '委托评审适用于中直单位、外省市等所属专业技术人员，我省人员按正常渠道申报。',
      en: 'Delegated review is for people of central units and other provinces; people of this province apply in the normal way.',
    },
    clause: 'LN-8.1-a',
  },
  {
    key: 'delegationConsent',
    when: { tracks: ['delegated'], employerClasses: ['centralOrOtherProvince'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '委托评审须经申报人员所在单位同意。',
      en: 'A delegated review needs the consent of the applicant’s unit.',
    },
    clause: 'LN-8.1-a',
    attestedBy: 'unitHr',
  },
  {
    key: 'delegationLetter',
    when: { tracks: ['delegated'], employerClasses: ['centralOrOtherProvince'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '须由具有职称评审管理权限的上级主管单位人事部门或相应省级人社部门向辽宁省人社厅专业技术人员服务处出具《商请委托职称评审函》。',
      en: 'The superior unit with title-management authority, or the province’s human resources department, sends the delegation letter to the Liaoning department.',
    },
    clause: 'LN-8.1-b',
    attestedBy: 'delegationAuthority',
  },
  {
    key: 'delegationReturned',
    when: { tracks: ['delegated'], employerClasses: ['centralOrOtherProvince'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '评委会接到辽宁省人力资源和社会保障厅书面反馈的委托评审函后，方可受理。',
      en: 'The committee accepts the application only after the Liaoning department has returned the delegation letter in writing.',
    },
    clause: 'LN-8.1-c',
    attestedBy: 'committeeOffice',
  },
  {
    key: 'highSkilled',
    when: { series: ['engineering'] },
    requires: { kind: 'noBar' },
    message: {
      zh: '工程技术领域高技能人才可按辽人社规〔2019〕2号申报工程系列专业技术资格评审。',
      en: 'High-skilled talents in engineering may apply under 辽人社规〔2019〕2号.',
    },
    clause: 'LN-8.2-a',
  },
  {
    key: 'exceptionalForm',
    when: { tracks: ['exceptional'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '破格申报人员须填报《辽宁省破格评定人员审核表》，破格条件由人社或主管部门审核。',
      en: 'Who applies as an exceptional case fills in the form of exceptional cases; the human resources department or the authority in charge verifies the conditions.',
    },
    clause: 'LN-A2.3.4-a',
    attestedBy: 'sealingAuthority',
  },
  {
    key: 'greenChannelRequest',
    when: { tracks: ['greenChannel'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '拟申报绿色通道人员须在网上申报前，将本人主要业绩和基本情况（含联系方式）发送政策咨询邮箱。',
      en: 'Before filing online, whoever applies by the green channel sends main achievements and basic data with contact to the policy mailbox.',
    },
    clause: 'LN-8.3-a',
    attestedBy: 'committeeOffice',
  },
  {
    key: 'greenChannelConsent',
    when: { tracks: ['greenChannel'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '绿色通道经评委会办公室初步审核同意后，方可网上申报。',
      en: 'By the green channel one files online only after the committee office has consented.',
    },
    clause: 'LN-8.3-b',
    attestedBy: 'committeeOffice',
  },
];
