import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { TemplateDraftNotice } from './template-draft-notice';

const inForce = {
  kind: 'courierLabel' as const,
  version: 3,
  title: 'Посылка № {номер}',
  text: 'Кому: {клиент}',
  note: '',
  publishedBy: { id: 'gleb', name: 'Мельников С.' },
  publishedAt: 0,
};

const shown = (state: { isOutdated: boolean; isRestored: boolean }) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <TemplateDraftNotice inForce={inForce} {...state} onKeep={() => {}} onDrop={() => {}} />
    </IntlProvider>,
  );

test('a draft that was begun before another version shows that version and may be kept or dropped', () => {
  const html = shown({ isOutdated: true, isRestored: true });
  expect(html).toContain('Уже опубликована новая версия 3: Мельников С.');
  expect(html).toContain('Кому: {клиент}');
  expect(html).toContain('Оставить мой текст вместо версии 3');
  expect(html).toContain('Отбросить черновик');
});

test('a draft that was typed earlier is told from the text in force, and one that is being typed needs no notice', () => {
  const html = shown({ isOutdated: false, isRestored: true });
  expect(html).toContain('Это ваш черновик');
  expect(html).toContain('Отбросить черновик');
  expect(shown({ isOutdated: false, isRestored: false })).toBe('');
});
