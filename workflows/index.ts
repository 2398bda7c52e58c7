export { application } from './application.ts';
export { integrity } from './integrity.ts';
export { notices } from './notices.ts';
