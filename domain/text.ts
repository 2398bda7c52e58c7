/** A text in both languages of the service. */
export type Text = { readonly zh: string; readonly en: string };

/** Builds a text from its Chinese and English wording. */
export const text = (zh: string, en: string): Text => ({ zh, en });
