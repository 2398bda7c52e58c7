import { findingsOn, missingIn } from '../../commands/preparing/submission/form.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { wholeApplication } from '../applications/load.ts';
import type { Services } from '../http/route.ts';
import { formSchema } from './form-schemas.ts';

type Sent = Readonly<Record<string, unknown>>;

/**
 * What the rules find in a form that its schema refuses: in the parts that are well formed, so that nobody corrects one list and then gets another. Of a list
 * the entries that are well formed are looked at; of a part with something wrong in it nothing is said to be missing.
 */
export async function findingsBeside(services: Services, no: string, sent: unknown): Promise<readonly FieldError[]> {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return [];
  const { form, broken, places } = wellFormedOf(sent as Sent);
  if (!form) return [];
  const row = await wholeApplication(services, no);
  const found = missingIn(await findingsOn(services, row, form, { asOf: dateOf(row.nowMs) }));
  return found
    .filter(
      ({ path }) => !broken.some((part) => path === `/${part}` || (!places.has(part) && path.startsWith(`/${part}/`))),
    )
    .map(({ path, message }) => ({ path: asSent(path, places), message }));
}

/** The well-formed part of a form, the parts with something wrong in them, and for the lists among those which entries were left. */
function wellFormedOf(sent: Sent) {
  const issues = formSchema.safeParse(sent).error?.issues ?? [];
  const at = issues.flatMap(({ path, ...issue }) =>
    path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [path],
  );
  const broken = [...new Set(at.flatMap(([part]) => (part === undefined ? [] : [String(part)])))];
  const places = new Map<string, readonly number[]>();
  const left = Object.entries(sent).flatMap(([part, value]): [string, unknown][] => {
    if (!broken.includes(part)) return [[part, value]];
    if (!Array.isArray(value) || at.some(([first, entry]) => first === part && entry === undefined)) return [];
    const whole = [...value.keys()].filter((entry) => !at.some(([first, wrong]) => first === part && wrong === entry));
    places.set(part, whole);
    return [[part, whole.map((entry) => value[entry])]];
  });
  return { form: formSchema.safeParse(Object.fromEntries(left)).data, broken, places };
}

/** A pointer into the well-formed part as a pointer into what was sent. */
function asSent(path: string, places: ReadonlyMap<string, readonly number[]>): string {
  const [, part = '', entry, ...rest] = path.split('/');
  const place = entry === undefined ? undefined : places.get(part)?.[Number(entry)];
  return place === undefined ? path : ['', part, place, ...rest].join('/');
}
