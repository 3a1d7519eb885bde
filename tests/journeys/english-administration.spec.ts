import { openReceiver } from '@/tests/webhook-receiver';
import { expect, test } from './at-desk';
import { english } from './look';

test('a card that was looked at is a view in the audit log, without its name', async ({ signIn }) => {
  const head = await signIn('Сидорова Анна Ивановна', english);
  const { id } = await head.findCard('dealer');
  await head.page.goto(`/counterparties/${id}`);
  const { page } = await signIn('Жданов', english);
  await page.goto('/settings/audit-log');
  await page.getByRole('combobox', { name: 'What happened' }).press('Enter');
  await page.getByRole('option', { name: 'view' }).press('Enter');
  const view = page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: 'Card', exact: true }) })
    .first();
  await expect(view).toContainText('Сидорова');
  await expect(view).toContainText('name hidden');
  await view.getByRole('button', { name: /^Details of entry / }).press('Enter');
  await expect(page.getByRole('dialog', { name: /^Entry \d+/ })).toContainText('Hash of the entry');
});

test('a role is given a right after it is seen whom that touches, and gets its defaults back', async ({
  signIn,
}) => {
  const { page } = await signIn('Жданов', english);
  await page.goto('/settings/roles');
  await page.getByRole('link', { name: 'sales manager' }).first().press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Rights: sales manager' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Import files' }).press('Space');
  await expect(page.getByRole('status').filter({ hasText: /\d+ (person gets|people get) it/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('Rights saved')).toBeVisible();
  await expect(page.getByText('Import files: Yes (was by default)')).toBeVisible();
  await page.getByRole('button', { name: 'Return to the defaults' }).press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: /\d+ (person loses|people lose) it/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('differs from the default')).toHaveCount(0);
});

test('a token is made, shown once, and ends when it is revoked', async ({ signIn, request }) => {
  const { page } = await signIn('Жданов', english);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Create a token' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create a token' });
  await dialog.getByLabel('Name').fill('report for the accounts');
  await dialog.getByRole('button', { name: 'Create a token' }).press('Enter');
  await expect(dialog.getByText('It is not shown again.')).toBeVisible();
  const headers = { authorization: `Bearer ${await dialog.getByLabel('Token').inputValue()}` };
  await page.keyboard.press('Escape');
  expect((await request.get('/api/v1/me', { headers })).status()).toBe(200);
  await page.getByRole('button', { name: 'Revoke: report for the accounts' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).press('Enter');
  await expect(page.getByText('Token revoked')).toBeVisible();
  expect((await request.get('/api/v1/me', { headers })).status()).toBe(401);
});

test('a webhook is added, tried and removed', async ({ signIn }) => {
  const receiver = await openReceiver();
  const { page } = await signIn('Жданов', english);
  await page.goto('/settings/webhooks');
  await page.getByRole('button', { name: 'Add an address' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('https://10.0.0.1/hooks');
  await dialog.getByRole('button', { name: 'Add an address' }).press('Enter');
  await expect(
    dialog.getByText('This address belongs to an internal network.', { exact: false }),
  ).toBeVisible();
  await dialog.getByLabel('Address').fill(receiver.address);
  await dialog.getByRole('button', { name: 'Add an address' }).press('Enter');
  await expect(dialog.getByTestId('webhook-secret')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');
  await page.getByRole('link', { name: receiver.address }).press('Enter');
  await page.getByRole('button', { name: 'Send a test' }).press('Enter');
  const tried = page.getByRole('row', { name: /Test message/ });
  await expect(tried.getByText('delivered', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Remove' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(page.getByText('No addresses yet')).toBeVisible();
  await receiver.close();
});

test('a backup is made, checked and deleted for good', async ({ signIn }) => {
  const { page } = await signIn('Жданов', english);
  await page.goto('/settings/backups');
  await page.getByRole('button', { name: 'Make a backup now' }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'from the settings' });
  await expect(row.getByText('compared with the database when made')).toBeVisible({ timeout: 60_000 });
  const check = row.getByRole('button', { name: /^Check the backup of / });
  await expect(check).not.toHaveAttribute('aria-disabled');
  await check.press('Enter');
  await expect(row.getByText('sound')).toBeVisible({ timeout: 60_000 });
  const remove = row.getByRole('button', { name: /^Delete the backup of / });
  await expect(remove).not.toHaveAttribute('aria-disabled');
  await remove.press('Enter');
  await page.getByRole('button', { name: 'Delete for good' }).press('Enter');
  await expect(row).toBeHidden();
});
