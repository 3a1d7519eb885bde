import { readFileSync } from 'node:fs';
import { type AtDesk, expect, test } from './at-desk';
import { english } from './look';

const sidorova = 'Сидорова Анна Ивановна';

async function newCard({ page }: AtDesk, fields: Record<string, string>) {
  await page.goto('/counterparties');
  await page.getByRole('button', { name: 'New card' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New card' });
  for (const [field, text] of Object.entries(fields))
    await dialog
      .getByRole('textbox', { name: new RegExp(`^${field}`) })
      .first()
      .fill(text);
  return dialog;
}

test('a card is filled in with phone, INN and birthday, and a field tells its history', async ({
  signIn,
}) => {
  const head = await signIn(sidorova, english);
  const { page } = head;
  const dialog = await newCard(head, { Name: 'Dandelion-Test Ltd' });
  await dialog.getByLabel('INN', { exact: true }).fill('7707083894');
  await expect(dialog.getByText('The check digit is wrong')).toBeVisible();
  const phones = dialog.getByRole('group', { name: 'Phones' });
  if ((await phones.getByRole('textbox', { name: 'Phone' }).count()) === 0)
    await phones.getByRole('button', { name: 'Add a phone' }).press('Enter');
  await phones.getByRole('textbox', { name: 'Phone' }).first().fill('+7 3842 57-92-17');
  await dialog.getByRole('button', { name: 'Add a contact person' }).press('Enter');
  const contact = dialog.getByRole('group', { name: 'Contact person 1' });
  await contact.getByLabel('Name').fill('Olga Ivanova');
  await contact.getByLabel('Birthday').fill('31.02');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(contact.getByLabel('Birthday')).toHaveAttribute('aria-invalid', 'true');
  await contact.getByLabel('Birthday').fill('5.03');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dandelion-Test Ltd' })).toBeVisible();
  await expect(page.getByText(/birthday /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Call: +7 (3842) 57-92-17' })).toBeVisible();

  await page.getByRole('button', { name: 'Change', exact: true }).press('Enter');
  const edit = page.getByRole('dialog', { name: 'Change the card' });
  await edit.getByLabel('INN', { exact: true }).fill('7707083893');
  await edit.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(edit).toBeHidden();
  await page.getByRole('button', { name: /^History of .INN.$/ }).press('Enter');
  await expect(page.getByText('INN: 7707083894 → 7707083893').last()).toBeVisible();
});

test('a duplicate is seen while it is typed, merged, and taken apart again', async ({ signIn }) => {
  const head = await signIn(sidorova, english);
  const { page } = head;
  const inn = '526317984689';
  const one = await newCard(head, { Name: 'Peony-Test Ltd', INN: inn });
  await one.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Peony-Test Ltd' })).toBeVisible();
  const twin = await newCard(head, { Name: 'Peony-Test', INN: inn });
  await expect(twin.getByText('There seems to be such a card already')).toBeVisible();
  await expect(twin.getByText(/the same: INN/)).toBeVisible();
  await twin.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Peony-Test', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Compare Peony-Test and Peony-Test Ltd' }).press('Enter');
  await page.getByRole('button', { name: 'Merge' }).press('Enter');
  await page
    .getByRole('alertdialog', { name: 'Merge the cards?' })
    .getByRole('button', { name: 'Merge' })
    .press('Enter');
  await expect(page.getByText('Merged with other cards')).toBeVisible();
  await page.getByRole('button', { name: /^Undo the merge with / }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo the merge' }).press('Enter');
  await expect(page.getByText('Merged with other cards')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Compare / })).toBeVisible();
});

test('a file is looked at, imported and undone; whoever took a list along is on record', async ({
  signIn,
}) => {
  const head = await signIn(sidorova, english);
  const { page } = head;
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles({
    name: 'base.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;Contract number;City\r\nCedar-Test;E-77/1;Кемерово\r\n;E-78;\r\n'),
  });
  await expect(page.getByText('Name: not filled in')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 row' }).press('Enter');
  await expect(page.getByText('1 created, 0 completed, 1 with errors')).toBeVisible();

  await page.goto('/counterparties?query=e-77/1');
  await expect(page.getByRole('link', { name: 'Cedar-Test' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV: cards' }).press('Enter');
  const [headings, row] = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(headings).toMatch(/^\uFEFFCounterparty[;,]Status[;,]/);
  expect(row).toContain('Cedar-Test');

  await page.goto('/imports');
  await page.getByRole('link', { name: 'base.csv' }).press('Enter');
  await page.getByRole('button', { name: 'Undo the import…' }).press('Enter');
  await page.getByRole('button', { name: 'Undo the import', exact: true }).press('Enter');
  await expect(page.getByText('1 removed, 0 kept')).toBeVisible();

  const administrator = await signIn('Жданов', english);
  await administrator.page.goto('/settings/access-log');
  const entry = administrator.page.getByRole('row').filter({ hasText: 'List downloaded: cards' }).first();
  await expect(entry).toContainText('Сидорова');
});

test('a purchase taken back is brought back from the message, without a question before', async ({
  signIn,
}) => {
  const head = await signIn(sidorova, english);
  const { page } = head;
  const { counterpartyId } = await head.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name: 'Larch-Test Ltd',
  });
  await head.change('POST', `/counterparties/${counterpartyId}/purchases`, {
    sumKopecks: 1_250_000,
    boughtOn: '2026-01-15',
  });
  await page.goto(`/counterparties/${counterpartyId}`);
  const taken = page.getByRole('button', { name: /^Take back the purchase of / });
  await taken.press('Enter');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(taken).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring back' }).press('Enter');
  await expect(page.getByText('Purchase brought back')).toBeVisible();
  await expect(taken).toBeVisible();
});

test('what is saved without a connection waits under the banner and is saved when there is one', async ({
  signIn,
}) => {
  const head = await signIn(sidorova, english);
  const { page } = head;
  const { counterpartyId } = await head.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name: 'Offline-Test Ltd',
  });
  await page.goto(`/counterparties/${counterpartyId}`);
  await page.context().route('**/api/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Change', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change the card' });
  await dialog.getByLabel('Name').first().fill('Online-Test Ltd');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('1 save waits for the connection.').last()).toBeVisible();
  await expect(page.getByText(/^No connection to the server/).last()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  const waiting = page.getByRole('dialog', { name: 'Not saved yet' });
  await expect(waiting.getByText('Card: Online-Test Ltd')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.context().unroute('**/api/**');
  await expect(page.getByText('Saved: Card: Online-Test Ltd')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'Online-Test Ltd' })).toBeVisible();
});
