import { wholeDossier } from '../confirmed.ts';

/** What each confirms by name in Dalian (DL-2.2.2, DL-2.2.3-a). */
export const reviewed = { checked: ['jointReview', 'educationOnChsi', 'educationOffChsi', 'conditions'] };
export const pledged = { checked: ['ownPledge'] };
export const shown = { checked: ['publicContent'] };
export const recommended = { choice: 'noObjection', checked: ['part7'] };
export const sealed = {
  checked: ['unitName', 'everyPage', 'unitPledge', 'educationSealedByUnit', 'unitSignatures'],
};
export const compared = {
  checked: [
    ...['experience', 'ability', 'achievements'],
    ...['yearInTheCity', 'seniority', 'professionalHours'],
    ...['educationOnline', 'papersOnline', 'patentsOnline'],
    ...['signedAndSealed', 'educationSealedByAuthority', 'compared', 'photo', 'workStatement'],
  ],
};
export const sorted = { checked: ['sorted'] };
export const originals = { checked: ['originals'] };
/** What the service finds where the paper dossier is whole. */
export const inOrder = { ...compared, ...wholeDossier };
