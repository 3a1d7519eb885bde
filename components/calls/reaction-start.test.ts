import { expect, test } from 'vitest';
import { reactionStartOf } from './reaction-start';

const candidate = (id: string) => ({
  card: {
    id,
    name: id,
    status: 'client' as const,
    category: 'Клиент',
    city: '',
    contactPerson: '',
    phones: [],
    contracts: [],
  },
  timeZone: null,
  assignedTo: null,
  openAppeals: [],
  lastEvents: [],
});
const next = (change: { employeeId?: string | null; endedAt?: number | null } = {}) => ({
  id: 'next',
  department: { id: 'sales', name: 'Отдел продаж', nameEn: 'Sales' },
  employeeId: null,
  employeeName: null,
  startedAt: 0,
  dueAt: 1,
  endedAt: null,
  ...change,
});
const records = (left = [next()]) => ({
  counterparty: { id: 'romashka', name: 'Ромашка' },
  appeal: { id: 'appeal', number: 7, topic: 'запрос цен' },
  reactionId: 'reaction',
  nextReactions: left,
  leadId: null,
});
const noRecords = { counterparty: null, appeal: null, reactionId: null, nextReactions: [], leadId: null };
const caller = { kind: 'withheld' as const, e164: null, display: null };
const call = {
  id: 'call',
  caller,
  candidates: [],
  chosenCounterpartyId: null,
  records: noRecords,
  isTaken: false,
};
const pavel = { id: 'pavel', departmentId: 'sales' };

test('CARD: «+» in a call nobody is known in begins with the call alone', () => {
  expect(reactionStartOf(call, pavel)).toEqual({ callId: 'call' });
});

test('CARD: a stranger is a new client whose number is known; of several cards none is anybody new', () => {
  const heard = { kind: 'number' as const, e164: '+73842581234', display: '+7 (3842) 58-12-34' };
  expect(reactionStartOf({ ...call, caller: heard }, pavel)).toEqual({
    callId: 'call',
    callerName: '+7 (3842) 58-12-34',
    callerPhone: '+7 (3842) 58-12-34',
  });
  const two = [candidate('romashka'), candidate('petrov')];
  expect(reactionStartOf({ ...call, caller: heard, candidates: two }, pavel).callerPhone).toBeUndefined();
});

test('CARD: the only card of the number is taken, and of several only the chosen one', () => {
  const two = [candidate('romashka'), candidate('petrov')];
  expect(reactionStartOf({ ...call, candidates: [candidate('romashka')] }, pavel).counterparty?.id).toBe(
    'romashka',
  );
  expect(reactionStartOf({ ...call, candidates: two }, pavel).counterparty).toBeUndefined();
  expect(
    reactionStartOf({ ...call, candidates: two, chosenCounterpartyId: 'petrov' }, pavel).counterparty?.id,
  ).toBe('petrov');
});

test('CARD: whoever took the hand-over fulfils what was left to them; its first manager does not', () => {
  const recorded = { ...call, candidates: [candidate('romashka')], records: records() };
  expect(reactionStartOf({ ...recorded, isTaken: true }, pavel)).toMatchObject({
    callId: 'call',
    appeal: { id: 'appeal' },
    fulfils: 'next',
  });
  expect(reactionStartOf(recorded, { id: 'anna', departmentId: 'client' }).fulfils).toBeUndefined();
});

test.each([
  ['already done', next({ endedAt: 5 })],
  ['left to somebody else', next({ employeeId: 'polina' })],
])('CARD: a next reaction that is %s is not fulfilled', (_, left) => {
  const taken = { ...call, candidates: [candidate('romashka')], records: records([left]), isTaken: true };
  expect(reactionStartOf(taken, pavel).fulfils).toBeUndefined();
});
