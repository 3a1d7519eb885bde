import { isSignedBy, openReceiver, type Receiver } from '@/tests/webhook-receiver';
import { AtDesk } from './at-desk';
import { expect, test } from './console';
import { faultsOf, looks, nameOf } from './look';

let receiver: Receiver;
test.beforeEach(async () => {
  receiver = await openReceiver();
});
test.afterEach(() => receiver.close());

test('an administrator has another program told of calls, sees what it answered, and sends it again', async ({
  browser,
  callboard,
  line,
}) => {
  const administrator = await AtDesk.signIn(browser, callboard.url, 'Жданов');
  const { page } = administrator;
  await page.goto('/settings/webhooks');
  await page.getByRole('button', { name: 'Добавить адрес' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const address = dialog.getByLabel('Адрес');
  await address.fill('https://10.0.0.1/hooks');
  await dialog.getByRole('button', { name: 'Добавить адрес' }).press('Enter');
  await expect(dialog.getByText('Этот адрес принадлежит внутренней сети', { exact: false })).toBeVisible();
  await address.fill(receiver.address);
  await dialog.getByRole('button', { name: 'Добавить адрес' }).press('Enter');
  const secret = await dialog.getByTestId('webhook-secret').innerText();
  await dialog.getByRole('button', { name: 'Закрыть' }).last().press('Enter');
  await page.getByRole('link', { name: receiver.address }).click();
  await expect(page.getByRole('heading', { level: 1, name: receiver.address })).toBeVisible();

  await page.getByRole('button', { name: 'Отправить пробное' }).press('Enter');
  const tried = page.getByRole('row', { name: /Пробное сообщение/ });
  await expect(tried.getByText('доставлено', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await isSignedBy(secret, receiver.received[0]!)).toBe(true);

  receiver.answers.push({ status: 500, body: 'занято' });
  const call = await line.call({ from: '+79990008801' });
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
  await line.hangUp(call.sid);
  expect(receiver.received[1]?.event.type).toBe('call.started');
  await expect
    .poll(() => receiver.received.map(({ event }) => event.type), { timeout: 60_000 })
    .toEqual(expect.arrayContaining(['call.ended', 'call.missed', 'nextReaction.created']));
  for (const message of receiver.received) expect(await isSignedBy(secret, message)).toBe(true);

  await page.reload();
  await page.getByRole('button', { name: 'Доставлено', exact: true }).click();
  await expect(page).toHaveURL(/state=delivered/);
  const missed = page.getByRole('row', { name: /Звонок пропущен/ });
  await missed.getByRole('button', { name: 'Раскрыть строку' }).press('Enter');
  await expect(page.getByText('"type":"call.missed"', { exact: false })).toBeVisible();
  const before = receiver.received.length;
  await missed.getByRole('button', { name: 'Отправить снова' }).press('Enter');
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(before + 1);
  expect(await faultsOf(page, 'webhook')).toEqual([]);

  await page.getByRole('button', { name: 'Отправить за период' }).press('Enter');
  await page.getByRole('button', { name: 'Посчитать' }).press('Enter');
  await expect(page.getByText(/Будет отправлено \d+ событи/)).toBeVisible();
  const sent = receiver.received.length;
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить', exact: true }).press('Enter');
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBeGreaterThan(sent + 2);

  receiver.answersAlways({ status: 410 });
  await page.getByRole('button', { name: 'Отправить пробное' }).press('Enter');
  await expect(page.getByText('Программа ответила, что адреса больше нет', { exact: false })).toBeVisible({
    timeout: 20_000,
  });
  await page.goto('/desk');
  await expect(page.getByText('Адрес вебхуков выключился').first()).toBeVisible();
  await page.locator('.alert-toast').getByRole('link', { name: 'Открыть' }).first().click();
  await page.getByRole('button', { name: 'Удалить' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }).click();
  await expect(page.getByText('Адресов пока нет')).toBeVisible();
  await administrator.close();
});

test('both pages of webhooks are for everybody’s eyes, in both languages and widths', async ({
  browser,
  callboard,
}) => {
  for (const look of looks) {
    const administrator = await AtDesk.signIn(browser, callboard.url, 'Жданов', look);
    const { page } = administrator;
    const { id } = await administrator.change<{ id: string }>('POST', '/webhooks', {
      address: receiver.address,
      kinds: ['call.missed', 'appeal.opened'],
    });
    await administrator.change('POST', `/webhooks/${id}/test`, {});
    await page.goto('/settings/webhooks');
    await expect(page.getByRole('link', { name: receiver.address }).first()).toBeVisible();
    expect(await faultsOf(page, `webhooks, ${nameOf(look)}`)).toEqual([]);
    await page.goto(`/settings/webhooks/${id}`);
    await expect(page.getByText(look.locale === 'ru' ? 'Пробное сообщение' : 'Test message')).toBeVisible();
    expect(await faultsOf(page, `webhook, ${nameOf(look)}`)).toEqual([]);
    await administrator.change('PATCH', `/webhooks/${id}`, { isEnabled: false });
    await administrator.close();
  }
});
