import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { Recordings } from './recordings';

const recording: PlayableRecording = {
  id: '01REC',
  callId: '01CALL',
  kind: 'conversation',
  state: 'kept',
  durationSeconds: 75,
  recordedAt: 0,
  deletedAt: null,
  listeners: [],
  peaks: null,
  mayDownload: false,
};

const shown = (changed: Partial<PlayableRecording>) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <Recordings recordings={[{ ...recording, ...changed }]} />
    </IntlProvider>,
  );

test('a kept recording has a player whose slider goes by the second and says where it stands', () => {
  const html = shown({});
  expect(html).toContain('src="/api/v1/recordings/01REC/audio"');
  expect(html).toMatch(/<input[^>]*type="range" min="0" max="75" step="1" aria-valuetext="0:00 из 1:15"/);
  for (const label of ['Слушать', 'На 15 секунд назад', 'На 15 секунд вперёд']) {
    expect(html).toContain(`aria-label="${label}"`);
  }
  expect(html).not.toContain('Скачать');
  expect(shown({ mayDownload: true })).toMatch(/href="\/api\/v1\/recordings\/01REC\/file" download/);
});

test.each([
  ['running', 'Разговор ещё записывается.'],
  ['awaited', 'Запись ещё не готова: она загружается с телефонной линии.'],
  ['gone', 'Записи нет: телефонная линия её не сохранила.'],
  ['deleted', 'Запись удалена: срок хранения истёк 01.01.1970.'],
] as const)('one that is %s says so in place of a player', (state, words) => {
  const html = shown({ state, deletedAt: state === 'deleted' ? 0 : null });
  expect(html).toContain(words);
  expect(html).not.toContain('<audio');
  expect(html).not.toContain('<button');
});
