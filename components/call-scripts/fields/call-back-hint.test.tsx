import type { ComponentProps, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { DryRunFields } from '@/components/call-scripts/dry-run/dry-run-fields';
import { StepFields } from '@/components/call-scripts/step-fields';
import { nothingTyped } from '@/components/calls/draft-keeper';
import { RunningCall } from '@/components/calls/running-call';
import { CityDirectoryProvider } from '@/components/cities/city-directory-provider';
import { emptyDraft } from '@/lib/domain/call-scripts/draft';
import { MESSAGES } from '@/lib/i18n/messages';
import { DraftInput } from './draft-input';

const conversation = {
  draft: emptyDraft(null),
  step: { name: 'closing', fields: ['callBackAt'] },
  version: 1,
};
const call = {
  view: { id: '01CALL', mayWork: true, conversation },
  keeper: { subscribe: () => () => {}, state: nothingTyped },
  refresh: async () => {},
} as unknown as ComponentProps<typeof RunningCall>;
const dryRun = { step: { fields: ['callBackAt'] }, conversation };

const fields: Record<string, ReactNode> = {
  call: (
    <RunningCall {...call}>
      <DraftInput name="callBackAt" />
    </RunningCall>
  ),
  'dry run': (
    <DryRunFields run={dryRun as unknown as ComponentProps<typeof DryRunFields>['run']} onTell={() => {}} />
  ),
};

test.each(
  Object.keys(fields).flatMap((where) => (['ru', 'en'] as const).map((locale) => ({ where, locale }))),
)(
  'SA-1: the field for when to call back names the hours and days in a $where, in $locale',
  ({ where, locale }) => {
    const html = renderToStaticMarkup(
      <IntlProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Moscow">
        <CityDirectoryProvider cities={[]}>{fields[where]}</CityDirectoryProvider>
      </IntlProvider>,
    );
    expect(html).toContain(MESSAGES[locale].rounds.callBackHint);
    for (const limit of ['8:00', '21:00', '14']) expect(html).toContain(limit);
  },
);

test('SA-1: the time to call back may be left empty, and the field does not say otherwise', () => {
  const html = renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <CityDirectoryProvider cities={[]}>
        <RunningCall {...call}>
          <StepFields employeeId={null} onEmployee={() => {}} />
        </RunningCall>
      </CityDirectoryProvider>
    </IntlProvider>,
  );
  expect(html).toContain(MESSAGES.ru.rounds.callBackHint);
  expect(html).not.toContain('required');
});
