import fc from 'fast-check';
import { hangUp } from '@/scripts/line-simulator/line/hang-up';
import { placeCall } from '@/scripts/line-simulator/line/place-call';
import { companyNumbers, knownCallers } from '../company';
import { command, pick } from './model';

const senders = [
  ...knownCallers,
  '+79131112233',
  '+79131112234',
  'anonymous',
  '+266696687',
  'sip:kiosk@example.com',
  '104',
  '',
  '+7 <say>&"1"',
] as const;

/** What the network may send for a name. */
const names = [
  'JOHN DOE',
  'ё'.repeat(500),
  '\u0000\u0007\u001b[31m',
  '\ud800 lone',
  '\u202eПавел',
  '</Say><Hangup/>',
  '👩‍👩‍👧 & "co"',
] as const;

const caller = fc.record({
  from: fc.constantFrom(...senders),
  to: fc.constantFrom(...companyNumbers),
  name: fc.option(fc.constantFrom(...names), { freq: 2 }),
});

export const callArrives = command('call arrives', caller, {
  changes: (model) => model.callers.push('there'),
  happen({ house, calls }, { from, to, name }) {
    calls.push(placeCall(house.line, { from, to, ...(name !== null && { callerName: name }) }));
  },
});

const nth = fc.nat(40);

export const callerHangsUp = command('caller hangs up', nth, {
  mayHappen: ({ callers }) => callers.includes('there'),
  changes({ callers }, which) {
    const there = [...callers.keys()].filter((at) => callers[at] === 'there');
    callers[pick(there, which)!] = 'gone';
  },
  happen({ house, calls }, which) {
    const there = calls.filter(({ endedAt }) => endedAt === null);
    const call = pick(there, which);
    if (call) hangUp(house.line, call);
  },
});
