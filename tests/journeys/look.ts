import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** How somebody looks at the console: their language, their theme, the size of their window. */
export type Look = {
  locale: 'ru' | 'en';
  theme: 'light' | 'dark';
  viewport: { width: number; height: number };
};

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** How most of the journeys are walked. */
export const usualLook: Look = { locale: 'ru', theme: 'light', viewport: desktop };

export const english: Look = { locale: 'en', theme: 'light', viewport: desktop };

export const englishPhone: Look = { locale: 'en', theme: 'light', viewport: phone };

/** Either language, theme and width; the longer words, which are Russian, in the narrower window. */
export const looks: readonly Look[] = [{ locale: 'ru', theme: 'dark', viewport: phone }, english];

export const nameOf = ({ locale, theme, viewport }: Look) => `${locale}, ${theme}, ${viewport.width} px`;

export const cookiesOf = ({ locale, theme }: Pick<Look, 'locale' | 'theme'>, url: string) => [
  { name: 'locale', value: locale, url },
  { name: 'theme', value: theme, url },
];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Stays when the last message has passed. */
const passing = 'section[aria-live="polite"][tabindex="-1"]';

/** Passing messages are looked at by themselves: that they lie over the page for a moment is no fault of it. */
async function violationsOf(page: Page) {
  const analyze = (scope: (axe: AxeBuilder) => AxeBuilder) =>
    scope(
      new AxeBuilder({ page })
        .options({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
        // No frame is of another origin: the slower way, a new page for each report, finds nothing more.
        .setLegacyMode(),
    )
      .analyze()
      .then(({ violations }) => violations);
  const setShown = (isShown: boolean) =>
    page.locator(passing).evaluateAll(
      (messages, visibility) => {
        for (const message of messages) (message as HTMLElement).style.visibility = visibility;
      },
      isShown ? '' : 'hidden',
    );
  const ofMessages =
    (await page.locator(`${passing} li`).count()) > 0 ? await analyze((axe) => axe.include(passing)) : [];
  await setShown(false);
  const ofPage = await analyze((axe) => axe.exclude('[data-base-ui-focus-guard]'));
  await setShown(true);
  return [...ofPage, ...ofMessages];
}

/** Every control has come to life: a press before that reaches nobody. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main button')].every((button) =>
      Object.keys(button).some((key) => key.startsWith('__react')),
    ),
  );
}

/** Every control has come to life, what is fetched for it is there, and every movement has come to its end. */
export async function untilItStandsStill(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await untilAlive(page);
  // A page that has come to life still settles what its server could not know; ticking clocks change words alone.
  await page.waitForFunction(
    (pauseMs) =>
      new Promise((settle) => {
        const { scrollHeight } = document.documentElement;
        let hasChanged = false;
        const changes = new MutationObserver(() => {
          hasChanged = true;
        });
        changes.observe(document.body, { attributes: true, childList: true, subtree: true });
        setTimeout(() => {
          changes.disconnect();
          settle(!hasChanged && scrollHeight === document.documentElement.scrollHeight);
        }, pauseMs);
      }),
    200,
  );
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
}

/** The controls that stick out of the card they stand on, by their names. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.locator('main article').evaluateAll((cards) =>
    cards.flatMap((card) => {
      const { left, right } = card.getBoundingClientRect();
      return [...card.querySelectorAll('a, button')]
        .filter((control) => {
          const at = control.getBoundingClientRect();
          return at.width > 0 && (at.left < left - 1 || at.right > right + 1);
        })
        .map((control) => control.getAttribute('aria-label') ?? control.textContent);
    }),
  );

/**
 * What axe finds, of whatever impact, in what the page shows now, but for the rules named; content wider than the
 * window; controls that stick out of their card.
 */
export async function faultsOf(page: Page, where: string, except: readonly string[] = []): Promise<string[]> {
  await untilItStandsStill(page);
  // Laid out whole: what the phone's bottom bar covers now comes out from under it by scrolling.
  const { width, height } = page.viewportSize()!;
  for (let known = height, tries = 0; tries < 3; tries += 1) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    if (whole <= known) break;
    known = whole;
    await page.setViewportSize({ width, height: whole });
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
  const violations = await violationsOf(page);
  await page.setViewportSize({ width, height });
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations
      .filter(({ id }) => !except.includes(id))
      .map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ...(excess > 0 ? [`${where}: ${excess} px wider than the window`] : []),
    ...(await stickingOut(page)).map((name) => `${where}: «${name}» sticks out of its card`),
  ];
}
