import { expect, test } from './console';

test('a caller whose number is withheld is told to wait, and leaves when they like', async ({ line }) => {
  const call = await line.call({ from: 'withheld' });
  await expect
    .poll(async () => (await line.callOf(call.sid)).heard.map(({ text }) => text).join(' '), {
      timeout: 30_000,
    })
    .toContain('Пожалуйста, подождите');
  await line.hangUp(call.sid);
  expect((await line.callOf(call.sid)).hasEnded).toBe(true);
});
