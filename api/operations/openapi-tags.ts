/** The groups of routes in the OpenAPI document, in the order in which a newcomer meets them. */
export const tags: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'health', description: 'Whether the service is alive and usable, its metrics, and this document.' },
  { name: 'demonstration', description: 'People, tokens and clock worlds to try everything; only where DEMO=1.' },
  { name: 'programmes', description: 'The notices of each year: who may apply, stages, dates, offices, committees.' },
  { name: 'calendar', description: 'Working days by the notices of the State Council.' },
  { name: 'people', description: 'The person who is signed in; corrections and grants by administrators.' },
  { name: 'units', description: 'Employers, and who acts for them.' },
  { name: 'applications', description: 'Drafts, work lists, the view of an application, and what happened to it.' },
  { name: 'forms', description: 'The content of an application, its files, and what it still lacks.' },
  { name: 'documents', description: 'Printed forms, the check list of the paper dossier, lists of a delivery.' },
  { name: 'actions', description: 'What a person does with an application, one route for each action.' },
  { name: 'batches', description: 'The same step of many applications at once: deliveries and forwardings.' },
  { name: 'postings', description: 'Publicities of units and of results, and objections to them.' },
  { name: 'integrity', description: 'Cases of suspected fraud, and the records of the integrity archive.' },
  { name: 'notices', description: 'What the service tells a person.' },
];
