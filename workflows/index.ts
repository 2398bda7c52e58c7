export { application } from './application.ts';
export { notices } from './notices.ts';
