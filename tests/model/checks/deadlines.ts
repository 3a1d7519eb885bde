import type { Entry } from '../history';
import type { Check, Evidence, Violation } from './evidence';
import { tally } from './once';

const second = 1000;
const latestMs = 2 * second;

/** I6: a deadline fires once, never early, and at most 2 s after it was due or the process was there to fire it. */
export const firesInTime: Check = (evidence) => {
  const violations: Violation[] = [];
  const violated = (what: string) => violations.push({ invariant: 'I6', what });
  const starts = evidence.history.filter(({ kind }) => kind === 'process').filter(isStart);
  for (const { id, kind, subjectId, dueAt, endedAt, outcome } of evidence.deadlines) {
    const name = `${kind} of ${subjectId}, due ${dueAt}`;
    if (outcome === 'fired' && endedAt! < dueAt) violated(`${name}: fired early, ${endedAt}`);
    if (outcome === 'withdrawn') continue;
    const until = endedAt ?? evidence.now;
    const ready = starts.findLast(({ at }) => at <= until)?.at ?? 0;
    if (until - Math.max(dueAt, ready, triedAgainAt(evidence, id)) > latestMs)
      violated(`${name}: ${endedAt ? 'fired' : 'open'} at ${until}`);
  }
  const lapses = evidence.facts
    .filter(({ kind, effect }) => kind.endsWith('.lapsed') && effect === 'applied')
    .map(({ callId, kind, event }) => {
      const { round, generation } = event as { round?: number; generation?: number };
      return `${callId} ${kind} ${round ?? generation ?? ''}`;
    });
  for (const [lapse, count] of tally(lapses)) if (count > 1) violated(`${lapse}: ${count} times`);
  return violations;
};

const isStart = (entry: Entry) => entry.kind === 'process' && entry.what === 'started';

/** When a deadline that could not be fired is tried again: soon at first, then ever more seldom. */
function triedAgainAt({ history }: Evidence, id: string): number {
  const failures = history.filter(
    (entry) => entry.kind === 'process' && entry.text.startsWith(`deadline ${id} failed`),
  );
  const last = failures.at(-1)?.at ?? 0;
  return last + Math.min(10, 2 ** (failures.length - 1)) * second;
}
