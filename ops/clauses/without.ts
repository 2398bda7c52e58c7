/** What stands in place of an element of data that is taken out. */
const GONE: unique symbol = Symbol('gone');

type Data = Readonly<Record<string, unknown>>;

/** Part of a value after a rule was switched off in it; `named` says whether anything in it named the rule. */
type Part = { readonly value: unknown; readonly named: boolean };

type Shape = {
  /** Whether an element that names the rule is of this shape. */
  readonly is: (element: Data) => boolean;
  /** What the element becomes: `GONE`, or the element with the rule taken out of it; the same element where nothing can be. */
  readonly off: (element: Data) => unknown;
};

const has =
  (...keys: readonly string[]) =>
  (element: Data) =>
    keys.every((key) => Object.hasOwn(element, key));
const gone = () => GONE;
const kept = (element: Data) => element;

/** How each kind of element stands for its rule, so that it can be switched off; the first shape that fits is taken. */
const SHAPES: readonly Shape[] = [
  { is: has('opens', 'closes'), off: (window) => ({ ...window, opens: '2000-01-01', closes: '2099-12-31' }) },
  { is: has('date', 'series'), off: (cutOff) => ({ ...cutOff, date: '2099-12-31' }) },
  { is: has('workingDays', 'upheldOutcome'), off: (publicity) => ({ ...publicity, workingDays: 1 }) },
  { is: (element) => element.kind === 'certification', off: kept },
  { is: (element) => isStage(element), off: gone },
  { is: has('attempts', 'window'), off: (submission) => ({ ...submission, attempts: 100 }) },
  { is: has('decision', 'specialtyClasses'), off: reviewedHere },
  { is: has('class', 'levels', 'name'), off: ({ levels: _levels, ...specialty }) => specialty },
  { is: (element) => 'next' in element && ('completeList' in element || 'period' in element), off: incomplete },
  { is: has('role', 'outcome'), off: (cancel) => ({ ...cancel, role: 'system' }) },
  // Labels, and exceptions that soften a rule: taking them out would not switch the rule off.
  { is: has('label'), off: kept },
  { is: has('stage', 'deadline', 'requires'), off: kept },
  { is: has('id', 'name'), off: kept },
];

const STAGE_KINDS = ['filing', 'review', 'publicity', 'handover', 'session', 'certification'];
const isStage = ({ key, kind }: Data) => key !== undefined && STAGE_KINDS.some((each) => each === kind);

function reviewedHere({ referTo: _referTo, ...rule }: Data): unknown {
  return rule.decision === 'here' ? GONE : { ...rule, decision: 'here' };
}

function incomplete({ period: _period, grounds: _grounds, ...back }: Data): unknown {
  return { ...back, completeList: false };
}

/**
 * The same data without the rule `clause`: every element that names it loses what the rule asks, or is taken out where nothing
 * inside it names the rule more closely: windows are open wide, publicity lasts a day, chances are a hundred, stages are passed
 * by. The lists of clauses stay, so that a test sees the rule missing and not its id. The value itself where nothing names it.
 */
export function without<T>(value: T, clause: string): T {
  const part = off(value, clause);
  return part.named && part.value !== GONE ? (part.value as T) : value;
}

function off(value: unknown, clause: string): Part {
  if (Array.isArray(value)) return offInList(value, clause);
  return isData(value) ? offInElement(value, clause) : { value, named: false };
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function offInList(list: readonly unknown[], clause: string): Part {
  const parts = list.map((each) => off(each, clause));
  if (!parts.some(({ named }) => named)) return { value: list, named: false };
  const left = parts.filter(({ value }) => value !== GONE).map(({ value }) => value);
  return { value: list.every(isStageData) ? passingBy(list, left) : left, named: true };
}

function offInElement(element: Data, clause: string): Part {
  const parts = Object.entries(element).map(([key, each]) => [key, off(each, clause)] as const);
  const inside = parts.some(([, { named }]) => named);
  const left = parts.filter(([, { value }]) => value !== GONE).map(([key, { value }]) => [key, value] as const);
  const rest = inside ? mended(element, Object.fromEntries(left)) : element;
  if (!names(element, clause) || !isData(rest)) return { value: rest, named: inside };
  const shape = SHAPES.find(({ is }) => is(rest));
  const value = shape ? shape.off(rest) : GONE;
  // Taken out as a whole only where nothing in it stands for the rule more closely.
  if (value === GONE && inside) return { value: rest, named: true };
  return { value, named: inside || value !== rest };
}

function names({ clause, clauses }: Data, id: string): boolean {
  return clause === id || (Array.isArray(clauses) && clauses.includes(id));
}

/** An element whose parts were taken out, made whole where it would make no sense: a handover without steps is passed by. */
function mended(before: Data, after: Data): unknown {
  if (Array.isArray(after.steps) && after.steps.length === 0) return GONE;
  if (isData(before.notOffered) && !('notOffered' in after)) {
    const { levels } = before.notOffered;
    return { ...after, levels: [before.levels, levels].flat() };
  }
  return after;
}

const isStageData = (value: unknown) => isData(value) && isStage(value);

const LEADS_TO = ['next', 'to', 'otherwise'];

/** The stages that are left, with every way to one that is gone leading on to where that one led. */
function passingBy(before: readonly unknown[], left: readonly unknown[]): unknown[] {
  const stages = before.filter(isData);
  const keys = new Set(left.filter(isData).map(({ key }) => key));
  const onFrom = (key: unknown): unknown => {
    const stage = keys.has(key) ? undefined : stages.find((each) => each.key === key);
    return stage ? onFrom(goodWay(stage)) : key;
  };
  return left.map((each) => redirected(each, onFrom));
}

const goodWay = ({ next, pass }: Data) => next ?? (isData(pass) ? pass.next : undefined);

function redirected(value: unknown, onFrom: (key: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => redirected(each, onFrom));
  if (!isData(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    if (!LEADS_TO.includes(key)) return [key, redirected(each, onFrom)];
    return [key, Array.isArray(each) ? each.map(onFrom) : typeof each === 'string' ? onFrom(each) : each];
  });
  return Object.fromEntries(entries);
}
