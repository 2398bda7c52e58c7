import type { NoticeLanguage } from './wording.ts';
import { zhCommittee } from './zh-committee.ts';
import { zhSession } from './zh-session.ts';

const stageDue = '本环节截止日：{due}。';
const due = '办理截止日：{due}。';
const attempts = '剩余提交审核机会：{attemptsLeft}次。';

/** 通知用语（中文）。 */
export const zh: NoticeLanguage = {
  notices: {
    filed: {
      subject: '申报{no}：待单位审核',
      body: ['申报{no}已由申报人提交，等待单位审核。', '下一步：请登录系统逐项审核。'],
    },
    submitted: {
      subject: '申报{no}：待审核（第{attempt}次提交）',
      body: ['申报{no}已提交至“{stage}”，为第{attempt}次提交。', '下一步：请登录系统审核，并一次性反馈全部意见。'],
    },
    stageEntered: {
      subject: '申报{no}：已进入“{stage}”',
      body: ['申报{no}已进入“{stage}”环节。', stageDue, '下一步：请登录系统查看本环节由谁办理、是否需要您办理。'],
    },
    turn: {
      subject: '申报{no}：待您办理（{stage}）',
      body: ['申报{no}在“{stage}”环节，轮到您办理。', stageDue, '下一步：请登录系统查看并办理。'],
    },
    submissionOpen: {
      subject: '申报{no}：待您提交（{stage}）',
      body: ['申报{no}已进入“{stage}”环节，等待申报人提交。', attempts, due, '下一步：请登录系统核对材料并提交。'],
    },
    returned: {
      subject: '申报{no}：已退回（{stage}）',
      body: [
        '申报{no}已被退回，现处于“{stage}”环节。',
        '一次性列明的问题：{points}项。',
        attempts,
        due,
        '下一步：请登录系统查看全部问题，修改后重新办理。',
      ],
    },
    posted: {
      subject: '申报{no}：已公示，{lastDay}届满',
      body: [
        '申报{no}已在“{stage}”环节张贴公示。',
        '公示最后一日：{lastDay}。',
        '下一步：公示期满且无待核查异议的，自动进入下一环节。',
      ],
    },
    objectionRecorded: {
      subject: '申报{no}：收到异议（{stage}）',
      body: ['申报{no}在“{stage}”环节收到异议。', '下一步：请登录系统查看，核查后登记结论。'],
    },
    itemRemoved: {
      subject: '申报{no}：有材料被剔除（{stage}）',
      body: ['申报{no}在“{stage}”环节有一项材料被剔除。', '下一步：无须办理，可登录系统查看。'],
    },
    publicityInvalidated: {
      subject: '申报{no}：公示文件无效，须重新办理（{stage}）',
      body: [
        '申报{no}的公示文件被认定无效，申报退回“{stage}”环节。',
        stageDue,
        '下一步：请登录系统查看理由，由单位重新公示。',
      ],
    },
    spotCheckFailed: {
      subject: '申报{no}：抽查发现问题（{stage}）',
      body: ['申报{no}在“{stage}”环节的申报材料经抽查发现问题。', '下一步：请登录系统查看抽查意见并处理。'],
    },
    resultPassed: {
      subject: '申报{no}：评审通过，进入“{stage}”',
      body: ['申报{no}已通过评审，进入“{stage}”环节。', stageDue, '下一步：等待公示，目前无须办理。'],
    },
    resultVoided: {
      subject: '申报{no}：评审结果作废',
      body: [
        '申报{no}所在评审会议的结果已被宣布无效，该结果作废；已发证书的，证书同时撤销。',
        '申报回到“{stage}”环节，等待再次评审。',
        stageDue,
        '下一步：请登录系统查看理由，目前无须办理。',
      ],
    },
    attemptGranted: {
      subject: '申报{no}：追加一次提交机会',
      body: ['申报{no}获追加一次提交审核机会。', attempts, due, '下一步：请登录系统修改后提交。'],
    },
    reopened: {
      subject: '申报{no}：已重新受理（{stage}）',
      body: [
        '申报{no}经办理单位同意重新受理，现处于“{stage}”环节。',
        attempts,
        stageDue,
        '下一步：请登录系统查看由谁继续办理。',
      ],
    },
    certified: {
      subject: '申报{no}：{outcome}',
      body: ['申报{no}已办结：{outcome}。', '下一步：请登录系统查看证书信息及领证、退卷安排。'],
    },
    ended: {
      subject: '申报{no}：{outcome}',
      body: [
        '申报{no}已结束，结果为：{outcome}。',
        '结束环节：{stage}。',
        '期限已于{lapsedOn}届满。',
        '如系办理单位原因所致，可在{remedyDue}前向其申请补救。',
        '下一步：请登录系统查看依据条款。',
      ],
    },
    recheckRequested: {
      subject: '申报{no}：申请复查',
      body: ['申报{no}的申报人申请复查。', '下一步：请登录系统核查并登记结论。'],
    },
    recheckConcluded: {
      subject: '申报{no}：复查已有结论，维持原结果',
      body: ['申报{no}的复查已有结论，原结果不变。', '下一步：请登录系统查看理由。'],
    },
    referralDecided: {
      subject: '申报{no}：{result}',
      body: ['申报{no}报送后的评审结果已登记：{result}（{decidedOn}）。', '下一步：请登录系统查看文号及证书信息。'],
    },
    referralCorrected: {
      subject: '申报{no}：评审结果已更正为“{result}”',
      body: ['申报{no}报送后的评审结果已更正为：{result}（{decidedOn}）。', '下一步：请登录系统查看更正理由。'],
    },
    committeeMoved: {
      subject: '申报{no}：评委会已变更',
      body: [
        '申报{no}所报评委会已由职称办变更，同一单位同专业、同层级人员一并变更。',
        due,
        '下一步：请登录系统查看新的评委会和受理时间。',
      ],
    },
    integrityOpened: {
      subject: '申报{no}：已立案核查真实性',
      body: ['对申报{no}的真实性已立案核查。', '下一步：无须申报人办理，可登录系统查看。'],
    },
    integrityTold: {
      subject: '申报{no}：核查事实告知，可陈述申辩',
      body: [
        '申报{no}在真实性核查中发现的事实，现予告知。',
        '陈述申辩截止日：{due}。',
        '下一步：请登录系统查看，并在期限内陈述申辩。',
      ],
    },
    integrityUpheld: {
      subject: '申报{no}：真实性核查认定属实',
      body: ['对申报{no}的真实性核查认定属实。', '下一步：请登录系统查看决定及依据条款。'],
    },
    integrityDismissed: {
      subject: '申报{no}：真实性核查未予认定',
      body: ['对申报{no}的真实性核查未予认定，申报不受影响。', '下一步：无须办理，可登录系统查看。'],
    },
    titleRevoked: {
      subject: '申报{no}：职称已被撤销',
      body: ['因核查认定属实，申报{no}取得的职称已被撤销。', '下一步：请登录系统查看决定及依据条款。'],
    },
    deadlineNear: {
      subject: '申报{no}：{due}截止（还有{daysLeft}个工作日）',
      body: [
        '申报{no}现处于“{stage}”环节，截止日为{due}，距截止还有{daysLeft}个工作日。',
        '依据：{basis}。',
        '下一步：请登录系统查看还须办理的事项，并在截止日前办结。',
      ],
    },
    ...zhCommittee,
    ...zhSession,
  },
  mail: {
    greeting: '{name}，您好：',
    footer: ['本邮件由系统自动发送，请勿回复。如对内容有疑问，请登录系统查看或联系受理单位。'],
  },
};
