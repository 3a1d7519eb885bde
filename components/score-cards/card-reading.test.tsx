import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { MarkedWave } from '@/components/recordings/marked-wave';
import { emptyMark, type ScoreCardContent } from '@/lib/domain/score-cards/score-card';
import type { CriterionView } from '@/lib/domain/score-cards/score-card-views';
import { formatsOf } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locale';
import { MESSAGES } from '@/lib/i18n/messages';
import { CardReading } from './card-reading';
import { commentMarks } from './use-card-player';

const criterion = { step: 'greeting', stage: 'greeting', fields: [], answers: [], words: null } as const;
const criteria: CriterionView[] = [
  { ...criterion, fields: [], answers: [], key: 'greeting-verbatim', kind: 'verbatim' },
  { ...criterion, fields: [], key: 'greeting-chosen', kind: 'chosen', answers: ['askedAboutProducts'] },
];
const place = { recordingId: 'recording', seconds: 75 };
const content: ScoreCardContent = {
  marks: {
    'greeting-verbatim': { verdict: 'no', comment: 'Имя не названо', place },
    'greeting-chosen': { ...emptyMark, verdict: 'yes' },
  },
  notes: [{ id: 'one', text: 'Перебил', place: { ...place, seconds: 12 } }],
  summary: 'Спокойно',
};
const silent = { listen: null, current: null };

const shown = (locale: Locale, player = silent as Parameters<typeof CardReading>[0]['player']) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={MESSAGES[locale]} formats={formatsOf(locale)} timeZone="UTC">
      <CardReading criteria={criteria} content={content} player={player} />
      <MarkedWave marks={commentMarks(content, 'recording')} durationSeconds={150}>
        <i />
      </MarkedWave>
    </IntlProvider>,
  ).replaceAll('\u00A0', ' ');

test('a card is read with its marks, its comments and the formula of its result', () => {
  const html = shown('ru');
  for (const words of [
    '50 %',
    '«да» у 1 из 2 применимых пунктов',
    'нет',
    'Имя не названо',
    'Перебил',
    'Спокойно',
  ])
    expect(html).toContain(words);
  expect(html).toContain('1:15');
  expect(shown('en')).toContain('“yes” for 1 of 2 applicable criteria');
});

test('its moments can be heard where there is a recording, and are only told where there is none', () => {
  expect(shown('ru')).not.toContain('Слушать с');
  const html = shown('ru', { listen: () => undefined, current: null });
  expect(html).toContain('aria-label="Слушать с 1:15"');
  expect(html).toContain('aria-label="Слушать с 0:12"');
});

test('its comments are marked on the wave where they belong, and on no other recording', () => {
  expect(shown('ru')).toMatch(/title="Имя не названо"[^>]*style="left:50%"/);
  expect(commentMarks(content, 'another')).toEqual([]);
});
