import { readFileSync } from 'node:fs';
import { searchFiles } from '@/db/personal-data/search-files';
import type { BackupsView } from '@/lib/domain/backups/backups.contract';
import { AtDesk, expect, test } from './at-desk';
import { faultsOf, looks, nameOf } from './look';

const person = { name: 'Дубровицкая Лукерья Фоминична', phone: '8 (916) 404-55-66' };

/** Makes a backup, and waits until it stands in the list. */
async function backUp(administrator: AtDesk): Promise<void> {
  const read = () => administrator.read<BackupsView>('/backups');
  const { backups: before } = await read();
  await administrator.change('POST', '/backups', {});
  const made = async () => {
    const { backups, work } = await read();
    return work === null && backups.length > before.length;
  };
  await expect.poll(made, { timeout: 60_000 }).toBe(true);
}

test('a person is told what is held of them, erased by an act, and found nowhere', async ({
  browser,
  callboard,
}) => {
  const manager = await AtDesk.signIn(browser, callboard.url, 'Сидорова');
  const { counterpartyId } = await manager.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name: person.name,
    phones: [{ raw: person.phone, extension: '' }],
    note: 'просит звонить после обеда',
  });
  const administrator = await AtDesk.signIn(browser, callboard.url, 'Жданов');
  await backUp(administrator);
  const placesOf = (text: string) => searchFiles(callboard.dataDir, [text]);
  expect((await placesOf(person.name)).filter((file) => file.startsWith('backups'))).toHaveLength(1);
  const { page } = administrator;
  await page.goto('/settings/personal-data');
  await page.getByRole('textbox', { name: 'Чьи данные' }).fill('+7 916 404 55 66');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: person.name }).press('Enter');
  await expect(page.getByRole('table', { name: 'Что хранится' })).toContainText('Карточка');
  const archive = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать архив' }).press('Enter');
  const zip = readFileSync(await (await archive).path());
  expect(zip.includes('index.html') && zip.includes(person.name)).toBe(true);

  await page.getByRole('textbox', { name: 'Номер запроса' }).fill('17/2026');
  await page.getByRole('textbox', { name: 'Причина' }).fill(`просит ${person.name}`);
  const confirmation = page.getByRole('textbox', { name: /^Введите «Дубровицкая/ });
  await confirmation.fill('Дубровицкая');
  await page.getByRole('button', { name: 'Уничтожить' }).press('Enter');
  await expect(page.getByText('Введите имя или номер точно, как показано')).toBeVisible();
  await confirmation.fill(person.name);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Уберите имя, телефон и почту')).toBeVisible();
  await page.getByRole('textbox', { name: 'Причина' }).fill('отозвано согласие');
  await page.getByRole('button', { name: 'Уничтожить' }).press('Enter');

  await expect(page.getByText('Данные уничтожены')).toBeVisible({ timeout: 60_000 });
  const log = page.getByRole('table', { name: 'Выгрузка из журнала' });
  await expect(log).toContainText('Уничтожено в резервных копиях');
  await expect(log).toContainText('Побайтовый поиск');
  expect(await placesOf(person.name)).toEqual([]);
  expect(await placesOf('9164045566')).toEqual([]);
  // Another program at the database after the search takes nothing away from the console.
  await backUp(administrator);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать акт' }).press('Enter');
  const act = readFileSync(await (await download).path(), 'utf8');
  expect(act).toContain(person.name);
  expect(act).toContain('17/2026');

  await manager.page.goto(`/counterparties/${counterpartyId}`);
  await expect(manager.page.getByRole('heading', { level: 1, name: /^Удалено по акту №/ })).toBeVisible();
  await page.goto('/settings/personal-data');
  await page.getByRole('textbox', { name: 'Чьи данные' }).fill(person.name);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ничего не найдено')).toBeVisible();
});

for (const look of looks) {
  test(`the request, the register and the retention are whole in ${nameOf(look)}`, async ({ signIn }) => {
    const administrator = await signIn('Жданов', look);
    const { page } = administrator;
    const faults: string[] = [];
    for (const [path, shown] of [
      ['/settings/personal-data', /^(Персональные данные|Personal data)$/],
      [`/settings/personal-data?kind=number&id=${encodeURIComponent('+79164040000')}`, '+79164040000'],
      ['/settings/retention', /^(Сроки хранения|Retention)$/],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: shown })).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    await expect(page.getByText(/^(сейчас|now): /).first()).toBeVisible();
    expect(faults).toEqual([]);
  });
}
