import fc from 'fast-check';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { workers } from '../company';
import { command, pick } from './model';
import { isAnybodyThere, nth, personOf, somebody } from './people';

const plainOrders = [
  'hold',
  'hold',
  'resume',
  'resume',
  'mute',
  'unmute',
  'recording/pause',
  'recording/resume',
  'consult/complete',
  'consult/cancel',
  'consult/leave',
  'hang-up',
  'take-back',
] as const;

const place = fc.oneof(
  fc.constantFrom(...departmentKinds).map((departmentId) => ({ kind: 'department' as const, departmentId })),
  fc.constantFrom(...workers).map((employeeId) => ({ kind: 'employee' as const, employeeId })),
);

const order = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...plainOrders).map((path) => ({ path, body: {} })) },
  { weight: 3, arbitrary: place.map((to) => ({ path: 'consult', body: { to } })) },
  {
    weight: 1,
    arbitrary: place.map((to) => ({ path: 'consult', body: { to, completesOnAnswer: true } })),
  },
  { weight: 2, arbitrary: place.map((to) => ({ path: 'transfer', body: { to } })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('+79995550101', '8 (999) 555-01-02', '+7999', '')
      .map((phone) => ({ path: 'consult/outside', body: { phone } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('colleague', 'caller', 'everyone')
      .map((talksTo) => ({ path: 'consult/turn', body: { talksTo } })),
  },
);

/** What somebody orders in their call bar, possible now or not. */
export const controls = command('orders', fc.record({ who: somebody, which: nth, order }), {
  mayHappen: isAnybodyThere,
  async happen(world, { who: one, which, order: { path, body } }) {
    const person = await personOf(world, 'onLine', one);
    if (!person) return;
    const own = (await person.calls()).filter(({ endedAt }) => endedAt === null);
    const call = pick(own, which);
    if (call) await person.change(`/calls/${call.id}/${path}`, body);
  },
});
