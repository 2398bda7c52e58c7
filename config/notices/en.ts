import { enCommittee } from './en-committee.ts';
import { enSession } from './en-session.ts';
import type { NoticeLanguage } from './wording.ts';

const stageDue = 'The last day of this stage: {due}.';
const due = 'To be done by: {due}.';
const attempts = 'Submissions left: {attemptsLeft}.';

/** The English texts of notices. */
export const en: NoticeLanguage = {
  notices: {
    filed: {
      subject: 'Application {no}: for the unit to review',
      body: [
        'Application {no} has been submitted by the applicant and waits for its unit.',
        'Next: sign in and review it item by item.',
      ],
    },
    submitted: {
      subject: 'Application {no}: for review (submission {attempt})',
      body: [
        'Application {no} has been submitted for “{stage}”; this is submission {attempt}.',
        'Next: sign in and review it, giving all opinions at once.',
      ],
    },
    stageEntered: {
      subject: 'Application {no}: now in “{stage}”',
      body: [
        'Application {no} has entered “{stage}”.',
        stageDue,
        'Next: sign in to see who acts there and whether anything is asked of you.',
      ],
    },
    turn: {
      subject: 'Application {no}: your turn ({stage})',
      body: ['Application {no} is in “{stage}”, and the next step is yours.', stageDue, 'Next: sign in and take it.'],
    },
    submissionOpen: {
      subject: 'Application {no}: for you to submit ({stage})',
      body: [
        'Application {no} has entered “{stage}” and waits for the applicant to submit.',
        attempts,
        due,
        'Next: sign in, check your material and submit.',
      ],
    },
    returned: {
      subject: 'Application {no}: returned ({stage})',
      body: [
        'Application {no} has been returned and is now in “{stage}”.',
        'Deficiencies on the one complete list: {points}.',
        attempts,
        due,
        'Next: sign in, read the whole list, correct and go on.',
      ],
    },
    posted: {
      subject: 'Application {no}: posted until {lastDay}',
      body: [
        'Application {no} has been posted in “{stage}”.',
        'Last day of the publicity: {lastDay}.',
        'Next: it goes on by itself when the publicity is over and no objection is open.',
      ],
    },
    objectionRecorded: {
      subject: 'Application {no}: an objection was received ({stage})',
      body: [
        'An objection was received to application {no} in “{stage}”.',
        'Next: sign in, look into it and record the conclusion.',
      ],
    },
    itemRemoved: {
      subject: 'Application {no}: an item was removed ({stage})',
      body: [
        'An item of application {no} was removed in “{stage}”.',
        'Next: nothing needs to be done; sign in to see which.',
      ],
    },
    publicityInvalidated: {
      subject: 'Application {no}: publicity document invalid, to be redone ({stage})',
      body: [
        'The publicity document of application {no} was found invalid; the application is back in “{stage}”.',
        stageDue,
        'Next: sign in to read the reason; the unit posts again.',
      ],
    },
    spotCheckFailed: {
      subject: 'Application {no}: a spot check found something wrong ({stage})',
      body: [
        'A spot check of the material of application {no} in “{stage}” found something wrong.',
        'Next: sign in to read what was found and deal with it.',
      ],
    },
    resultPassed: {
      subject: 'Application {no}: passed the review, now in “{stage}”',
      body: [
        'Application {no} has passed the committee review and entered “{stage}”.',
        stageDue,
        'Next: the result is posted; nothing needs to be done now.',
      ],
    },
    resultVoided: {
      subject: 'Application {no}: the result of the review is set aside',
      body: [
        'The results of the meeting that reviewed application {no} were declared void. Its result is set aside; a certificate that was issued is revoked.',
        'The application is in “{stage}” again and waits for another review.',
        stageDue,
        'Next: sign in to read the reason; nothing needs to be done now.',
      ],
    },
    attemptGranted: {
      subject: 'Application {no}: one more submission granted',
      body: [
        'One more submission for review was granted to application {no}.',
        attempts,
        due,
        'Next: sign in, correct and submit.',
      ],
    },
    reopened: {
      subject: 'Application {no}: taken up again ({stage})',
      body: [
        'Application {no} was taken up again by the office and is now in “{stage}”.',
        attempts,
        stageDue,
        'Next: sign in to see who goes on with it.',
      ],
    },
    certified: {
      subject: 'Application {no}: {outcome}',
      body: [
        'Application {no} is complete: {outcome}.',
        'Next: sign in to see the certificate and when the dossier is returned.',
      ],
    },
    ended: {
      subject: 'Application {no}: {outcome}',
      body: [
        'Application {no} has ended with the outcome: {outcome}.',
        'It ended in: {stage}.',
        'The time limit passed on {lapsedOn}.',
        'Where an office caused the delay, it can be asked for a remedy until {remedyDue}.',
        'Next: sign in to read the rules this rests on.',
      ],
    },
    recheckRequested: {
      subject: 'Application {no}: a recheck is asked for',
      body: [
        'The applicant asks for a recheck of application {no}.',
        'Next: sign in, look into it and record the conclusion.',
      ],
    },
    recheckConcluded: {
      subject: 'Application {no}: rechecked, the result stands',
      body: ['Application {no} was rechecked; the result stands.', 'Next: sign in to read why.'],
    },
    referralDecided: {
      subject: 'Application {no}: {result}',
      body: [
        'The result of the referral of application {no} is recorded: {result} ({decidedOn}).',
        'Next: sign in to see the number of the document and the certificate.',
      ],
    },
    referralCorrected: {
      subject: 'Application {no}: the result is corrected to “{result}”',
      body: [
        'The result of the referral of application {no} is corrected: {result} ({decidedOn}).',
        'Next: sign in to see why.',
      ],
    },
    committeeMoved: {
      subject: 'Application {no}: another committee',
      body: [
        'The title office has changed the committee of application {no}, as of all people of the unit in this specialty and at this level.',
        due,
        'Next: sign in to see the committee and its period.',
      ],
    },
    integrityOpened: {
      subject: 'Application {no}: its truth is looked into',
      body: [
        'An integrity case was opened on application {no}.',
        'Next: sign in to see it; the applicant need do nothing.',
      ],
    },
    integrityTold: {
      subject: 'Application {no}: facts that were found, for you to be heard',
      body: [
        'Facts were found about application {no} of which you are told herewith.',
        'You may be heard until {due}.',
        'Next: sign in, read them and answer within that time.',
      ],
    },
    integrityUpheld: {
      subject: 'Application {no}: the integrity case was upheld',
      body: [
        'The integrity case on application {no} was upheld.',
        'Next: sign in to read the decision and the rules it rests on.',
      ],
    },
    integrityDismissed: {
      subject: 'Application {no}: the integrity case was dismissed',
      body: [
        'The integrity case on application {no} was dismissed; the application is not affected.',
        'Next: nothing needs to be done.',
      ],
    },
    titleRevoked: {
      subject: 'Application {no}: the title was revoked',
      body: [
        'The integrity case was upheld: the title obtained by application {no} was revoked.',
        'Next: sign in to read the decision and the rules it rests on.',
      ],
    },
    deadlineNear: {
      subject: 'Application {no}: due by {due} (working days left: {daysLeft})',
      body: [
        'Application {no} is in “{stage}”, where {due} is the last day; working days left: {daysLeft}.',
        'Rules: {basis}.',
        'Next: sign in to see what is still to be done, and have it done by then.',
      ],
    },
    ...enCommittee,
    ...enSession,
  },
  mail: {
    greeting: 'Dear {name},',
    footer: [
      'This mail was sent automatically; please do not reply. With questions sign in or contact the office in charge.',
    ],
  },
};
