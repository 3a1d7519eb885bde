import { expect, test } from './console';

test('a console that is killed comes back by itself', async ({ callboard, request }) => {
  const before = await (await request.get('/api/health')).json();
  await callboard.crash();
  const after = await (await request.get('/api/health')).json();
  expect(after).toMatchObject({ ok: true, version: before.version, database: 'sqlite' });
  expect(after.startedAt).toBeGreaterThan(before.startedAt);
});
