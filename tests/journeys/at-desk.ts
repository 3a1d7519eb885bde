import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { test as consoleTest, expect } from './console';
import { cookiesOf, type Look, untilAlive, usualLook } from './look';

export type Card = {
  id: string;
  name: string;
  city: string;
  contracts: string[];
  phones: { e164: string | null; raw: string }[];
};

/** The sign in the head of the page. */
export const phoneReady = { name: 'Телефон в браузере: Телефон готов' };

/** Whose telephone is the browser has a shift to begin in each tab. */
const signedInState =
  /^(Ваше состояние: (на месте|смена не начата)|Your state: (available|shift not started))/;

/** A connection that the console closes because it rested is found closed only when it is used again. */
const maxRetries = 2;

/** One person of the demo company in a browser of their own. */
export class AtDesk {
  private constructor(readonly page: Page) {}

  static async signIn(
    browser: Browser,
    url: string,
    name: string,
    look: Look = usualLook,
    prepare?: (context: BrowserContext) => Promise<void>,
  ): Promise<AtDesk> {
    const context = await browser.newContext({ baseURL: url, viewport: look.viewport });
    await context.addCookies(cookiesOf(look, url));
    await prepare?.(context);
    const page = waitingForLife(await context.newPage());
    await page.goto('/sign-in');
    await page.getByRole('button', { name }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    const person = new AtDesk(page);
    await person.change('PUT', '/presence', { chosen: 'available' });
    await expect(page.getByRole('button', { name: signedInState })).toBeVisible();
    return person;
  }

  /** Their telephone is the browser from now on, and ready in this tab. */
  async beginShift(): Promise<void> {
    await this.change('PATCH', '/me', { phoneKind: 'browser' });
    await this.page.goto('/desk');
    await this.page.getByRole('main').getByRole('button', { name: 'Начать смену' }).click();
    await expect(this.page.getByRole('button', phoneReady)).toBeVisible({ timeout: 30_000 });
  }

  /** The same person in another tab of theirs. */
  inTab(page: Page): AtDesk {
    return new AtDesk(page);
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: /^(Звонки|Calls)$/ });
  }
  get script(): Locator {
    return this.page.getByRole('region', { name: /^(Сценарий разговора|Call script)$/ });
  }
  get who(): Locator {
    return this.page.getByRole('region', { name: /^(Кто звонит|Who is calling)$/ });
  }
  get card(): Locator {
    return this.page.getByRole('region', { name: /^(Карточка реакции|Reaction card)$/ });
  }

  async isAt(step: string): Promise<void> {
    await expect(this.script.getByRole('heading', { name: step, exact: true })).toBeVisible();
  }

  get answerButton(): Locator {
    return this.bar.getByRole('button', { name: /^(Ответить|Answer) ?:/ }).first();
  }

  /** Takes the first ringing call and waits until the caller can be spoken to. */
  async takeCall(): Promise<void> {
    await this.answerButton.click();
    await expect(this.bar.getByText(/^(Разговор|Talking)$/)).toBeVisible({ timeout: 30_000 });
  }

  /** By the whole words of its beginning: «Реклама» is not «Рекламация», which another step may still show. */
  async answer(label: string): Promise<void> {
    const name = new RegExp(`^\\d ?${escaped(label)}(?!\\p{L})`, 'u');
    await this.script.getByRole('button', { name }).click();
  }

  /** Answers by the number before the words, which is the same in both languages, and waits for the next step; 0 stays. */
  async answerByNumber(number: number): Promise<void> {
    const step = this.script.getByRole('heading', { level: 2 }).first();
    const before = await step.innerText();
    await this.script.getByRole('button', { name: new RegExp(`^${number}(\\D|$)`) }).click();
    if (number !== 0) await expect(step).not.toHaveText(before);
  }

  /** The reaction card, opened by its key as soon as the page listens to keys. */
  async openReactionCard(): Promise<Locator> {
    const card = this.page.getByRole('dialog', { name: /^(Новая реакция|New reaction)$/ });
    await expect(async () => {
      await this.page.keyboard.press('Alt+Equal');
      await expect(card).toBeVisible({ timeout: 1000 });
    }).toPass();
    return card;
  }

  async fill(field: string, text: string): Promise<void> {
    await this.script
      .getByRole('textbox', { name: field })
      .or(this.script.getByRole('combobox', { name: field }))
      .fill(text);
  }

  /** IN-2: a new card, filled as the caller tells it. */
  async fillCard(name: string): Promise<void> {
    await this.fill('Наименование', name);
    await this.fill('Группа', 'Кемерово');
    await this.page.keyboard.press('Tab');
    await this.script.getByRole('button', { name: 'Поставить прочерк: не сказали' }).click();
    await this.answer('Карточка верна');
  }

  /** Chooses in a field that is searched by typing. */
  async pick(field: string, text: string, option: string | RegExp): Promise<void> {
    await this.script.getByRole('combobox', { name: field }).fill(text);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** What the API says to this person. */
  async read<Answer>(path: string): Promise<Answer> {
    const response = await this.page.request.get(`/api/v1${path}`, { maxRetries });
    expect(response.status(), path).toBe(200);
    return (await response.json()) as Answer;
  }

  async change<Answer>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object): Promise<Answer> {
    const response = await this.page.request.fetch(`/api/v1${path}`, {
      method,
      maxRetries,
      data: body,
      headers: { 'idempotency-key': crypto.randomUUID(), 'sec-fetch-site': 'same-origin' },
    });
    expect(response.status(), path).toBe(200);
    return (await response.json()) as Answer;
  }

  async shownCall() {
    const { calls } = await this.read<{ calls: { id: string }[] }>('/calls/mine');
    return calls[0]!.id;
  }

  /** A card whose number nobody else has. */
  async findCard(
    status: 'client' | 'dealer' | 'prospect',
    { withOpenAppeal = false } = {},
  ): Promise<Card & { number: string; openAppeals: { id: string }[] }> {
    const { rows } = await this.read<{ rows: Card[] }>(`/counterparties?status=${status}&limit=50`);
    for (const card of rows) {
      const number = card.phones.find(({ e164 }) => e164?.startsWith('+7'))?.e164;
      if (!number) continue;
      const path = `/counterparties/caller?phone=${encodeURIComponent(number)}`;
      const { candidates } = await this.read<{ candidates: { openAppeals: { id: string }[] }[] }>(path);
      const openAppeals = candidates[0]?.openAppeals ?? [];
      if (candidates.length === 1 && (openAppeals.length > 0 || !withOpenAppeal)) {
        return { ...card, number, openAppeals };
      }
    }
    throw new Error(`no ${status} with a number of their own${withOpenAppeal ? ' and an open appeal' : ''}`);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Whoever opens a page sees it come to life before they press anything, however slow the machine is. */
function waitingForLife(page: Page): Page {
  const goto = page.goto.bind(page);
  page.goto = async (...to) => {
    const response = await goto(...to);
    await untilAlive(page);
    return response;
  };
  return page;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type SignIn = (name: string, look?: Look) => Promise<AtDesk>;

/** Journeys of people at their desks; whoever signs in leaves when the journey ends. */
export const test = consoleTest.extend<{ signIn: SignIn }>({
  signIn: async ({ browser, callboard }, use) => {
    const people: AtDesk[] = [];
    await use(async (name, look) => {
      const person = await AtDesk.signIn(browser, callboard.url, name, look);
      people.push(person);
      return person;
    });
    for (const person of people) await person.close();
  },
});

export { expect };
