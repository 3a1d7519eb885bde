import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { beforeEach, expect, test, vi } from 'vitest';
import { CityDirectoryProvider } from '@/components/cities/city-directory-provider';
import { MESSAGES } from '@/lib/i18n/messages';
import { CallChoice } from './call-choice';

const placing = vi.hoisted(() => ({ offReason: null as string | null }));

vi.mock('./use-place-call', () => ({
  usePlaceCall: () => ({ call: () => {}, busy: false, phoneProblem: null, problem: null, ...placing }),
}));

const phones = ['+79990000001', '+79990000002'].map((e164) => ({ raw: e164, e164, extension: null }));

const shown = (count: number) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <CityDirectoryProvider cities={[]}>
        <CallChoice phones={phones.slice(0, count)} name="ООО «Ромашка»" about={{}} />
      </CityDirectoryProvider>
    </IntlProvider>,
  );

beforeEach(() => {
  placing.offReason = null;
});

test.each([1, 2])('with %i numbers nobody can be called during a call, and the button says why', (count) => {
  expect(shown(count)).not.toContain('aria-disabled');
  placing.offReason = 'Вы разговариваете';
  const html = shown(count);
  expect(html).toContain('aria-disabled="true"');
  expect(html).toContain('Вы разговариваете');
  expect(html).not.toContain('aria-haspopup');
});
