/** Where a publication was looked up (DL-1.8-a, DL-1.8-b, LN-6.4-b). */
export const databases = ['pressAdministration', 'wanfang', 'cnki', 'vip', 'publicityPublications'] as const;
