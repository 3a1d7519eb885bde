import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { nothingTyped } from '@/components/calls/draft-keeper';
import { RunningCall } from '@/components/calls/running-call';
import { emptyDraft } from '@/lib/domain/call-scripts/draft';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { DraftCard } from './draft-card';
import { NextReactionWords } from './next-reaction-words';

const render = (step: object, view: object, drawn = <DraftCard />) => {
  const call = {
    view: {
      ...{ id: '01CALL', mayWork: true, direction: 'outbound', script: null, discardReason: null, ...view },
      records: { reactionId: null },
      conversation: {
        draft: emptyDraft(null),
        step: { fields: [], route: null, ended: false, ...step },
        version: 1,
      },
    },
    keeper: { subscribe: () => () => {}, state: nothingTyped },
    refresh: async () => {},
  } as unknown as ComponentProps<typeof RunningCall>;
  return renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <RunningCall {...call}>{drawn}</RunningCall>
    </IntlProvider>,
  );
};
const ofRound = { script: { id: 'satisfaction-round', subjectId: 'round' } };

test('SA-1: the talk of a round says what of it is written into the round', () => {
  const said = {
    satisfied: 'Ответы клиента запишутся в обзвон',
    roundRefused: 'Отказ запишется в обзвон',
    roundPostponed: 'вместе с временем, когда перезвонить',
    noBusiness: 'Попытка запишется в обзвон',
  };
  for (const [route, words] of Object.entries(said)) {
    const html = render({ route }, ofRound);
    expect(html).toContain(words);
    expect(html).not.toContain('останется только в журнале');
  }
  expect(render({ route: 'satisfied', ended: true }, ofRound)).toContain('Ответы клиента записаны в обзвон');
  const given = render({ route: 'satisfied', ended: true }, { ...ofRound, discardReason: 'ошибка' });
  expect(given).toContain(MESSAGES.ru.desk.card.noRecordsMade);
  expect(render({ route: 'noBusiness' }, {})).toContain('останется только в журнале');
});

test('a call that ended without a record leaves no next reaction open', () => {
  expect(render({}, {}, <NextReactionWords />)).toContain('станет ясна');
  const html = render({ ended: true }, { discardReason: 'ошибка' }, <NextReactionWords />);
  expect(html).not.toContain('станет ясна');
  expect(html).toContain('нет: звонок завершён без записи');
});
