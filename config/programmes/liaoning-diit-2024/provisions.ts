import type { Provision } from '../../../domain/programme/provision.ts';

const platform = '职称工作平台';

/** Provisions of the notice: its legal basis, sources of information, contacts (LN-3, LN-5, LN-7 to LN-9, annexes). */
export const provisions: readonly Provision[] = [
  { clause: 'LN-0-a', topic: 'basis', documents: ['辽人社发〔2024〕4号'] },
  { clause: 'LN-3-a', topic: 'standards' },
  { clause: 'LN-2.1.1-b', topic: 'standards' },
  {
    clause: 'LN-3.4-a',
    topic: 'standards',
    places: ['http://gxt.In.gov.cn', platform],
    readings: ['A-27'],
    quality: 'suspect',
  },
  { clause: 'LN-8.2-a', topic: 'otherWays', documents: ['辽人社规〔2019〕2号'] },
  { clause: 'LN-5.5.1-b', topic: 'channels', places: [platform] },
  { clause: 'LN-5.7-c', topic: 'channels', places: ['沈阳市皇姑区泰山路64号219房间'] },
  { clause: 'LN-4.3-c', topic: 'filling' },
  {
    clause: 'LN-9.2-a',
    topic: 'announcements',
    places: [platform, '通知公告'],
    lists: [
      { zh: '现场答辩', en: 'arrangements for the oral defence' },
      { zh: '评审公示', en: 'publicity of the review' },
      { zh: '退卷领证', en: 'return of dossiers and collection of certificates' },
    ],
  },
  { clause: 'LN-9.1-a', topic: 'contacts' },
  { clause: 'LN-9.1-b', topic: 'contacts' },
  {
    clause: 'LN-9.3-a',
    topic: 'contacts',
    places: ['Ingxtrsc@163.com', '57440842@qq.com'],
    readings: ['A-27'],
    quality: 'suspect',
  },
  { clause: 'LN-A2-a', topic: 'filling' },
  { clause: 'LN-A2.3.9-a', topic: 'filling' },
  { clause: 'LN-6.3.3-b', topic: 'filling', places: ['政策法规'] },
  {
    clause: 'LN-A2.1-e',
    topic: 'filling',
    lists: [
      { zh: '科技荣誉', en: 'scientific honours' },
      { zh: '过往人才认可', en: 'earlier recognition of talent' },
      { zh: '其它相关材料', en: 'other relevant material' },
    ],
  },
  {
    clause: 'LN-7-a',
    topic: 'review',
    lists: [
      { zh: '综合评价', en: 'comprehensive evaluation' },
      { zh: '行业认可', en: 'recognition by the industry' },
    ],
  },
  { clause: 'LN-7-c', topic: 'review', levels: ['deputySenior'] },
  {
    clause: 'LN-7-h',
    topic: 'review',
    lists: [
      { zh: '真实性', en: 'truth' },
      { zh: '创新性', en: 'innovation' },
      { zh: '专业性', en: 'professionalism' },
      { zh: '贡献性', en: 'contribution' },
    ],
  },
  { clause: 'LN-5.4-a', topic: 'responsibility' },
  { clause: 'LN-5.2.2-a', topic: 'responsibility' },
  { clause: 'LN-8.5-a', topic: 'fallback' },
  { clause: 'LN-A2.4-a', topic: 'announcements' },
];
