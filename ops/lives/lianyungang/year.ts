/** The steps of a committee's year (LYG-3.3, LYG-5.2): how each is named, and what its office says. */
export const yearSteps = {
  propose: (windows: readonly object[] = []) => ({ name: 'proposeNotice', body: { windows } }),
  countersign: () => ({ name: 'countersign', body: {} }),
  publish: () => ({ name: 'publishNotice', body: { checked: ['ownSite', 'talentPlatform'] } }),
  report: (meetingOn: string) => ({
    name: 'reportOpening',
    body: { meetingOn, checked: ['openingReport', 'roster'], passRate: 7_000 },
  }),
  approve: (meetingOn: string) => ({ name: 'approveOpening', body: { meetingOn } }),
  announce: (meetingOn: string) => ({ name: 'announceResults', body: { meetingOn } }),
  fileData: (meetingOn: string) => ({ name: 'fileData', body: { meetingOn } }),
} as const;
