import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What may happen between the line and us, in order; each is told by tests that name it. */
const sequences = {
  S0: 'a caller comes in',
  S1: 'is answered in a browser',
  S1p: 'is answered on a telephone',
  S2: 'is held, and the microphone switched off',
  S3: 'is handed over',
  S4: 'waits while a colleague is asked',
  S5: 'is listened in on, whispered about, and taken over by a supervisor',
  S6: 'is answered by nobody',
  S7: 'hangs up while it rings',
  S8: 'loses the employee, whose browser died',
  S9: 'talks on while our server is down',
};

const titles = globSync(['lib/**/*.test.ts', 'tests/journeys/*.spec.ts']).flatMap((file) =>
  Array.from(readFileSync(file, 'utf8').matchAll(/\btest\(\s*'([^']+)'/g), ([, title]) => title!),
);

test.each(Object.entries(sequences))('%s, where a caller %s, has a test', (code) => {
  const isNamed = new RegExp(`\\([^)]*\\b${code}\\b[^)]*\\)`);
  expect(titles.filter((title) => isNamed.test(title))).not.toEqual([]);
});
