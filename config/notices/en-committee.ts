import type { CommitteeTemplate } from '../../domain/lifecycle/notices/notifications.ts';
import type { NoticeWording } from './wording.ts';

/** The English texts of notices about the year of a committee. */
export const enCommittee: Readonly<Record<CommitteeTemplate, NoticeWording>> = {
  noticeProposed: {
    subject: 'Committee “{committee}”: the notice of the year waits to be countersigned',
    body: ['Committee “{committee}” has drafted its notice of the year.', 'Next: sign in, review and countersign it.'],
  },
  noticeCountersigned: {
    subject: 'Committee “{committee}”: the notice of the year is countersigned',
    body: ['The notice of the year of committee “{committee}” is countersigned.', 'Next: sign in and publish it.'],
  },
  noticePublished: {
    subject: 'Committee “{committee}”: the notice of the year is published',
    body: ['Committee “{committee}” has published its notice of the year.', 'Next: sign in to see when it accepts.'],
  },
  openingReported: {
    subject: 'Committee “{committee}”: the meeting of {meetingOn} waits for consent',
    body: [
      'Committee “{committee}” has reported the opening of its meeting of {meetingOn}.',
      'Next: sign in and review it; without consent the meeting does not begin.',
    ],
  },
  openingApproved: {
    subject: 'Committee “{committee}”: the meeting of {meetingOn} has consent',
    body: ['The meeting of committee “{committee}” on {meetingOn} has consent.', 'Next: hold it on that day.'],
  },
  resultsAnnounced: {
    subject: 'Committee “{committee}”: the results of {meetingOn} are announced',
    body: [
      'The results of the meeting of committee “{committee}” on {meetingOn} are announced.',
      'The last day for their data: {due}.',
      'Next: the data will be filed; nothing needs to be done now.',
    ],
  },
  dataNear: {
    subject: 'Committee “{committee}”: data due by {due} (working days left: {daysLeft})',
    body: [
      'The data of the meeting of committee “{committee}” on {meetingOn} are due by {due}; working days left: {daysLeft}.',
      'Rules: {basis}.',
      'Next: sign in and file them with the city’s title office.',
    ],
  },
  dataOverdue: {
    subject: 'Committee “{committee}”: the data are overdue',
    body: [
      'The data of the meeting of committee “{committee}” on {meetingOn} were due by {due} and are overdue.',
      'Rules: {basis}.',
      'Next: have the office of the committee file them.',
    ],
  },
  measureTaken: {
    subject: 'Committee “{committee}”: the title office took a measure',
    body: [
      'The title office took a measure against the office of committee “{committee}”.',
      'Next: sign in to read which and why.',
    ],
  },
  measureLifted: {
    subject: 'Committee “{committee}”: a measure was lifted',
    body: ['The title office lifted a measure against committee “{committee}”.', 'Next: sign in to read it.'],
  },
  dataFiled: {
    subject: 'Committee “{committee}”: the data of {meetingOn} are filed',
    body: [
      'The data of the meeting of committee “{committee}” on {meetingOn} are filed.',
      'Next: sign in to see them.',
    ],
  },
};
