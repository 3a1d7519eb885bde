import fc from 'fast-check';
import type { CallbackFault, RestFault } from '@/scripts/line-simulator/line/faults';
import { modelSettings } from '../company';
import { crashPoints } from '../faults';
import { command, pick } from './model';

export const timePasses = command('time passes', fc.integer({ min: 1, max: 12 }), {
  happen: ({ house }, seconds) => house.pass(seconds),
});

const callbackKinds = ['all', 'call', 'conference', 'participant-join', 'participant-leave', 'completed'];

const callbackFault: fc.Arbitrary<CallbackFault> = fc.record({
  kind: fc.constantFrom(...callbackKinds),
  effect: fc.constantFrom('duplicate', 'reorder', 'drop', 'delay'),
  times: fc.integer({ min: 1, max: 4 }),
  delayMs: fc.constantFrom(1000, 5000, 20_000, 300_000),
  copies: fc.integer({ min: 2, max: 4 }),
  token: fc.constantFrom('same', 'new', 'none'),
});

export const callbacksGoWrong = command('callbacks', callbackFault, {
  happen: ({ house }, fault) => house.faults.callback({ ...fault }),
});

const restFault: fc.Arbitrary<RestFault> = fc.record({
  match: fc.constantFrom('all', 'POST', 'POST /Participants.json', 'GET'),
  effect: fc.constantFrom('429', '10004', '16021', '500', 'timeout', 'lost-answer'),
  times: fc.integer({ min: 1, max: 4 }),
});

export const ordersGoWrong = command('orders to the line', restFault, {
  happen: ({ house }, fault) => house.faults.rest({ ...fault }),
});

const downSeconds = fc.constantFrom(0, 1, 5, 30, 200);

export const processDies = command(
  'process dies',
  fc.record({ point: fc.constantFrom(...crashPoints), after: fc.nat(6), downSeconds }),
  {
    happen({ house }, { point, after, downSeconds: down }) {
      house.comesBackAfter(down);
      if (point === 'now') house.kill(down);
      else house.faults.crashAt(point, after);
    },
  },
);

export const databaseIsLocked = command('database is locked', fc.integer({ min: 1, max: 5 }), {
  happen: ({ house }, times) => house.faults.lockDatabase(times),
});

export const repliesAreLost = command('replies are lost', fc.integer({ min: 1, max: 3 }), {
  happen: ({ house }, times) => house.faults.loseReplies(times),
});

/** The phone provider sends an earlier request once more, however long ago it was. */
export const webhookComesAgain = command('webhook comes again', fc.nat(400), {
  happen({ house }, which) {
    const earlier = pick(house.history.of('webhook'), which);
    if (!earlier) return;
    const address = `${modelSettings.publicUrl}${earlier.path}${earlier.query}`;
    return house.line.request({ address, method: 'POST', parameters: earlier.form }, { label: 'again' });
  },
});
