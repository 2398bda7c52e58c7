import type { NoticeParams } from '../../domain/lifecycle/notices/notifications.ts';
import type { Process } from '../../domain/programme/programme.ts';
import { sessionActionLabels, sessionStatusLabels } from '../../domain/session/labels.ts';
import type { Text } from '../../domain/text.ts';
import { en } from './en.ts';
import type { NoticeLanguage, NoticeWording } from './wording.ts';
import { zh } from './zh.ts';

/** The languages that a person can choose. */
export type NoticeLanguageCode = 'zh' | 'en';

const languages: Readonly<Record<NoticeLanguageCode, NoticeLanguage>> = { zh, en };

/**
 * The subject of a notice: the number of an application or the name of a committee, the codes and dates of the event, and the programme that has the
 * names of the codes.
 */
export type NoticeAbout = {
  readonly no: string | null;
  readonly committee?: Text | null;
  readonly params: NoticeParams;
  readonly process: Pick<Process, 'stages' | 'outcomes'>;
};

/** A rendered notice; `body` has one line for each sentence. It never contains a name. */
export type RenderedNotice = { readonly subject: string; readonly body: string };

/** Renders a notice. Pure; throws for a template without text, which is a programming error. */
export function renderNotice(template: string, about: NoticeAbout, language: NoticeLanguageCode): RenderedNotice {
  const notices: Readonly<Record<string, NoticeWording>> = languages[language].notices;
  const wording = Object.hasOwn(notices, template) ? notices[template] : undefined;
  if (!wording) throw new Error(`notice ${template} has no wording in ${language}`);
  const values = valuesOf(about, language);
  return {
    subject: fill(wording.subject, values) ?? about.no ?? '',
    body: wording.body.flatMap((line) => fill(line, values) ?? []).join('\n'),
  };
}

/** The text of a mail: the notice between the greeting and the footer of its language. */
export function renderMail(notice: RenderedNotice, name: string, language: NoticeLanguageCode): string {
  const { greeting, footer } = languages[language].mail;
  return [greeting.replace('{name}', () => name), '', notice.body, '', ...footer, ''].join('\n');
}

function valuesOf(
  { no, committee, params, process }: NoticeAbout,
  language: NoticeLanguageCode,
): Record<string, string> {
  const stage = process.stages.find(({ key }) => key === params.stage);
  const counted = stage?.kind === 'review' ? stage.submission : undefined;
  const awaited = stage?.kind === 'handover' ? stage.awaits : undefined;
  const left =
    counted && params.attemptsUsed !== undefined
      ? Math.max(0, counted.attempts + (params.attemptsGranted ?? 0) - params.attemptsUsed)
      : undefined;
  const labels = {
    no,
    committee: committee?.[language],
    basis: params.basis?.join(language === 'zh' ? '、' : ', '),
    stage: stage?.name[language] ?? params.stage,
    outcome: process.outcomes[params.outcome ?? '']?.label[language] ?? params.outcome,
    attemptsLeft: left,
    sessionStatus: labelIn(sessionStatusLabels, params.sessionStatus, language),
    nextStep: labelIn(sessionActionLabels, params.nextStep, language),
    result:
      awaited && params.passed !== undefined ? awaited[params.passed ? 'passed' : 'notPassed'][language] : undefined,
  };
  const known = Object.entries({ ...params, ...labels }).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}

/** The label of a code; none where there is no code. */
const labelIn = (
  labels: Readonly<Record<string, Text>>,
  code: string | undefined,
  language: NoticeLanguageCode,
): string | undefined => (code === undefined ? undefined : labels[code]?.[language]);

/** The line with its values, or null when one is missing. */
function fill(line: string, values: Readonly<Record<string, string>>): string | null {
  const names = [...line.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (names.some((name) => values[name] === undefined)) return null;
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
