import { expect, test } from 'vitest';
import { readTrafficAddress } from '@/app/(console)/call-scripts/[scriptId]/traffic-address';
import { scriptHref, stepCallsHref } from './traffic-address';

const given = { period: 'own', from: '2026-10-01', until: '2026-10-31', chart: '3', words: '2' };
const read = (query: Record<string, string>) => readTrafficAddress(query, 'inbound-call', '2026-11-30');
const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://localhost').searchParams);

test.each(['list', 'traffic'])('the calls behind a figure lead back to the tab %s it stood on', (view) => {
  const calls = queryOf(
    stepCallsHref(read({ ...given, view }), { step: 'namingReason', figure: 'brokenOff' }),
  );
  expect(calls).toEqual({ ...given, view, step: 'namingReason', figure: 'brokenOff' });
  const back = scriptHref(read(calls), 'namingReason');
  expect(back).toMatch(/^\/call-scripts\/inbound-call\?/);
  expect(queryOf(back)).toEqual({ ...given, view, step: 'namingReason' });
});

test('the chart is where one comes back to by itself', () => {
  expect(queryOf(scriptHref(read(given), 'namingReason'))).toEqual({ ...given, step: 'namingReason' });
});
