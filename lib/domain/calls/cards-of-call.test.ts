import { expect, test } from 'vitest';
import type { CallView } from './call-view';
import { cardsOfCall } from './cards-of-call';

const candidate = (id: string) => ({ card: { id } }) as CallView['candidates'][number];
const candidates = [candidate('new'), candidate('of the number')];

test('IN-7: all cards of the number stand for a call until one is chosen in it', () => {
  expect(cardsOfCall({ candidates, chosenCounterpartyId: null })).toEqual(candidates);
});

test('IN-7: the chosen card alone stands for its call, although others have the number', () => {
  expect(cardsOfCall({ candidates, chosenCounterpartyId: 'new' })).toEqual([candidate('new')]);
});
