/** What one sealed text holds: the reason of an act, and the wording of each item of a return. */
export type SealedText = { readonly reason?: string; readonly items?: Readonly<Record<string, string>> };
