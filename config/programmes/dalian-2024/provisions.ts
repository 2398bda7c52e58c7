import type { Provision } from '../../../domain/programme/provision.ts';

const hrssSite = '大连市人力资源和社会保障局官网';
const talentColumn = '技术技能人才工作';

/** Provisions of the guide: applicable standards, sources of forms, what goes to the province (DL-1, DL-2, annex). */
export const provisions: readonly Provision[] = [
  { clause: 'DL-1.0-a', topic: 'basis' },
  { clause: 'DL-1.0-b', topic: 'standards' },
  { clause: 'DL-1.0-c', topic: 'standards', places: [hrssSite, talentColumn] },
  { clause: 'DL-1.9-a', topic: 'standards' },
  { clause: 'DL-1.1.1-b', topic: 'review', levels: ['deputySenior', 'fullSenior'] },
  { clause: 'DL-1.1.2-e', topic: 'review', levels: ['deputySenior'], places: ['市工业和信息化局'] },
  { clause: 'DL-1.1.3-b', topic: 'otherWays' },
  { clause: 'DL-2.1.4-a', topic: 'otherWays' },
  {
    clause: 'DL-2.2.1-a',
    topic: 'channels',
    places: ['大连政务服务网', '人力资源和社会保障个人服务', '职称评审网上申报', '大连市金保工程信息管理系统'],
  },
  { clause: 'DL-1.2-d', topic: 'channels', places: ['市政府各委办局'] },
  { clause: 'DL-2.2.3-i', topic: 'contacts' },
  { clause: 'DL-3-a', topic: 'contacts' },
  { clause: 'DL-3-b', topic: 'contacts' },
  { clause: 'DL-1.6-d', topic: 'learning', places: ['辽宁省干部在线学习网', '专业技术人才在线学习专区'] },
  { clause: 'DL-1.7-a', topic: 'filling', places: [hrssSite, talentColumn] },
  { clause: 'DL-1.7-c', topic: 'filling' },
  { clause: 'DL-1.7-d', topic: 'filling' },
  { clause: 'DL-2.3.1-c', topic: 'filling' },
  { clause: 'DL-2.3.1-j', topic: 'filling' },
  { clause: 'DL-2.3.1-k', topic: 'filling' },
  { clause: 'DL-2.3.1-m', topic: 'filling' },
  { clause: 'DL-2.3.1-n', topic: 'filling' },
  { clause: 'DL-2.3.2-a', topic: 'filling', places: [hrssSite] },
  { clause: 'DL-2.3.4-b', topic: 'filling' },
  { clause: 'DL-2.3.5-a', topic: 'filling' },
  { clause: 'DL-2.3.6-a', topic: 'filling' },
  { clause: 'DL-2.3.6-b', topic: 'fallback' },
];
