import type { Text } from '../../text.ts';
import type { ActName } from './acts.ts';

/** The label of each action, as a user interface shows it on a button. */
export const actionLabels: Readonly<Record<ActName, Text>> = {
  submit: { zh: '提交', en: 'Submit' },
  recall: { zh: '撤回提交', en: 'Take the submission back' },
  withdraw: { zh: '撤回申报', en: 'Withdraw the application' },
  agree: { zh: '审核同意', en: 'Agree' },
  return: { zh: '退回修改', en: 'Return for revision' },
  refuse: { zh: '不同意', en: 'Refuse' },
  select: { zh: '确定为申报人选', en: 'Select as candidate' },
  passOver: { zh: '不予推荐', en: 'Pass over' },
  postPublicity: { zh: '张贴公示', en: 'Post the publicity' },
  correctPublicity: { zh: '更正公示截止日', en: 'Correct the last day of the publicity' },
  recordObjection: { zh: '登记异议', en: 'Record an objection' },
  concludeObjection: { zh: '异议核查结论', en: 'Conclude an objection' },
  removeItem: { zh: '剔除材料', en: 'Remove an item' },
  pass: { zh: '审核通过', en: 'Pass' },
  approve: { zh: '盖章页审核通过', en: 'Approve the stamped page' },
  seal: { zh: '加盖公章', en: 'Seal' },
  uploadStampedPage: { zh: '提交盖章页', en: 'Upload the stamped page' },
  handOver: { zh: '报送纸质卷', en: 'Hand over the dossier' },
  receivePaper: { zh: '接收纸质卷', en: 'Receive the dossier' },
  attachDelegation: { zh: '附委托评审函', en: 'Attach the delegation letter' },
  forward: { zh: '报送', en: 'Forward' },
  recommend: { zh: '推荐', en: 'Recommend' },
  returnOriginals: { zh: '退还原件', en: 'Hand the originals back' },
  report: { zh: '上报', en: 'Report' },
  fail: { zh: '审核不通过', en: 'Fail' },
  consent: { zh: '同意', en: 'Consent' },
  designate: { zh: '初定', en: 'Designate' },
  confirmDossier: { zh: '组卷核对一致', en: 'Confirm the dossier' },
  recordResult: { zh: '登记评审结果', en: 'Record the result' },
  certify: { zh: '确认发证', en: 'Certify' },
  grantAttempt: { zh: '追加一次提交机会', en: 'Grant one more submission' },
  acceptLate: { zh: '逾期受理', en: 'Accept late' },
  voidResult: { zh: '评审结果无效，重新评审', en: 'Set a void result aside for another review' },
  spotCheck: { zh: '抽查申报材料', en: 'Check the material at random' },
  invalidatePublicity: { zh: '认定公示文件无效', en: 'Find the publicity document invalid' },
  requestRecheck: { zh: '申请复查', en: 'Ask for a recheck' },
  concludeRecheck: { zh: '复查结论', en: 'Conclude a recheck' },
  recordReferralResult: { zh: '登记上级评审结果', en: 'Record the referral’s result' },
  correctReferralResult: { zh: '更正上级评审结果', en: 'Correct the referral’s result' },
  cancel: { zh: '取消申报资格', en: 'Cancel' },
};

/** The label of an action. */
export const labelOf = (action: ActName): Text => actionLabels[action];
