import { expect, test } from './at-desk';
import { faultsOf, looks, nameOf } from './look';

test('an administrator gives a role a right after seeing whom it touches, and takes it back', async ({
  signIn,
}) => {
  const administrator = await signIn('Жданов');
  const { page } = administrator;
  await page.goto('/settings/roles');
  await page.getByRole('link', { name: 'специалист техподдержки' }).first().press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Права: специалист техподдержки' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Загружать файлы' }).press('Space');
  await expect(page.getByRole('status').filter({ hasText: /получ(ит|ат) \d+ сотрудник/ })).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(page.getByText('Права сохранены')).toBeVisible();
  await expect(page.getByText('отличается от исходного')).toBeVisible();
  expect(await faultsOf(page, 'a changed role')).toEqual([]);

  await page.getByRole('button', { name: 'Вернуть по умолчанию' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /лиш(ит|ат)ся \d+ сотрудник/ })).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(page.getByText('отличается от исходного')).toHaveCount(0);

  await page.goto('/settings/roles/administrator');
  await page.getByRole('checkbox', { name: /Управлять сотрудниками и настройками/ }).press('Space');
  await expect(page.getByRole('status').getByText('Так никто не сможет управлять')).toBeVisible();
});

test('a role of one’s own is added and given a right', async ({ signIn }) => {
  const { page } = await signIn('Жданов');
  await page.goto('/settings/roles');
  await page.getByRole('button', { name: 'Добавить роль' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Добавить роль' });
  await dialog.getByRole('textbox', { name: /^Название(?! по)/ }).fill('контролёр качества');
  await dialog.getByLabel('Название по-английски').fill('quality auditor');
  await dialog.getByRole('button', { name: 'Добавить роль' }).press('Enter');
  await page.getByRole('link', { name: 'контролёр качества' }).first().press('Enter');
  await page.getByRole('checkbox', { name: 'Проверять реакции' }).press('Space');
  await page.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(page.getByText('Права сохранены')).toBeVisible();
});

test('a person makes a token, a program reads with it and changes nothing, and it is revoked', async ({
  signIn,
  request,
}) => {
  const { page } = await signIn('Сидорова');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Создать токен' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Создать токен' });
  await dialog.getByLabel('Название').fill('отчёт для бухгалтерии');
  await dialog.getByRole('button', { name: 'Создать токен' }).press('Enter');
  const token = await dialog.getByLabel('Токен').inputValue();
  expect(token).toMatch(/^cb_/);
  expect(await faultsOf(page, 'a new token')).toEqual([]);
  await dialog.getByText('Закрыть', { exact: true }).press('Enter');

  const headers = { authorization: `Bearer ${token}` };
  expect((await request.get('/api/v1/me', { headers })).status()).toBe(200);
  const change = { headers: { ...headers, 'idempotency-key': 'K1' }, data: { presentsAs: 'Аня' } };
  const refused = await request.patch('/api/v1/me', change);
  expect([refused.status(), (await refused.json()).error.reason]).toEqual([403, 'readOnlyToken']);

  await page.getByRole('button', { name: 'Отозвать: отчёт для бухгалтерии' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отозвать' }).press('Enter');
  await expect(page.getByText('Токен отозван')).toBeVisible();
  expect((await request.get('/api/v1/me', { headers })).status()).toBe(401);
});

for (const look of looks) {
  test(`roles and tokens are whole in ${nameOf(look)}`, async ({ signIn }) => {
    const { page } = await signIn('Жданов', look);
    const faults: string[] = [];
    for (const path of ['/settings/roles', '/settings/roles/head', '/settings/api-tokens']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
  });
}
