import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { AnnouncerProvider } from '@/components/shell/announcer';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { testPeople } from '@/lib/operations/employees/testing';
import { MyCallsProvider } from '../my-calls-provider';
import { TakenCall } from './taken-call';

const { anna } = testPeople();
const call = {
  ...{ id: '01CALL', phase: 'dialling', isTaken: false, owner: null, candidates: [], conversation: null },
  ...{ caller: { kind: 'number', e164: '+79990000001', display: '+7 (999) 000-00-01' } },
  records: { reactionId: null, leadId: null, nextReactions: [] },
};

test.each([
  ['inbound', 'Кто звонит'],
  ['outbound', 'Кому звоним'],
])('an %s call is headed by who it is to the person', (direction, heading) => {
  const view = { ...call, direction } as unknown as ComponentProps<typeof TakenCall>['view'];
  const html = renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <AnnouncerProvider>
        <MyCallsProvider
          person={anna}
          initial={{ calls: [], moreRinging: 0, lostWords: [], supervisionNews: [] }}
        >
          <TakenCall view={view} />
        </MyCallsProvider>
      </AnnouncerProvider>
    </IntlProvider>,
  );
  const said = ['Кто звонит', 'Кому звоним'].filter((words) => html.includes(words));
  expect(said).toEqual([heading]);
});
