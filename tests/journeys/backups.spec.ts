import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { openStore } from '@/db/store';
import { AtDesk } from './at-desk';
import { expect, test } from './console';
import { englishPhone, faultsOf } from './look';

test('an administrator makes a backup, checks it, and it is restored elsewhere; then it is deleted for good', async ({
  browser,
  callboard,
}) => {
  const zhdanov = await AtDesk.signIn(browser, callboard.url, 'Жданов');
  const { page } = zhdanov;
  await page.goto('/settings/backups');
  await expect(page.getByText('Копии по расписанию не делаются')).toBeVisible();
  await expect(page.getByText('Копий пока нет')).toBeVisible();
  expect(await faultsOf(page, 'no backups yet')).toEqual([]);
  await page.getByRole('button', { name: 'Сделать копию сейчас' }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'из настроек' });
  await expect(row.getByText('сверена с базой при создании')).toBeVisible({ timeout: 60_000 });
  const check = row.getByRole('button', { name: /^Проверить копию от/ });
  await expect(check).not.toHaveAttribute('aria-disabled');
  await check.press('Enter');
  await expect(row.getByText('исправна')).toBeVisible({ timeout: 60_000 });
  const { backups } = await zhdanov.read<{ backups: { name: string }[] }>('/backups');
  const { name } = backups[0]!;

  const into = path.join(callboard.dataDir, 'trial');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', 'scripts/restore.ts', name, '--into', into],
    { env: { ...process.env, ENV_FILE: 'none', DATA_DIR: callboard.dataDir } },
  );
  expect(stdout).toContain('equal to the backup.');
  const restored = await openStore({ dataDir: into });
  const cards = await restored.read.q.select().from(restored.read.t.counterparties);
  await restored.close();
  expect(cards.length).toBeGreaterThan(100);

  await page.getByRole('combobox', { name: 'Когда делать копии' }).press('Enter');
  await page.getByRole('option', { name: 'каждый час' }).press('Enter');
  await page.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(page.getByText('Расписание сохранено')).toBeVisible();
  await expect(page.getByText('Копии по расписанию не делаются')).toBeHidden();
  await expect(check).not.toHaveAttribute('aria-disabled');
  expect(await faultsOf(page, 'a backup')).toEqual([]);

  const phone = await AtDesk.signIn(browser, callboard.url, 'Жданов', englishPhone);
  await phone.page.goto('/settings/backups');
  await expect(phone.page.getByText('sound')).toBeVisible();
  expect(await faultsOf(phone.page, 'a backup, in English on a phone')).toEqual([]);
  const { scheduleVersion: version } = await phone.read<{ scheduleVersion: number }>('/backups');
  const off = { rhythm: 'off', hour: 3, keptDays: 14, keptWeeks: 8 };
  await phone.change('PUT', '/backups/schedule', { ...off, version });
  await phone.page.context().close();

  await row.getByRole('button', { name: /^Удалить копию от/ }).press('Enter');
  await expect(page.getByText('Вернуть её будет нельзя.')).toBeVisible();
  await page.getByRole('button', { name: 'Удалить навсегда' }).press('Enter');
  await expect(row).toBeHidden();
  await expect(page.getByText('копия: —')).toBeVisible();
  await zhdanov.close();
});
