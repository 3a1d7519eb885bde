import { hears } from '@/lib/domain/employees/hearing';
import { testPeople } from '@/lib/operations/employees/testing';
import { workers } from '../company';
import type { HeardEntry } from '../history';
import type { Check, Violation } from './evidence';

/** I7: whoever listened has heard every row of the feed that is for them, in order and once; everybody listens at the end. */
export const heardAll: Check = ({ history, feed }) => {
  const violations: Violation[] = [];
  const everybody = testPeople();
  const heard = history.filter((entry): entry is HeardEntry => entry.kind === 'heard');
  for (const name of workers) {
    const own = heard.filter(({ person }) => person === name);
    if (own.length === 0) continue;
    const violated = (what: string) => violations.push({ invariant: 'I7', what: `${name}: ${what}` });
    if (own.some(({ noun }) => noun === 'resync')) violated('was told to read everything anew');
    const expected = feed.filter((row) => hears(everybody[name], row)).map(({ id }) => id);
    const got = own.map(({ feedId }) => feedId);
    const gap = expected.findIndex((id, at) => got[at] !== id);
    if (gap >= 0)
      violated(`${expected[gap]} should come after ${got[gap - 1] ?? 0}, and ${got[gap] ?? 'nothing'} did`);
    else if (got.length > expected.length) violated(`${got[expected.length]} is not for them`);
  }
  return violations;
};
