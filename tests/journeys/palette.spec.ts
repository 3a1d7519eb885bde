import { type AtDesk, expect, test } from './at-desk';
import { english, type Look, usualLook } from './look';
import { plan } from './prepared';

const words = {
  ru: { palette: 'Поиск и команды', cards: 'Контрагенты', appeals: 'Обращения', number: '№' },
  en: { palette: 'Search and commands', cards: 'Counterparties', appeals: 'Appeals', number: 'No.' },
} as const;

/** Types into the palette and opens what stands first in the group by Enter alone. */
async function open({ page }: AtDesk, { locale }: Look, typed: string, group: 'cards' | 'appeals') {
  const palette = page.getByRole('dialog', { name: words[locale].palette });
  await expect(async () => {
    await page.keyboard.press('Control+KeyK');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type(typed);
  const found = palette.getByRole('group', { name: words[locale][group] }).getByRole('option').first();
  await expect(found).toBeVisible();
  const name = await found.innerText();
  expect(await palette.getByRole('option').first().innerText()).toBe(name);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  return name;
}

for (const look of [usualLook, english]) {
  test(`Ctrl+K finds by name, phone, contract, appeal and topic, and Enter opens it, in ${look.locale}`, async ({
    signIn,
  }) => {
    const head = await signIn('Сидорова Анна Ивановна', look);
    const { page } = head;
    const [town, contract, phone] =
      look.locale === 'ru' ? ['Зелёный', 'Ж-77/41', '58-44-31'] : ['Весёлый', 'Ж-77/42', '58-44-32'];
    const make = (name: string, more: object) =>
      head.change<{ counterpartyId: string }>('POST', '/counterparties', { name, city: 'Кемерово', ...more });
    await make(`ООО «${town} Остров Плюс»`, {});
    const { counterpartyId } = await make(`ООО «${town} Остров»`, {
      contracts: [contract],
      phones: [{ raw: phone, extension: '' }],
    });
    const { appealId } = await plan(head, { topic: `${town} запрос`, of: { id: counterpartyId } });
    const { number } = (await head.read<{ appeal: { number: number } }>(`/appeals/${appealId}`)).appeal;
    await page.goto('/desk');
    const mistyped = `${town} остр`.toUpperCase().replace('Ё', 'Е');
    for (const typed of [
      mistyped,
      `ооо «${town} остров»`,
      phone.replaceAll('-', ''),
      contract.toLowerCase(),
    ]) {
      const name = await open(head, look, typed, 'cards');
      expect(name, typed).toContain(`${town} Остров`);
      if (typed !== mistyped) expect(name, typed).not.toContain('Плюс');
      await expect(page).toHaveURL(/\/counterparties\/[0-9A-Z]{26}$/);
      await page.goto('/desk');
    }
    const { number: sign } = words[look.locale];
    expect(await open(head, look, `${sign} ${number}`, 'appeals')).toContain(`${town} запрос`);
    await expect(page).toHaveURL(new RegExp(`/appeals/${appealId}$`));
    await page.goto('/desk');
    expect(await open(head, look, `ЗАПРОС ${town}`, 'appeals')).toContain(`${town} запрос`);
    await expect(page).toHaveURL(new RegExp(`/appeals/${appealId}$`));
  });
}
