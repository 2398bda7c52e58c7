/** The marker for an element of data that is removed. */
const GONE: unique symbol = Symbol('gone');

type Data = Readonly<Record<string, unknown>>;

/** A part of a value with the rule switched off; `named` says whether anything in it named the rule. */
type Part = { readonly value: unknown; readonly named: boolean };

type Shape = {
  /** Whether an element that names the rule is of this shape. */
  readonly is: (element: Data) => boolean;
  /** What the element becomes: `GONE`, the element without the rule, or the same element if it cannot be changed. */
  readonly off: (element: Data) => unknown;
};

const has =
  (...keys: readonly string[]) =>
  (element: Data) =>
    keys.every((key) => Object.hasOwn(element, key));
const gone = () => GONE;
const kept = (element: Data) => element;

/** How each kind of element is changed when its rule is switched off; the first shape that fits is used. */
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
  // Labels, and exceptions that soften a rule, stay: removing them would not switch the rule off.
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
 * The same data without the rule `clause`. Every element that names the rule no longer requires anything, or is removed if nothing inside it names the rule
 * more exactly: windows are always open, publicity lasts a day, there are a hundred attempts, stages are skipped. Lists of clauses stay, so that a test
 * misses the rule and not its id. If nothing names the rule, the value itself.
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
  // Removed as a whole only if nothing in it names the rule more exactly.
  if (value === GONE && inside) return { value: rest, named: true };
  return { value, named: inside || value !== rest };
}

function names({ clause, clauses }: Data, id: string): boolean {
  return clause === id || (Array.isArray(clauses) && clauses.includes(id));
}

/** An element that makes sense again after parts of it were removed: a handover without steps is skipped. */
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

/** The remaining stages; each transition to a removed stage now leads to the stage after it. */
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
