import { spawnSync } from 'node:child_process';
import path from 'node:path';
import Database from 'better-sqlite3';
import { folder } from '@/scripts/folder.mjs';
import { nodeProgram } from '@/scripts/install.mjs';
import { AtDesk } from './at-desk';
import { expect, test } from './console';
import { englishPhone, faultsOf } from './look';

/** `npm run audit -- --verify` on the folder of a running console. */
function verify(dataDir: string): { code: number | null; output: string } {
  const { status, stdout } = spawnSync(nodeProgram(), ['scripts/run.mjs', 'scripts/audit.ts', '--verify'], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return { code: status, output: stdout };
}

test('what is done is in the audit log, and whoever tampers with it is found out', async ({
  browser,
  callboard,
}) => {
  const sidorova = await AtDesk.signIn(browser, callboard.url, 'Сидорова');
  await sidorova.change('POST', '/counterparties', { name: 'Кедр-Аудит', city: 'Томск' });
  await sidorova.page.goto('/settings/audit-log');
  await expect(sidorova.page.getByRole('heading', { name: 'Журнал аудита' })).toHaveCount(0);
  await sidorova.close();

  const zhdanov = await AtDesk.signIn(browser, callboard.url, 'Жданов');
  const { page } = zhdanov;
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Журнал аудита' }).click();
  const made = page.getByRole('row', { name: /Заведена карточка/ }).first();
  await expect(made).toContainText('название скрыто');
  await expect(page.getByRole('row', { name: /вход/ }).first()).toBeVisible();
  await made.getByRole('button', { name: /^Подробнее о записи/ }).press('Enter');
  const details = page.getByRole('dialog');
  await expect(details.getByText('POST /counterparties')).toBeVisible();
  await expect(details.getByText('Самих значений в журнале нет')).toBeVisible();
  expect(await faultsOf(page, 'the audit log with an entry open')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);

  await page.getByRole('button', { name: 'Проверить сейчас' }).press('Enter');
  await expect(page.getByText('Цепочка цела')).toBeVisible();
  expect(verify(callboard.dataDir)).toMatchObject({ code: 0, output: expect.stringContaining('is whole') });

  const database = new Database(path.join(callboard.dataDir, 'callboard.db'), { timeout: 10_000 });
  const { sql } = database
    .prepare("select sql from sqlite_master where name = 'audit_log_no_update'")
    .get() as { sql: string };
  const rename = (from: string, to: string) => {
    database.exec('drop trigger audit_log_no_update');
    database.prepare('update audit_log set operation = ? where operation = ?').run(to, from);
    database.exec(sql);
  };
  rename('POST /counterparties', 'POST /cities');
  await page.getByRole('button', { name: 'Проверить сейчас' }).click();
  await expect(page.getByText('Цепочка нарушена')).toBeVisible();
  expect(await faultsOf(page, 'a broken audit log')).toEqual([]);
  const broken = verify(callboard.dataDir);
  expect(broken).toMatchObject({ code: 1, output: expect.stringContaining('was changed after it was made') });
  rename('POST /cities', 'POST /counterparties');
  database.close();
  await page.getByRole('button', { name: 'Проверить сейчас' }).click();
  await expect(page.getByText('Цепочка цела')).toBeVisible();

  await page.getByLabel('Что произошло').click();
  await page.getByRole('option', { name: 'неудачный вход' }).click();
  await expect(page.getByText('Записей нет')).toBeVisible();
  await zhdanov.close();

  const inEnglish = await AtDesk.signIn(browser, callboard.url, 'Жданов', englishPhone);
  await inEnglish.page.goto('/settings/audit-log');
  await expect(inEnglish.page.getByText('Card made').first()).toBeVisible();
  expect(await faultsOf(inEnglish.page, 'the audit log, in English on a phone')).toEqual([]);
  await inEnglish.close();
});
