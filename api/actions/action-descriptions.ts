import type { ActName } from '../../domain/case/commands/acts.ts';

/** What is said of an action in the OpenAPI document: in one sentence, then who does it when, and what changes. Roles as they are granted. */
type Description = { readonly summary: string; readonly does: string };

/** The description of each action. Which stage has it depends on the notice; the view lists what the caller may do now. */
export const actionDescriptions: Readonly<Record<ActName, Description>> = {
  submit: {
    summary: 'Submit: freezes the content; the first one opens the case.',
    does: 'The applicant, with a form that lacks nothing. The content becomes a version that nobody changes; the application enters the next stage, or is under review in a stage that counts submissions.',
  },
  recall: {
    summary: 'Take the submission back before its review, to correct it.',
    does: 'The applicant, while the online review (committeeOffice) has not begun to decide. The submission is not counted as one of the printed number.',
  },
  withdraw: {
    summary: 'Withdraw the application.',
    does: 'The applicant, in any stage until the committee has decided. It ends as WITHDRAWN.',
  },
  agree: {
    summary: 'Agree to the application as its unit.',
    does: 'The unit: unitHr, in Dalian unitAssessmentGroup. The application enters the next stage.',
  },
  return: {
    summary: 'Return with one complete list of deficiencies.',
    does: 'Whoever reviews the stage: unitHr, unitAssessmentGroup, preliminaryAuthority, committeeOffice or cityTitleOffice. The applicant corrects and submits again, within the period that the notice prints or the officer sets.',
  },
  fail: {
    summary: 'Find that the application does not pass the preliminary review.',
    does: 'The preliminaryAuthority, with a list of deficiencies. The applicant corrects once within the printed days and is reviewed again; after the window the application ends.',
  },
  refuse: {
    summary: 'Refuse the application, with the reason.',
    does: 'Whoever reviews the stage: unitHr, unitAssessmentGroup, preliminaryAuthority, committeeOrganiser or committeeOffice; where grounds are printed, on one of them (`choice`). The application ends.',
  },
  select: {
    summary: 'Select the applicant as candidate of the unit.',
    does: 'The unitAssessmentGroup, after its appraisal. The application enters the publicity of the unit.',
  },
  passOver: {
    summary: 'Do not recommend the applicant, with the reason.',
    does: 'The unitAssessmentGroup, after its appraisal. The application ends.',
  },
  postPublicity: {
    summary: 'Post the publicity of one application; for many at once use a posting.',
    does: 'Whoever posts the stage: unitHr, or committeeOffice for the publicity before the review and that of results. Objections are taken until the last day, which is counted from the day of the posting by the printed number of days.',
  },
  correctPublicity: {
    summary: 'Correct a mistyped last day of the publicity, with the reason.',
    does: 'Who posted it (unitHr or committeeOffice), while nobody has objected. The deadline of the publicity moves with it.',
  },
  recordObjection: {
    summary: 'Record an objection that came by telephone, by letter or in person.',
    does: 'Who posted it (unitHr or committeeOffice), until the last day. A named one that is open keeps the application from going on; people at a posting object by POST /v1/postings/{id}/objections.',
  },
  concludeObjection: {
    summary: 'Conclude an objection: upheld or not, with the reason.',
    does: 'Who posted it (unitHr or committeeOffice). An upheld one removes the item it is about, or ends the application.',
  },
  removeItem: {
    summary: 'Remove one disputed or reused item from the review, with the reason.',
    does: 'Who reviews it: unitHr during the publicity of the unit, committeeOffice in its reviews. The application goes on without the item.',
  },
  pass: {
    summary: 'Pass the review.',
    does: 'Whoever reviews the stage: preliminaryAuthority, committeeOrganiser or committeeOffice, confirming each check by its key, and what the paper dossier holds where it is received. The application enters the next stage.',
  },
  consent: {
    summary: 'Consent to what was requested.',
    does: 'The committeeOffice to the green channel, the cityTitleOffice to the review of an application by it. The application enters the next stage.',
  },
  designate: {
    summary: 'Designate the title for a graduate, without a review by a committee.',
    does: 'The committeeOffice in an initial designation. The application enters the next stage.',
  },
  seal: {
    summary: 'Record that a seal was set, in the printed order.',
    does: 'Who seals: unitHr, sealingAuthority or association, each at its step; where results are printed, with one of them (`choice`).',
  },
  uploadStampedPage: {
    summary: 'Hand in the scan of the stamped page.',
    does: 'The applicant, with the id of an attachment of this application, once every seal is set. The committeeOffice reviews it next.',
  },
  attachDelegation: {
    summary: 'Attach the letter by which the review is delegated.',
    does: 'The delegationAuthority of the other region, as the step of the delegation that is due.',
  },
  approve: {
    summary: 'Approve the stamped page.',
    does: 'The committeeOffice, within the printed period. The application enters the delivery of the paper dossier.',
  },
  recommend: {
    summary: 'Record a recommendation, in the printed order.',
    does: 'Who recommends at the step that is due: unitHr, talentCentre or industryAuthority; where results are printed, with one of them (`choice`).',
  },
  handOver: {
    summary: 'Record that the paper dossier was handed over.',
    does: 'The unitHr, at the step that is due and inside its window.',
  },
  receivePaper: {
    summary: 'Record that the papers were received.',
    does: 'The committeeOffice, at the step that is due. For many at once use a batch.',
  },
  returnOriginals: {
    summary: 'Record that the originals were handed back.',
    does: 'The preliminaryAuthority, at the step of the forwarding that is due.',
  },
  forward: {
    summary: 'Record that the application was forwarded.',
    does: 'Who forwards at the step that is due: unitHr in a delegation, preliminaryAuthority in Dalian. For many at once use a batch.',
  },
  report: {
    summary: 'Record that the application was reported to a higher authority.',
    does: 'The talentCentre or the committeeOffice, at the step of the referral that is due. The application ends as referred; its result is recorded by recordReferralResult.',
  },
  confirmDossier: {
    summary: 'Confirm that the paper dossier agrees with what was approved online.',
    does: 'The committeeOffice, listing what was delivered. The application goes to the committee.',
  },
  recordResult: {
    summary: 'Record the result of the committee.',
    does: 'The committeeOffice, with the day of the meeting, the scores where a defence is printed, and passed or not; a veto needs a reason. A pass enters the next stage, anything else ends the application.',
  },
  certify: {
    summary: 'Certify the title under its management number.',
    does: 'The committeeOffice, after the publicity of the results. The application ends with the title; a number is given once.',
  },
  grantAttempt: {
    summary: 'Grant one submission more, with the reason.',
    does: 'The committeeOffice, when every counted submission is used, also within the days of remedy after that ended the application.',
  },
  acceptLate: {
    summary: 'Complete late, with the reason, what had come in time.',
    does: 'The committeeOffice, in Dalian the committeeOrganiser, within the days of remedy after the application ended by a deadline. It is reopened in the stage where it ended.',
  },
  invalidatePublicity: {
    summary: 'Find the publicity document of the unit invalid, with the reason.',
    does: 'The committeeOffice. The application returns to the publicity of the unit, or ends where the window has closed.',
  },
  voidResult: {
    summary: 'Set the result of a meeting aside whose results were declared void.',
    does: 'The cityTitleOffice, until a certificate is issued. The committee reviews the application again.',
  },
  spotCheck: {
    summary: 'Record a check of the material at random.',
    does: 'The cityTitleOffice that supervises the committees, in any stage; where not all is in order, with the reason. It changes no stage.',
  },
  requestRecheck: {
    summary: 'Ask for a recheck of the end, with the reason.',
    does: 'The applicant, once, within the days of remedy. The case stays open until the recheck is concluded.',
  },
  concludeRecheck: {
    summary: 'Conclude a recheck: upheld or not, with the reason.',
    does: 'The committeeOffice. Where it is upheld, the application is reopened in the stage where it ended.',
  },
  recordReferralResult: {
    summary:
      'Record what was decided of a case that was referred, for instance to the province: once, by the office that referred it.',
    does: 'The office that referred it: talentCentre, industryAuthority, committeeOffice or cityTitleOffice. The outcome stays the referral; the result stands beside it.',
  },
  correctReferralResult: {
    summary: 'Correct that result, with a reason.',
    does: 'The office that recorded it, until the case closes.',
  },
  cancel: {
    summary: 'Cancel the application on a printed irregularity, with the reason.',
    does: 'The committeeOffice, in Dalian the committeeOrganiser, in a stage that can show it, naming the ground where grounds are printed (`choice`). The application ends.',
  },
};
