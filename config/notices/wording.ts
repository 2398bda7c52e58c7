import type { NoticeTemplate } from '../../domain/lifecycle/notifications.ts';

/**
 * The wording of one piece of news. `{name}` stands for a parameter; a line of the body that names one the news does not have is left out.
 */
export type NoticeWording = { readonly subject: string; readonly body: readonly string[] };

/** All wording of one language, with what stands around the body of a mail. */
export type NoticeLanguage = {
  readonly notices: Readonly<Record<NoticeTemplate, NoticeWording>>;
  readonly mail: { readonly greeting: string; readonly footer: readonly string[] };
};
