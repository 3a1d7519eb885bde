import type { MyCall } from '@/lib/domain/calls/call-view';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { BackgroundTab } from '@/scripts/soak/background-tab';
import { type AtDesk, expect, test } from './at-desk';

const sidorova = 'Сидорова Анна Ивановна';
const kotov = 'Котов Денис Олегович';
/** A heartbeat every 10 s, judged lost after 25 s, and the sweep. */
const judgedWithin = { timeout: 75_000 };

async function stateOf(reader: AtDesk, name: string) {
  const { rows } = await reader.read<{ rows: PresenceView[] }>('/presence');
  const { derived, unreachable, isAvailable } = rows.find((row) => row.name === name)!;
  return { derived, unreachable, isAvailable };
}

const ready = { derived: 'idle', unreachable: null, isAvailable: true };
const frozen = { derived: 'unreachable', unreachable: 'frozen', isAvailable: false };

/** The page's own thread waits for an answer that does not come, as it would in a loop that does not end. */
async function hangUntilWoken({ page }: AtDesk): Promise<() => Promise<void>> {
  const answer = Promise.withResolvers<void>();
  await page.route('**/api/hangs', async (route) => {
    await answer.promise;
    await route.fulfill({ body: '' });
  });
  const hangs = page.evaluate(() => {
    const request = new XMLHttpRequest();
    request.open('GET', '/api/hangs', false);
    request.send();
  });
  return async () => {
    answer.resolve();
    await hangs;
  };
}

test('a page that hangs counts as gone although its worker still runs, its head is told, and it comes back by itself', async ({
  signIn,
}) => {
  const hanging = await signIn(kotov);
  const other = await signIn(sidorova);
  const alert = other.page.getByText(`${kotov}: на месте, но звонки не доходят`, { exact: true });
  // Of others, too, who were left at their place by journeys before this one.
  const count = other.page.getByRole('link', { name: /^Настройки.* на месте, но звонки до/ });
  const wakes = await hangUntilWoken(hanging);
  await expect.poll(() => stateOf(other, kotov), judgedWithin).toEqual(frozen);
  await expect(alert).toHaveCount(0);
  await expect(alert).toBeVisible({ timeout: 90_000 });
  await expect(count).toBeVisible();
  await wakes();
  await expect.poll(() => stateOf(other, kotov), judgedWithin).toEqual(ready);
  await expect(alert).toHaveCount(0);
});

test('a tab that Chromium puts to sleep behind another is passed over, and after waking the calls reach it again', async ({
  callboard,
  signIn,
  line,
}) => {
  const tab = await BackgroundTab.open(callboard.url, kotov);
  try {
    await tab.beginsShift();
    const other = await signIn(sidorova);
    await expect.poll(() => stateOf(other, kotov)).toEqual(ready);
    expect(await tab.goesBehind()).toBe('hidden');
    await tab.freezes();
    await expect.poll(() => stateOf(other, kotov), judgedWithin).toMatchObject({ isAvailable: false });
    const caller = await line.call({ from: '+79990005533' });
    await other.answerButton.waitFor();
    const { calls } = await tab.read<{ calls: MyCall[] }>('/calls/mine');
    expect(calls.filter(({ offer }) => offer !== null)).toEqual([]);
    await other.takeCall();
    await line.hangUp(caller.sid);

    await other.change('PUT', '/presence', { chosen: 'lunch' });
    await tab.comesToFront();
    await expect.poll(() => stateOf(other, kotov), judgedWithin).toEqual(ready);
    await line.call({ from: '+79990005534' });
    await tab.takesCall();
  } finally {
    await tab.close();
    await (await signIn(kotov)).change('PATCH', '/me', { phoneKind: 'dialled' });
  }
});
