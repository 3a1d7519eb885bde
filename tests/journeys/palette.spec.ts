import { type AtDesk, expect, test } from './at-desk';
import { english, type Look, untilAlive, usualLook } from './look';
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

test('what is typed after Ctrl+K before the palette has come belongs to the palette, not to the page', async ({
  signIn,
}) => {
  const { page } = await signIn('Сидорова Анна Ивановна');
  let isHeld = false;
  const held: (() => void)[] = [];
  await page.route('**/_next/static/chunks/**', async (route) => {
    if (isHeld) await new Promise<void>((release) => held.push(release));
    await route.continue();
  });
  // What a page opens is fetched once it is idle; holding it from the first press on keeps that from having happened.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto('/counterparties');
  const field = page.getByLabel('Найти карточку');
  await expect(field).toBeVisible();
  await untilAlive(page);
  isHeld = true;
  await field.focus();
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('archy');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('i');
  isHeld = false;
  for (const release of held) release();
  const palette = page.getByRole('dialog', { name: words.ru.palette });
  await expect(palette.getByRole('combobox')).toHaveValue('archi');
  await page.keyboard.type('crm');
  await expect(palette.getByRole('combobox')).toHaveValue('archicrm');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
});
