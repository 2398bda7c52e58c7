import type { Achievement, MaterialContent } from './content.ts';

/** The form of an application as it is kept: all that the rules of material look at, with the files that belong to it. */
export type Form = Omit<MaterialContent, 'achievements' | 'documents' | 'examination'> & {
  readonly achievements: readonly (Achievement & { readonly evidence: readonly string[] })[];
  readonly documents: readonly string[];
  readonly examination?: (MaterialContent['examination'] & { readonly file?: string | undefined }) | undefined;
  readonly remarks?: string | undefined;
};

/** What a new draft holds. */
export const emptyForm: Form = { achievements: [], documents: [] };

/** The ids of the files a form names. */
export const namedFiles = (form: Form): ReadonlySet<string> =>
  new Set(
    [
      ...form.documents,
      ...form.achievements.flatMap(({ evidence, proofs = [], searchPage, searchCertificate }) => [
        ...evidence,
        ...proofs.map(({ file }) => file),
        searchPage,
        searchCertificate,
      ]),
      form.photo?.file,
      form.examination?.file,
    ].flatMap((id) => id ?? []),
  );
