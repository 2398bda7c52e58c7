import type { CommitteeTemplate } from '../../domain/lifecycle/notices/notifications.ts';
import type { NoticeWording } from './wording.ts';

/** 评委会年度工作的通知用语（中文）。 */
export const zhCommittee: Readonly<Record<CommitteeTemplate, NoticeWording>> = {
  noticeProposed: {
    subject: '评委会“{committee}”：年度评审通知待会签',
    body: ['评委会“{committee}”已拟定年度评审通知。', '下一步：请登录系统审核会签。'],
  },
  noticeCountersigned: {
    subject: '评委会“{committee}”：年度评审通知已会签',
    body: ['评委会“{committee}”的年度评审通知已经会签。', '下一步：请登录系统向社会公布。'],
  },
  noticePublished: {
    subject: '评委会“{committee}”：年度评审通知已公布',
    body: ['评委会“{committee}”的年度评审通知已向社会公布。', '下一步：请登录系统查看受理时间。'],
  },
  openingReported: {
    subject: '评委会“{committee}”：{meetingOn}评审会议待同意开评',
    body: ['评委会“{committee}”已报送{meetingOn}评审会议的开评报告。', '下一步：请登录系统审核；未经同意不得开评。'],
  },
  openingApproved: {
    subject: '评委会“{committee}”：{meetingOn}评审会议已同意开评',
    body: ['评委会“{committee}”于{meetingOn}召开的评审会议已经同意。', '下一步：按期开展评审活动。'],
  },
  resultsAnnounced: {
    subject: '评委会“{committee}”：{meetingOn}评审会议结果已公布',
    body: [
      '评委会“{committee}”{meetingOn}评审会议的结果已公布。',
      '评审数据报送截止日：{due}。',
      '下一步：等待报送评审数据，目前无须办理。',
    ],
  },
  dataNear: {
    subject: '评委会“{committee}”：评审数据{due}截止报送（还有{daysLeft}个工作日）',
    body: [
      '评委会“{committee}”{meetingOn}评审会议的评审数据须于{due}前报送，距截止还有{daysLeft}个工作日。',
      '依据：{basis}。',
      '下一步：请登录系统报送市职称办。',
    ],
  },
  dataOverdue: {
    subject: '评委会“{committee}”：评审数据逾期未报',
    body: [
      '评委会“{committee}”{meetingOn}评审会议的评审数据应于{due}前报送，现已逾期。',
      '依据：{basis}。',
      '下一步：请督促评委会办事机构补报。',
    ],
  },
  measureTaken: {
    subject: '评委会“{committee}”：市职称办采取处理措施',
    body: ['市职称办对评委会“{committee}”的办事机构采取了处理措施。', '下一步：请登录系统查看措施和理由。'],
  },
  measureLifted: {
    subject: '评委会“{committee}”：处理措施已解除',
    body: ['市职称办已解除对评委会“{committee}”的处理措施。', '下一步：请登录系统查看。'],
  },
  dataFiled: {
    subject: '评委会“{committee}”：{meetingOn}评审会议的评审数据已报送',
    body: ['评委会“{committee}”{meetingOn}评审会议的评审数据已报送。', '下一步：请登录系统查看。'],
  },
};
