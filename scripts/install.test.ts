import { expect, test } from 'vitest';
import { isNewEnough } from './install.mjs';

test.each([
  ['18.20.8', false],
  ['20.20.2', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
])('Node %s opens the database: %s', (version, isEnough) => {
  expect(isNewEnough(version)).toBe(isEnough);
});
