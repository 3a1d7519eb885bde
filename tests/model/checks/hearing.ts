import { hears } from '@/lib/domain/employees/hearing';
import { testPeople } from '@/lib/operations/employees/testing';
import { workers } from '../company';
import type { Entry, HeardEntry } from '../history';
import type { Check, Violation } from './evidence';

/**
 * I7: whoever listened has heard every row of the feed that is for them, in order and once; everybody listens at the end.
 * Rows of somebody they stand in for (CS-9) reach them besides, while they do.
 */
export const heardAll: Check = ({ history, feed }) => {
  const violations: Violation[] = [];
  const everybody = testPeople();
  const heard = history.filter((entry): entry is HeardEntry => entry.kind === 'heard');
  for (const name of workers) {
    const own = heard.filter(({ person }) => person === name);
    if (own.length === 0) continue;
    const violated = (what: string) => violations.push({ invariant: 'I7', what: `${name}: ${what}` });
    if (own.some(({ noun }) => noun === 'resync')) violated('was told to read everything anew');
    const person = everybody[name];
    const standingIn = { ...person, substitutesFor: representedBy(person.id, history) };
    const foreign = own.find(
      ({ feedId }) => !feed.some((row) => row.id === feedId && hears(standingIn, row)),
    );
    if (foreign) violated(`${foreign.feedId} is not for them`);
    const expected = feed.filter((row) => hears(person, row)).map(({ id }) => id);
    const isExpected = new Set(expected);
    const got = own.map(({ feedId }) => feedId).filter((id) => isExpected.has(id));
    const gap = expected.findIndex((id, at) => got[at] !== id);
    if (gap >= 0)
      violated(`${expected[gap]} should come after ${got[gap - 1] ?? 0}, and ${got[gap] ?? 'nothing'} did`);
    const unordered = own.find(({ feedId }, at) => at > 0 && feedId <= own[at - 1]!.feedId);
    if (unordered) violated(`${unordered.feedId} came again or late`);
  }
  return violations;
};

/** Who ever named this person their substitute. */
function representedBy(substituteId: string, history: readonly Entry[]): string[] {
  const everybody = testPeople();
  const namers = history.flatMap((entry) => {
    if (entry.kind !== 'request' || entry.path !== '/presence' || entry.method !== 'PUT') return [];
    const named = (JSON.parse(entry.body) as { substituteId?: string }).substituteId;
    return named === substituteId ? [everybody[entry.person as keyof typeof everybody].id] : [];
  });
  return [...new Set(namers)];
}
