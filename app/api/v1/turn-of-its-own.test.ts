import { expect, test } from 'vitest';
import { turnOfItsOwn } from './turn-of-its-own';

test('what comes in between two readers need not wait for the second', async () => {
  const order: string[] = [];
  const readers = ['first reader', 'second reader', 'third reader'].map(async (reader) => {
    await turnOfItsOwn();
    order.push(reader);
    if (reader === 'first reader') setImmediate(() => order.push('webhook'));
  });
  await Promise.all(readers);
  expect(order).toEqual(['first reader', 'webhook', 'second reader', 'third reader']);
});
