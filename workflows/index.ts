export { application } from './application.ts';
export { integrity } from './integrity.ts';
export { notices } from './notices.ts';
export { session } from './session.ts';
