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
