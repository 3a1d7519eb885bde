import { expect, test } from './at-desk';
import { faultsOf, looks, nameOf } from './look';

for (const look of looks) {
  test(`folders and document templates are whole in ${nameOf(look)}`, async ({ signIn }) => {
    const director = await signIn('Мельников', look);
    const { page } = director;
    const { rows } = await director.read<{ rows: { id: string }[] }>('/folders?state=inWork');
    const faults: string[] = [];
    for (const [path, shown] of [
      ['/folders', /^(Входящие клиенты|Incoming clients)$/],
      [`/folders/${rows[0]!.id}`, /^(Папка|Folder) /],
      ['/settings/document-templates', /^(Шаблоны документов|Document templates)$/],
      ['/settings/document-templates/handOverAct', /^(Акт приёма-передачи|Act of hand-over)$/],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: shown })).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
  });
}

test('a template’s draft outlives the page and another’s version, and is published over no version unseen', async ({
  signIn,
}) => {
  const { page } = await signIn('Мельников');
  const other = await signIn('Мельников');
  const path = '/document-templates/recommendationRequest';
  const { rows } = await other.read<{ rows: { version: number; title: string; text: string }[] }>(path);
  const { version, title, text } = rows[0]!;
  const field = page.getByRole('textbox', { name: 'Текст' });
  const main = page.getByRole('main');

  await page.goto(`/settings${path}`);
  await expect(async () => {
    await field.fill(`${text}\nмой черновик`);
    await expect(main).toContainText('Черновик ещё не опубликован', { timeout: 1000 });
  }).toPass();
  await page.goto('/settings/document-templates');
  await page.goto(`/settings${path}`);
  await expect(main).toContainText('Это ваш черновик');
  await expect(field).toHaveValue(/мой черновик/);

  await other.change('POST', path, { basedOn: version, title, text: `${text}\nновая строка` });
  await expect(main).toContainText(`Уже опубликована новая версия ${version + 1}`);
  await expect(field).toHaveValue(/мой черновик/);
  await expect(page.getByRole('button', { name: 'Опубликовать' })).toBeDisabled();
  expect(await faultsOf(page, 'an outdated draft')).toEqual([]);
  await page.getByRole('button', { name: 'Отбросить черновик' }).click();
  await expect(field).toHaveValue(/новая строка/);

  await page.getByText(`версия ${version} ·`).click();
  await page.getByRole('button', { name: 'Вернуть этот текст в редактор' }).first().click();
  await expect(field).toHaveValue(text);
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(main).toContainText(`версия ${version + 2}`);
});
