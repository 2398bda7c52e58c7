import { describe, expect, it, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { renderNotice } from '../../../config/notices/render.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import { committeeNews, committeeReminders } from '../../../domain/committee/notifications.ts';
import { type CommitteeYear, committeeActions, type Meeting } from '../../../domain/committee/year.ts';
import { committeeTemplates } from '../../../domain/lifecycle/notices/notifications.ts';

const { committeeYear: rules } = lianyungang2024;
if (!rules) throw new Error('Lianyungang prints the year of its committees');
const setting = { rules, calendar };
const meetingOn = '2024-10-15';
const held: Meeting = {
  meetingOn,
  reportedOn: '2024-10-05',
  approvedOn: '2024-10-08',
  announcedOn: null,
  filedOn: null,
};
const announced: Meeting = { ...held, announcedOn: meetingOn };
const yearOf = (meeting: Meeting): CommitteeYear => ({ seq: 6, notice: null, meetings: [meeting] });
const told = (name: (typeof committeeActions)[number], meeting: Meeting = held) =>
  committeeNews(yearOf(meeting), { name, data: { meetingOn } }, setting);

describe('the year of a committee tells', () => {
  test.each([
    ['LYG-3.3-b: the title office of a notice to countersign', 'proposeNotice', ['cityTitleOffice']],
    ['LYG-3.3-b: the committee’s office that it is countersigned', 'countersign', ['committeeOffice']],
    [
      'LYG-3.3-c: the title office and those who wait of its publication',
      'publishNotice',
      ['cityTitleOffice', 'applicant'],
    ],
    ['LYG-5.2-b: the title office of a meeting to consent to', 'reportOpening', ['cityTitleOffice']],
    ['LYG-5.2-c: the committee’s office of the consent', 'approveOpening', ['committeeOffice']],
    ['LYG-5.2-e: the title office of announced results', 'announceResults', ['cityTitleOffice']],
    ['LYG-5.2-e: the title office of filed data', 'fileData', ['cityTitleOffice']],
  ] as const)('%s', (_, name, audiences) => {
    expect(told(name).map(({ audience }) => audience)).toEqual(audiences);
  });

  test('LYG-5.2-e: with the last day of the data when results are announced, and without it when they are filed', () => {
    expect(told('announceResults', announced)[0]?.params).toEqual({ meetingOn, due: '2024-10-29' });
    expect(told('fileData', { ...announced, filedOn: '2024-10-20' })[0]?.params).toEqual({ meetingOn });
  });
});

describe('the data of a meeting', () => {
  test('LYG-5.2-e: are due on the tenth working day: the office is reminded before, the title office alarmed the day after', () => {
    const found = committeeReminders(yearOf(announced), setting);
    expect(found.map(({ ahead, at, to, template }) => [ahead, dateOf(at), to, template])).toEqual([
      [2, '2024-10-25', ['committeeOffice'], 'dataNear'],
      [1, '2024-10-28', ['committeeOffice'], 'dataNear'],
      [-1, '2024-10-30', ['cityTitleOffice'], 'dataOverdue'],
    ]);
    expect(found.map(({ basis }) => basis)).toEqual([['LYG-5.2-e'], ['LYG-5.2-e'], ['LYG-5.2-e']]);
  });

  test('LYG-5.2-e: call for nothing before the results are announced, nor once they are filed', () => {
    expect(committeeReminders(yearOf(held), setting)).toEqual([]);
    expect(committeeReminders(yearOf({ ...announced, filedOn: '2024-11-20' }), setting)).toEqual([]);
  });
});

it.each(['zh', 'en'] as const)(
  'every notice of a committee is put into words in %s: its name, its days, what is next',
  (language) => {
    const news = committeeActions.flatMap((name) => told(name, name === 'announceResults' ? announced : held));
    const all = [...news, ...committeeReminders(yearOf(announced), setting)];
    expect(new Set(all.map(({ template }) => template))).toEqual(new Set(committeeTemplates));
    const process = { stages: [], outcomes: {} };
    for (const { template, params } of all) {
      const about = { no: null, committee: { zh: '快递工程中级评委会', en: 'Express delivery' }, params, process };
      const { subject, body } = renderNotice(template, about, language);
      expect(subject).toContain(about.committee[language]);
      expect(body).toMatch(language === 'zh' ? /下一步：/ : /Next: /);
      expect(`${subject}\n${body}`).not.toMatch(/[{}]|undefined|null/);
      if (params.due) expect(body).toContain(params.due);
    }
  },
);
