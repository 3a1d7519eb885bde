import { expect, test } from './at-desk';

test('a lead nobody takes in its minute goes to the head of sales, and stays in sight until somebody does (IN-11)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const sales = await signIn('Лазарева Екатерина Павловна');
  await sales.page.goto('/leads');
  const caller = await line.call({ from: '+79990003311' });
  await manager.takeCall();
  await manager.answer('Коммерческий вопрос');
  await manager.fillCard('ООО «Минута»');
  await manager.answer('Всё записано');
  await manager.answer('Попрощался');
  await expect(manager.bar).toContainText('Передаём');
  await line.hangUp(caller.sid);

  const lead = sales.page.getByRole('listitem').filter({ hasText: 'ООО «Минута»' });
  await expect(lead).toContainText('НОВЫЙ');
  await expect(lead.getByRole('button', { name: 'Принять', exact: true })).toBeVisible();
  await expect(lead).toContainText('у начальника отдела', { timeout: 75_000 });
  await expect(lead).toContainText('минута прошла');

  const head = await signIn('Громов Игорь Викторович');
  await head.page.goto('/leads');
  const escalated = head.page.getByRole('listitem').filter({ hasText: 'ООО «Минута»' });
  await escalated.getByRole('button', { name: 'Принять всё равно' }).click();
  await expect(lead).toContainText('Громов И. В.');
  await expect(lead.getByRole('button', { name: /Принять/ })).toHaveCount(0);

  await escalated.getByRole('button', { name: 'Закрыть с причиной…' }).click();
  const closing = head.page.getByRole('alertdialog').or(head.page.getByRole('dialog'));
  await closing.getByRole('textbox').fill('купили у другого');
  await closing.getByText('Закрыть', { exact: true }).click();
  await expect(escalated).toBeHidden();
});
