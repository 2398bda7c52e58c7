import { describe, expect, it } from 'vitest';
import { en } from '../../config/notices/en.ts';
import { renderMail, renderNotice } from '../../config/notices/render.ts';
import { zh } from '../../config/notices/zh.ts';
import { liaoningDiit2024 as process } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { noticeTemplates } from '../../domain/lifecycle/notices/notifications.ts';

const about = (params: object) => ({ no: 'LN24-1', params, process });
const placeholders = (text: string) => new Set([...text.matchAll(/\{\w+\}/g)].map(String));

describe('the wording of notices', () => {
  it.each([
    ['zh', zh],
    ['en', en],
  ] as const)('exists in %s for every template, and for no other', (_, language) => {
    expect(Object.keys(language.notices).sort()).toEqual([...noticeTemplates].sort());
  });

  it.each(noticeTemplates)('of %s says the same in both languages', (template) => {
    const mine = (language: typeof zh) =>
      placeholders([language.notices[template].subject, ...language.notices[template].body].join('\n'));
    expect(mine(zh)).toEqual(mine(en));
    expect(zh.notices[template].body.length).toBe(en.notices[template].body.length);
  });

  it('names stages and outcomes as the programme does', () => {
    const params = { stage: 'ONLINE_REVIEW', outcome: 'NOT_FILED' };
    const stage = process.stages.find(({ key }) => key === 'ONLINE_REVIEW')?.name.zh;
    const { subject, body } = renderNotice('ended', about(params), 'zh');
    expect(subject).toBe(`申报LN24-1：${process.outcomes.NOT_FILED?.label.zh}`);
    expect(body).toContain(`结束环节：${stage}。`);
  });

  it.each([
    [1, 0, 2],
    [3, 0, 0],
    [3, 1, 1],
  ])('counts the submissions left of three after %i used and %i granted (LN-5.5.3-b)', (used, granted, left) => {
    const params = { stage: 'ONLINE_REVIEW', attemptsUsed: used, attemptsGranted: granted };
    const { body } = renderNotice('returned', about(params), 'en');
    expect(body).toContain(`Submissions left: ${left}.`);
  });

  it('words a reminder with its last day, the working days left and the rules it rests on (LN-4.3-d, A-12)', () => {
    const params = { stage: 'STAMPED_PAGE_REVIEW', due: '2024-08-07', daysLeft: 2, basis: ['LN-4.3-d', 'A-12'] };
    const { subject, body } = renderNotice('deadlineNear', about(params), 'zh');
    expect(subject).toBe('申报LN24-1：2024-08-07截止（还有2个工作日）');
    expect(body.split('\n')).toEqual([
      '申报LN24-1现处于“盖章页审核”环节，截止日为2024-08-07，距截止还有2个工作日。',
      '依据：LN-4.3-d、A-12。',
      '下一步：请登录系统查看还须办理的事项，并在截止日前办结。',
    ]);
    expect(renderNotice('deadlineNear', about(params), 'en').body).toContain('Rules: LN-4.3-d, A-12.');
  });

  it('leaves out a line whose date the news does not have', () => {
    const { body } = renderNotice('stageEntered', about({ stage: 'UNIT_REVIEW' }), 'zh');
    expect(body).not.toContain('截止日');
    expect(body.split('\n')).toHaveLength(2);
  });

  it('takes a name literally in the greeting of a mail', () => {
    const text = renderMail({ subject: '', body: 'b' }, '$& {no}', 'en');
    expect(text.split('\n')[0]).toBe('Dear $& {no},');
  });

  it('throws on a template that has none', () => {
    expect(() => renderNotice('toString', about({}), 'zh')).toThrow('no wording');
  });
});
