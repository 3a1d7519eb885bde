import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createDatabaseCopies } from '@/db/database-copies';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import { hireCompany } from './house';
import { playRun, runOf } from './play-run';

const copies = createDatabaseCopies({ prepare: hireCompany });
afterAll(() => copies.removeAll());

/** The first of many: `npm run soak` plays thousands. */
const runs: Record<Dialect, number> = { sqlite: 8, postgres: 2 };
const mostCommands = 160;

describe.each(dialects)('random calls on %s', (dialect) => {
  test('hold what must always hold, whatever goes wrong (I1–I12)', { timeout: 240_000 }, async () => {
    let answered = 0;
    for (let seed = 1; seed <= runs[dialect]; seed += 1) {
      const [run] = fc.sample(runOf(mostCommands), { numRuns: 1, seed });
      const played = await playRun(copies, dialect, run!);
      expect(
        played.violations,
        `npm run soak -- --calls 1 --seed ${seed} --commands ${mostCommands}`,
      ).toEqual([]);
      answered += played.answered;
    }
    expect(answered).toBeGreaterThan(0);
  });
});
