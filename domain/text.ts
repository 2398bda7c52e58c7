/** A text in both languages of the service. */
export type Text = { readonly zh: string; readonly en: string };

/** Builds a text from its Chinese and English wording. */
export const text = (zh: string, en: string): Text => ({ zh, en });

/** Items in a Chinese sentence: joined by 、, and by ； where an item has a 、 or ， of its own. */
export const listed = (items: readonly string[]): string =>
  items.join(items.some((item) => /[、，；]/.test(item)) ? '；' : '、');
