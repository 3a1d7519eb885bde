import { expect, test } from 'vitest';
import { type LoggedEvent, visitsOf } from './visits';

const logged = (
  at: number,
  step: string,
  event: LoggedEvent['event'],
  nextStep = step,
  refused: LoggedEvent['refused'] = null,
): LoggedEvent => ({ at, employeeId: 'anna', step, event, nextStep, refused });

const log = [
  logged(6_000, 'greeting', { type: 'caller.askedAboutProducts' }, 'fillingCard'),
  logged(8_000, 'fillingCard', { type: 'manager.filledIn', patch: { card: { name: 'ООО' } } }),
  logged(9_000, 'fillingCard', { type: 'manager.confirmedCard' }, 'fillingCard', {
    reason: 'missing',
    missing: ['city'],
  }),
  logged(10_000, 'fillingCard', {
    type: 'manager.filledIn',
    patch: { card: { name: 'ООО «Ромашка»', city: 'Кемерово' } },
  }),
  logged(11_000, 'fillingCard', { type: 'caller.saidSomethingElse', words: 'а рассрочка?' }),
  logged(12_000, 'fillingCard', { type: 'manager.wentBack', to: 'greeting' }, 'greeting'),
];

test('a conversation is read as stays at its steps, and a step returned to is a stay of its own', () => {
  expect(
    visitsOf('greeting', 0, log).map(({ step, enteredAt, leftAt }) => [step, enteredAt, leftAt]),
  ).toEqual([
    ['greeting', 0, 6_000],
    ['fillingCard', 6_000, 12_000],
    ['greeting', 12_000, null],
  ]);
});

test('what was typed on a step stands there once per field, as it was left', () => {
  expect(visitsOf('greeting', 0, log)[1]!.filled).toEqual([
    { field: 'name', value: 'ООО «Ромашка»' },
    { field: 'city', value: 'Кемерово' },
  ]);
});

test('a refused answer and words that are not in the list stay with their step', () => {
  const visit = visitsOf('greeting', 0, log)[1]!;
  expect(visit.refused.map(({ refused }) => refused?.missing)).toEqual([['city']]);
  expect(visit.told.map(({ event }) => event.words)).toEqual(['а рассрочка?']);
  expect(visit.answer?.event.type).toBe('manager.wentBack');
});
