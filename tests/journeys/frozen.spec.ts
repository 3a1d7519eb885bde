import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { type AtDesk, expect, test } from './at-desk';

test.describe.configure({ timeout: 150_000 });

const sidorova = 'Сидорова Анна Ивановна';
const kotov = 'Котов Денис Олегович';
/** A heartbeat every 10 s, judged lost after 25 s, and the sweep. */
const judgedWithin = { timeout: 40_000 };

async function stateOf(reader: AtDesk, name: string) {
  const { rows } = await reader.read<{ rows: PresenceView[] }>('/presence');
  const { derived, unreachable, isAvailable } = rows.find((row) => row.name === name)!;
  return { derived, unreachable, isAvailable };
}

const ready = { derived: 'idle', unreachable: null, isAvailable: true };
const frozen = { derived: 'unreachable', unreachable: 'frozen', isAvailable: false };

test('a page that hangs counts as gone although its worker still runs, its head is told, and it comes back by itself', async ({
  signIn,
}) => {
  const hanging = await signIn(kotov);
  const other = await signIn(sidorova);
  const alert = other.page.getByText(`${kotov}: на месте, но звонки не доходят`);
  const count = other.page.getByRole('link', { name: /^Настройки.*1 сотрудник на месте/ });
  const hangs = hanging.page.evaluate(() => {
    const until = Date.now() + 80_000;
    while (Date.now() < until);
  });
  await expect.poll(() => stateOf(other, kotov), judgedWithin).toEqual(frozen);
  await expect(alert).toHaveCount(0);
  await expect(alert).toBeVisible({ timeout: 50_000 });
  await expect(count).toBeVisible();
  await hangs;
  await expect.poll(() => stateOf(other, kotov), judgedWithin).toEqual(ready);
  await expect(alert).toHaveCount(0);
  await expect(count).toHaveCount(0);
});
