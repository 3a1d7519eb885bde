import type { Traffic } from '@/lib/domain/call-scripts/traffic';
import { type AtDesk, expect, test } from './at-desk';
import { faultsOf, looks, nameOf } from './look';
import { officeDay } from './office-day';

const script = '/call-scripts/inbound-call';
const days = { from: officeDay(-40), until: officeDay() };
const period = `period=own&from=${days.from}&until=${days.until}`;

async function measuredTraffic(person: AtDesk): Promise<Traffic> {
  const read = () => person.read<Traffic>(`${script}/traffic?from=${days.from}&until=${days.until}`);
  await expect.poll(async () => (await read()).isMeasuring, { timeout: 60_000 }).toBe(false);
  return read();
}

test('management sees how calls went through the script, opens the calls behind a figure and comes back', async ({
  signIn,
}) => {
  const management = await signIn('Мельников');
  const { page } = management;
  const traffic = await measuredTraffic(management);
  const { calls } = traffic.steps.find(({ step }) => step === 'namingReason')!;
  expect(calls).toBeGreaterThan(0);

  await page.goto(`${script}?${period}`);
  const drawn = page.getByRole('button', { name: /^Не по делу.*Суть/ });
  // Laid out in the browser: a busy machine takes its time.
  await expect(drawn).toContainText(new RegExp(`^Не по делу.*${calls} звон`), { timeout: 40_000 });
  await expect(page.getByRole('img', { name: /^Edge/ })).toHaveCount(0);
  await drawn.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Не по делу' })).toBeVisible();
  await page.getByRole('tab', { name: 'Движение' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`from=${days.from}.*view=traffic`));
  const steps = page.getByRole('table', { name: 'Шаги' });
  await steps.getByRole('link', { name: `${calls}: Не по делу, Звонки` }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Не по делу: Звонки' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + Math.min(calls, 50));
  await page.getByRole('link', { name: 'К сценарию' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${script}\\?period=own&from=${days.from}`));

  await page.getByRole('button', { name: 'Документы' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Памятка менеджера' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Памятка менеджера' })).toBeVisible();

  await page.goto(`${script}?period=own&from=2020-01-01&until=2020-01-31&view=traffic`);
  await expect(page.getByText('За этот период по этой версии никто не говорил')).toBeVisible();
});

for (const look of looks) {
  test(`the figures, the calls behind them and the handbook are whole in ${nameOf(look)}`, async ({
    signIn,
  }) => {
    const manager = await signIn('Мельников', look);
    const { page } = manager;
    await measuredTraffic(manager);
    const faults: string[] = [];
    for (const [path, shown] of [
      [`${script}?${period}&view=traffic`, /^(Переходы|Ways)$/],
      [`${script}/calls?${period}&step=closing`, /^(Прощание: Звонки|Closing: Calls)$/],
      [`${script}/handbook`, /^(Что остаётся после разговора|What the conversation leaves)$/],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText(shown).first(), path).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
    await expect(page.getByRole('img')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
  });
}
