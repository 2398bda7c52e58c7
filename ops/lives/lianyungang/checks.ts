/** What each confirms by name in Lianyungang. */
export const pledge = { checked: ['truthPledge'] };
export const unitChecks = ['truth', 'completeness', 'timeliness', 'originals', 'signedAndSealed', 'conditions'];
export const agreed = { checked: unitChecks };
/** What the authority of the territory confirms. */
export const preliminaryChecks = [
  ...['directTitle', 'militarySchool', 'partySchool', 'continuingEducation', 'titleFromElsewhere'],
];
export const prelim = { checked: preliminaryChecks };
/** What unit, authority and committee office confirm of whoever is designated. */
export const designation = {
  agreed: { checked: [...unitChecks, 'assessed'] },
  passed: { checked: [...preliminaryChecks, 'transition'] },
  designated: { checked: ['byQualificationConditions'] },
};

/** A meeting held on a day, as the service finds it: its report and the consent to it; the judgement of character is attested. */
export const meeting = (heldOn: string, reportedOn: string, approvedOn = reportedOn) => ({
  passed: true,
  heldOn,
  reportedOn,
  approvedOn,
  checked: ['characterFirst'],
});
