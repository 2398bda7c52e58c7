import { type Text, text } from '../text.ts';
import type { Level } from './facts.ts';

/** What the levels are called. */
export const levelLabels: Readonly<Record<Level, Text>> = {
  technician: text('员级', 'technician'),
  assistant: text('助理级', 'assistant'),
  mid: text('中级', 'mid'),
  deputySenior: text('副高级', 'deputy senior'),
  fullSenior: text('正高级', 'full senior'),
};
