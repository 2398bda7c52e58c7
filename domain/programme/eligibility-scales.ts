/** Tiers of education in rising order; `none` is no tier at all. */
export const tiers = [
  'none',
  'vocationalSecondary',
  'college',
  'bachelor',
  'secondBachelor',
  'master',
  'doctor',
] as const;
export type Tier = (typeof tiers)[number];

/** Where and how an education was had, as the notices distinguish it (LYG-2.3, DL-1.4-e). */
export const schoolings = [
  'fullTime',
  'partTime',
  'vocational',
  'military',
  'partySchool',
  'technicianMid',
  'technicianSenior',
  'technicianPreparatory',
  'withoutDiploma',
  'trainingClass',
] as const;
export type Schooling = (typeof schoolings)[number];

/** Where a person comes from, by the documents that let them work (LYG-1.2). */
export const origins = ['mainland', 'hkMacaoTaiwan', 'foreigner'] as const;
export type Origin = (typeof origins)[number];

/** The three documents one of which a foreigner holds (LYG-1.2-b), or none of them. */
export const foreignerDocuments = ['workPermit', 'permanentResidence', 'overseasTalentPermit', 'none'] as const;
export type ForeignerDocument = (typeof foreignerDocuments)[number];

/** What lets a first application skip levels (LYG-2.1-c). */
export const backgrounds = ['overseasReturnee', 'partyOrGovernment', 'army', 'none'] as const;
export type Background = (typeof backgrounds)[number];

/** Measures of discipline in rising order (党纪、政务、行政处分); `warning` is 警告, `demerit` 记过. */
export const disciplines = ['none', 'warning', 'demerit', 'seriousDemerit', 'demotion', 'dismissal'] as const;
export type Discipline = (typeof disciplines)[number];
