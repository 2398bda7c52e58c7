import type { SessionTemplate } from '../../domain/lifecycle/notices/notifications.ts';
import type { NoticeWording } from './wording.ts';

/** 评审会议的通知用语（中文）。 */
export const zhSession: Readonly<Record<SessionTemplate, NoticeWording>> = {
  sessionTurn: {
    subject: '评委会“{committee}”：{meetingOn}评审会议待{nextStep}',
    body: ['评委会“{committee}”{meetingOn}评审会议现为：{sessionStatus}。', '下一步：请登录系统{nextStep}。'],
  },
  sessionOpeningRefused: {
    subject: '评委会“{committee}”：{meetingOn}评审会议未获同意开评',
    body: [
      '评委会“{committee}”{meetingOn}评审会议的开评报告未获同意。',
      '下一步：请登录系统查看理由，修改后重新报送。',
    ],
  },
  sessionMoved: {
    subject: '评委会“{committee}”：评审会议改于{meetingOn}召开',
    body: ['评委会“{committee}”的评审会议改于{meetingOn}召开。', '下一步：请登录系统查看。'],
  },
  sessionSuspended: {
    subject: '评委会“{committee}”：{meetingOn}评审会议停止评审',
    body: ['评委会“{committee}”{meetingOn}评审会议已被要求停止评审。', '下一步：等待恢复评审的通知，目前无须办理。'],
  },
  sessionCancelled: {
    subject: '评委会“{committee}”：{meetingOn}评审会议已取消',
    body: [
      '评委会“{committee}”{meetingOn}评审会议已取消，列入该次会议的申报继续等待评审。',
      '下一步：等待另行安排，目前无须办理。',
    ],
  },
  sessionVoided: {
    subject: '评委会“{committee}”：{meetingOn}评审会议的结果被宣布无效',
    body: ['评委会“{committee}”{meetingOn}评审会议的评审结果已被宣布无效。', '下一步：请登录系统查看理由。'],
  },
  sessionReportNear: {
    subject: '评委会“{committee}”：开评报告{due}截止报送（还有{daysLeft}个工作日）',
    body: [
      '评委会“{committee}”{meetingOn}评审会议的开评报告须于{due}前报送，距截止还有{daysLeft}个工作日。',
      '依据：{basis}。',
      '下一步：请登录系统报送；逾期须调整会议日期。',
    ],
  },
  sessionHeldNear: {
    subject: '评委会“{committee}”：评审会议须于{due}前召开（还有{daysLeft}个工作日）',
    body: [
      '评委会“{committee}”{meetingOn}评审会议须于{due}前召开，距截止还有{daysLeft}个工作日。',
      '依据：{basis}。',
      '下一步：请登录系统办理会前各项准备。',
    ],
  },
  defenceSet: {
    subject: '申报{no}：现场答辩定于{defenceAt}',
    body: [
      '申报{no}的现场答辩定于{defenceAt}，地点：{room}。',
      '依据：{basis}。未参加答辩的，不得通过。',
      '下一步：申报人请按时到场；不能到场的，请在会议投票前联系评委会办事机构改期。',
    ],
  },
  defenceMoved: {
    subject: '申报{no}：现场答辩改为{defenceAt}',
    body: [
      '申报{no}的现场答辩改为{defenceAt}，地点：{room}；原安排作废。',
      '依据：{basis}。未参加答辩的，不得通过。',
      '下一步：申报人请按新的时间、地点到场。',
    ],
  },
  sessionDeclare: {
    subject: '评委会“{committee}”：您被抽取为{meetingOn}评审会议的评审专家，请声明是否回避',
    body: [
      '您被抽取为评委会“{committee}”{meetingOn}评审会议的评审专家。专家名单不对外公布，请予保密。',
      '下一步：请登录系统声明无须回避，或者对有关申报、整场会议申请回避；全体专家声明后方可开会。',
    ],
  },
};
