import type { ScoreCardRow } from '@/lib/domain/score-cards/score-card-views';
import { type AtDesk, expect, test } from './at-desk';
import type { Line } from './line';
import { faultsOf, looks, nameOf } from './look';

const kotov = 'Котов Денис Олегович';
const sidorova = 'Сидорова Анна Ивановна';

/** Kotov leads a conversation that is no business of ours to its end; some answer of the caller is not in the list. */
async function talk(manager: AtDesk, line: Line, from: string): Promise<string> {
  const caller = await line.call({ from });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await line.soundTone(caller.sid, 700);
  await manager.answer('Не по делу');
  await line.hears(caller.sid, 3000);
  await manager.answer('Реклама');
  await manager.answer('Попрощался');
  await manager.isAt('Не по делу, завершён');
  return callId;
}

async function recordsConversations(administrator: AtDesk, recordsConversations: boolean): Promise<void> {
  const { rows } = await administrator.read<{ rows: { id: string; version: number }[] }>('/numbers');
  const { id, version } = rows[0]!;
  await administrator.change('PATCH', `/numbers/${id}`, { recordsConversations, version });
}

test('a head scores a call on its recording, the employee objects, the head changes it and the employee acknowledges', async ({
  signIn,
  line,
}) => {
  const administrator = await signIn('Жданов');
  await recordsConversations(administrator, true);
  const manager = await signIn(kotov);
  const callId = await talk(manager, line, '+79990008811');
  await recordsConversations(administrator, false);

  const head = await signIn(sidorova);
  const { page } = head;
  await expect(async () => {
    await page.goto(`/calls/${callId}`);
    await expect(page.getByRole('group', { name: /^Разговор от / })).toBeVisible({ timeout: 2000 });
  }).toPass();
  const player = page.getByRole('group', { name: /^Разговор от / });
  await page
    .getByRole('button', { name: /^Слушать с / })
    .last()
    .click();
  await player.getByRole('slider', { name: 'Место в записи' }).focus();
  await page.keyboard.press('m');
  const scoring = page.getByRole('region', { name: 'Оценка звонка: Котов' });
  const note = scoring.getByRole('textbox', { name: /^Комментарий на / });
  await expect(note).toBeFocused();
  await page.keyboard.type('Перебил звонящего');
  await scoring.getByRole('button', { name: 'Отправить сотруднику' }).click();
  await expect(scoring.getByText('Поставьте отметку').first()).toBeVisible();
  expect(await faultsOf(page, 'a card with marks missing')).toEqual([]);
  const marks = scoring.getByRole('group', { name: /^Отметка: / });
  const count = await marks.count();
  expect(count).toBeGreaterThan(2);
  for (let index = 0; index < count; index += 1)
    await marks
      .nth(index)
      .getByRole('button', { name: index === 0 ? 'нет' : 'да', exact: true })
      .press('Enter');
  await scoring
    .getByRole('textbox', { name: /^Комментарий ?: / })
    .first()
    .fill('Имя не названо');
  await expect(scoring.getByText(/^Черновик сохранён в /)).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue('Перебил звонящего');
  await expect(scoring).toContainText(`«да» у ${count - 1} из ${count}`);
  await page.screenshot({ path: test.info().outputPath('editor.png'), fullPage: true });
  await scoring.getByRole('button', { name: 'Отправить сотруднику' }).click();
  await expect(scoring.getByText('отправлена', { exact: true })).toBeVisible();

  const { page: own } = manager;
  await expect(own.getByRole('link', { name: /Оценки звонков.*(ждёт|ждут)/ })).toBeVisible();
  await own.goto('/score-cards/mine');
  await own.getByRole('row').filter({ hasText: 'отправлена' }).getByRole('link').first().press('Enter');
  await expect(own.getByText('Имя не названо')).toBeVisible();
  await expect(own.getByText('Перебил звонящего')).toBeVisible();
  expect(await faultsOf(own, 'a card sent to me')).toEqual([]);
  await own.getByRole('button', { name: 'Возразить…' }).press('Enter');
  const dialog = own.getByRole('alertdialog', { name: 'Возражение' });
  await dialog.getByRole('textbox', { name: 'Возражение' }).fill('Назвал, послушайте начало');
  await dialog.getByRole('button', { name: 'Отправить возражение' }).press('Enter');
  await expect(own.getByText('Возражение отправлено. Проверяющий')).toBeVisible();

  await page.goto('/score-cards?state=objected');
  await page.getByRole('row').filter({ hasText: 'Котов' }).getByRole('link').first().press('Enter');
  await expect(scoring).toContainText('«Назвал, послушайте начало»');
  await expect(scoring.getByRole('button', { name: 'Оставить в силе…' })).toBeVisible();
  await marks.first().getByRole('button', { name: 'да', exact: true }).press('Enter');
  await expect(scoring.getByText(/^Черновик сохранён в /)).toBeVisible();
  await scoring.getByRole('button', { name: 'Отправить исправленную' }).click();
  await expect(scoring.getByText('отправлена', { exact: true })).toBeVisible();

  await expect(own.getByText('100 %')).toBeVisible();
  await own.getByText(/^Редакция 1, отправлена /).click();
  await expect(own.getByText('«Назвал, послушайте начало»')).toBeVisible();
  await own.getByRole('button', { name: 'Ознакомлен' }).press('Enter');
  await expect(own.getByText('сотрудник ознакомлен', { exact: true })).toBeVisible();
  await expect(scoring.getByText('сотрудник ознакомлен', { exact: true })).toBeVisible();

  await page.goto('/calls?scored=with');
  await expect(page.getByRole('checkbox', { name: 'Были непринятые ответы' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Котов');
});

for (const look of looks) {
  test(`score cards are whole in ${nameOf(look)}`, async ({ signIn }) => {
    const head = await signIn(sidorova, look);
    const { page } = head;
    const { rows } = await head.read<{ rows: ScoreCardRow[] }>('/score-cards');
    const faults: string[] = [];
    for (const [path, shown] of [
      ['/score-cards', /^(Оценки звонков|Score cards)$/],
      ['/score-cards/mine', /^(Мои оценки|My score cards)$/],
      ['/calls?refused=true&longStep=60', /^(Журнал звонков|Call journal)$/],
      [`/calls/${rows[0]!.call.id}`, /^(Оценка звонка|Score card): /],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: shown }).first(), path).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
  });
}
