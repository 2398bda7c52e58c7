import type { NoticeTemplate } from '../../domain/lifecycle/notices/notifications.ts';

/** The text of one notice. `{name}` is a parameter; a line of the body whose parameter is missing is omitted. */
export type NoticeWording = { readonly subject: string; readonly body: readonly string[] };

/** All texts of one language, with the greeting and footer of a mail. */
export type NoticeLanguage = {
  readonly notices: Readonly<Record<NoticeTemplate, NoticeWording>>;
  readonly mail: { readonly greeting: string; readonly footer: readonly string[] };
};
