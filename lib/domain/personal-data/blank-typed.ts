export const blank = '—';

/** What people type or tell, by the names it has in the snapshots and events of calls. */
const typed: ReadonlySet<string> = new Set([
  'name',
  'contactPerson',
  'city',
  'phone',
  'phoneExtension',
  'topic',
  'note',
  'noteWritten',
  'text',
  'words',
  'discardReason',
  'callerName',
  'email',
]);

/** Parts that name our own people and products. */
const ours: ReadonlySet<string> = new Set([
  'project',
  'employee',
  'askedEmployee',
  'substitute',
  'handedOverTo',
  'reactionType',
]);

/** SA-1: what a client said to each question, by the question. */
const wordsByQuestion = 'satisfaction';

/** A snapshot or an event of a call with a dash in place of every text that was typed; what was decided stays readable. */
export function blankTyped<Value>(value: Value): Value {
  return walk(value) as Value;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (!value || typeof value !== 'object') return value;
  const isDiscarded = (value as { type?: unknown }).type === 'manager.discarded';
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (ours.has(key)) return [key, part];
      if (key === wordsByQuestion) return [key, blankEach(part)];
      const isTyped = typed.has(key) || (isDiscarded && key === 'reason');
      if (isTyped && typeof part === 'string') return [key, part === '' ? '' : blank];
      return [key, walk(part)];
    }),
  );
}

const blankEach = (part: unknown) =>
  Object.fromEntries(Object.entries(part ?? {}).map(([name, text]) => [name, text === '' ? '' : blank]));

/** A dash for a text that says something. */
export const blanked = <Text extends string | null>(text: Text): Text => (text ? (blank as Text) : text);
