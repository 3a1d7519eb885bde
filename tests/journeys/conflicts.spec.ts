import type { CallTimes } from '@/lib/domain/calls/times';
import type { DepartmentView } from '@/lib/domain/employees/departments.contract';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { expect, test } from './at-desk';
import { english } from './look';
import { handOverFolder } from './prepared';

test('settings that another saved meanwhile are told of, and one’s own words go onto them', async ({
  signIn,
}) => {
  const administrator = await signIn('Жданов');
  const { page } = administrator;
  const read = () => administrator.read<{ times: CallTimes; version: number }>('/settings/times');
  const { times, version } = await read();
  await page.goto('/settings/times');
  const waiting = page.getByRole('region', { name: 'Время ожидания' });
  const field = waiting.getByRole('textbox', { name: 'Ожидание звонящего' });
  await field.fill('95');
  await page.keyboard.press('Tab');
  await administrator.change('PUT', '/settings/times', { ...times, offerSeconds: 31, version });
  await waiting.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(waiting.getByText('Пока вы вводили, запись изменили.', { exact: false })).toBeVisible();
  await expect(field).toHaveValue('95');
  expect((await read()).times).toMatchObject({ offerSeconds: 31, waitingSeconds: times.waitingSeconds });
  await waiting.getByRole('button', { name: 'Перенести мои правки на новую версию' }).press('Enter');
  await expect(field).toHaveValue('95');
  await expect(waiting.getByRole('button', { name: 'Сохранить' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await read()).times).toMatchObject({ offerSeconds: 31, waitingSeconds: 95 });
  await administrator.change('PUT', '/settings/times', { ...times, version: (await read()).version });
});

test('a title page that another corrected meanwhile is told of, and what was typed goes on', async ({
  signIn,
}) => {
  const sales = await signIn('Громов Игорь Викторович', english);
  const { page } = sales;
  const folderId = await handOverFolder(sales, { name: 'Maple-Test Ltd', contract: '2026/702' });
  await page.goto(`/folders/${folderId}`);
  await page.getByRole('button', { name: 'Correct the title page' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Title page' });
  await dialog.getByLabel('City').fill('Томск');
  const folder = await sales.read<{ version: number }>(`/folders/${folderId}`);
  await sales.change('PUT', `/folders/${folderId}/title-page`, {
    city: 'Кемерово',
    contactPerson: 'Сосновский Лев',
    phone: '8 (3842) 58-12-91',
    version: folder.version,
  });
  await expect(page.getByText('Сосновский Лев').first()).toBeAttached();
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog.getByText(/The folder was changed meanwhile\./)).toBeVisible();
  await expect(dialog.getByLabel('City')).toHaveValue('Томск');
  await expect(dialog.getByLabel('Contact person')).toHaveValue('Сосновский Лев');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog).toBeHidden();
  const titlePage = page.getByRole('region', { name: 'Title page' });
  await expect(titlePage).toContainText('Томск');
  await expect(titlePage).toContainText('Сосновский Лев');
});

test('a rate that another set meanwhile is told of, and what was typed is kept', async ({ signIn }) => {
  const director = await signIn('Мельников', english);
  const { page } = director;
  await page.goto('/pay');
  await page.getByRole('link', { name: /Белкина/ }).press('Enter');
  await page.getByRole('button', { name: 'Change the rate…' }).press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Rate' });
  await dialog.getByLabel('Salary a month').fill('61 000');
  const [, employeeId, month] = new URL(page.url()).pathname.split('/').slice(1);
  const { rates } = await director.read<PayStatementView>(`/pay/${employeeId}/${month}`);
  await director.change('POST', `/pay/${employeeId}/rates`, {
    version: rates.length,
    validFrom: month,
    salaryKopecks: 6_250_000,
    percentHundredths: 250,
  });
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog.getByText(/While you were typing, another rate was set/)).toContainText('62,500');
  await expect(dialog.getByLabel('Salary a month')).toHaveValue('61 000');
  await dialog.getByRole('button', { name: 'Keep what I typed' }).press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Rates' })).toContainText('61,000');
});

test('a department that another changed meanwhile asks only whoever was changing the same', async ({
  signIn,
}) => {
  const administrator = await signIn('Жданов');
  const { page } = administrator;
  type Department = Pick<DepartmentView, 'id' | 'kind' | 'tellsPosition' | 'escalation' | 'version'>;
  const read = async () => {
    const { rows } = await administrator.read<{ rows: Department[] }>('/departments');
    return rows.find(({ kind }) => kind === 'support')!;
  };
  const begun = await read();
  const path = `/departments/${begun.id}`;
  const change = async (fields: object) => {
    const { version } = await read();
    await administrator.change('PATCH', path, { ...fields, version });
  };
  await change({ escalation: [{ afterMinutes: 60, to: 'head' }] });
  await page.goto(`/settings${path}`);
  const escalation = page.getByRole('region', { name: 'Кому показывать просроченное' });
  const field = escalation.getByRole('textbox', { name: 'Через сколько после срока' });
  const save = escalation.getByRole('button', { name: 'Сохранить' });
  await field.fill('95');
  await page.keyboard.press('Tab');
  await change({ tellsPosition: !begun.tellsPosition });
  const place = page.getByRole('checkbox', { name: 'Сообщать место в очереди' });
  await expect(place).toBeChecked({ checked: !begun.tellsPosition });
  await save.press('Enter');
  await expect.poll(async () => (await read()).escalation).toEqual([{ afterMinutes: 95, to: 'head' }]);
  await field.fill('100');
  await page.keyboard.press('Tab');
  await change({ escalation: [{ afterMinutes: 30, to: 'management' }] });
  await expect(escalation.getByText('Пока вы вводили, запись изменили.', { exact: false })).toBeVisible();
  await expect(field).toHaveValue('100');
  await escalation.getByRole('button', { name: 'Перенести мои правки на новую версию' }).press('Enter');
  await expect(escalation.getByRole('button', { name: 'Оставить моё' })).toBeFocused();
  await expect(escalation.getByText(/^Жданов.*через 30 рабочих минут/)).toBeVisible();
  await escalation.getByRole('button', { name: 'Оставить моё' }).press('Enter');
  await expect(save).toBeFocused();
  await save.press('Enter');
  await expect.poll(async () => (await read()).escalation).toEqual([{ afterMinutes: 100, to: 'head' }]);
  await change({ tellsPosition: begun.tellsPosition, escalation: begun.escalation });
});

test('a project that another renamed and disabled meanwhile shows their name, and asks which is to stand', async ({
  signIn,
}) => {
  const administrator = await signIn('Жданов');
  const { page } = administrator;
  const { id } = await administrator.change<{ id: string }>('POST', '/projects', { name: 'Ничейный' });
  await page.goto('/settings/projects');
  await page.getByRole('button', { name: 'Изменить: Ничейный' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Изменить' });
  const field = dialog.getByRole('textbox', { name: 'Название' });
  await field.fill('Мой');
  await administrator.change('PATCH', `/projects/${id}`, { name: 'Чужой', isDisabled: true, version: 1 });
  await expect(dialog.getByText('Тем временем запись отключили.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Перенести мои правки на новую версию' }).press('Enter');
  await expect(field).toBeFocused();
  await expect(dialog.getByText(/^Жданов.*: Чужой$/)).toBeVisible();
  await field.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Взять новое' }).press('Enter');
  await expect(field).toHaveValue('Чужой');
  await expect(dialog.getByRole('button', { name: 'Сохранить' })).toBeFocused();
});
