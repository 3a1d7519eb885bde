import { describe, expect, test, vi } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine } from '@/tests/call-driver';
import { exportReport } from './export-report';
import { sumHours } from './sum-hours';

vi.mock('./sum-hours', { spy: true });

describe.each(dialects)('a report taken along on %s', (dialect) => {
  test('reckons the hours for their own file alone', async () => {
    const { world, company } = await openLine(dialect);
    const clara = world.as(company.as('clara'));
    const today = { from: '2026-11-01', until: '2026-11-01' };
    vi.mocked(sumHours).mockClear();
    const people = await exportReport(clara, { ...today, what: 'people' });
    expect(people).toMatchObject({ timeZone: 'Europe/Moscow', period: today });
    expect(sumHours).not.toHaveBeenCalled();
    await exportReport(clara, { ...today, what: 'hours' });
    expect(sumHours).toHaveBeenCalledTimes(1);
  });
});
