import type { ComponentProps, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test, vi } from 'vitest';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { LetterPanel } from './letter-panel';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, replace: () => {}, refresh: () => {} }),
  usePathname: () => '/rounds',
  useSearchParams: () => new URLSearchParams(),
}));

type Round = ComponentProps<typeof LetterPanel>['round'];

const render = (drawn: ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      {drawn}
    </IntlProvider>,
  );
const round = {
  ...{ id: 'round', state: 'satisfied', lastVerdict: 'satisfied', letterRequests: [], may: { settle: true } },
  ...{ letter: { state: 'asked', askedAt: 0 }, letterFile: null, letterRoundId: null },
};
const received = {
  ...round,
  letter: { state: 'received', receivedAt: Date.parse('2026-10-05T09:00:00Z'), attachmentId: 'file' },
  ...{ letterRoundId: 'round', letterFile: { name: 'письмо.pdf', isSettled: false } },
};
const panelOf = (of: object) => render(<LetterPanel round={of as unknown as Round} />);
const timesIn = (html: string, text: string) => html.split(text).length - 1;

test('SA-2: nobody who is dissatisfied now is asked for a letter, and the buttons say why', () => {
  expect(panelOf(round)).not.toContain('aria-disabled');
  const html = panelOf({ ...round, lastVerdict: 'dissatisfied' });
  expect(timesIn(html, 'aria-disabled="true"')).toBe(2);
  expect(html).toContain(MESSAGES.ru.rounds.problems.dissatisfiedNow);
});

test('CO-1: the note of a letter is taken back after a question, and not of a settled month', () => {
  const html = panelOf(received);
  expect(html).toContain('Отозвать запись о письме…');
  expect(html).not.toContain('aria-disabled');
  const settled = panelOf({ ...received, letterFile: { name: 'письмо.pdf', isSettled: true } });
  expect(settled).toContain('aria-disabled="true"');
  expect(settled).toContain(MESSAGES.ru.rounds.problems.letterOfSettledMonth);
});
