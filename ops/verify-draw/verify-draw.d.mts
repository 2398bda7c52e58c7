/** What of a proof is right, check by check, and who is drawn. Throws where the text is not a proof. */
export function verify(text: string): {
  readonly checks: readonly (readonly [what: string, right: boolean])[];
  readonly right: boolean;
  readonly members: readonly string[];
  readonly alternates: readonly string[];
};
