import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, test } from 'vitest';
import { ApiError } from '@/components/api-error';
import { MESSAGES } from '@/lib/i18n/messages';
import { RefusalAlert } from './refusal-alert';

const languages = ['ru', 'en'] as const;

const shown = (locale: (typeof languages)[number], code: string, status: number, details: object) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Moscow">
      <RefusalAlert error={new ApiError(code, status, code, {}, { ...details })} />
    </IntlProvider>,
  );

describe.each(languages)('a refusal in %s', (locale) => {
  const words = MESSAGES[locale].reactions.errors;

  test.each([
    ['notPossibleNow', 409],
    ['invalid', 422],
  ])('for an open complaint leads to it (%s, %i)', (code, status) => {
    const html = shown(locale, code, status, { reason: 'complaintOpen', number: 7, complaintId: 'C7' });
    expect(html).toContain(`<a`);
    expect(html).toContain('href="/complaints/C7"');
    expect(html).toContain(`>${words.toComplaint}</a>`);
    expect(html).toContain('7');
    expect(html).not.toContain('/folders/');
  });

  test.each(['folderNotDone', 'endsInFolder'] as const)(
    'for a folder in the way leads to it: %s',
    (reason) => {
      const html = shown(locale, 'notPossibleNow', 409, { reason, folderId: 'F1', folderNumber: 1 });
      expect(html).toContain(words[reason]);
      expect(html).toContain('href="/folders/F1"');
      expect(html).toContain(`>${words.openFolder}</a>`);
    },
  );

  test('leads nowhere for whoever may not see the complaint, and where nothing is in the way', () => {
    for (const details of [
      { reason: 'complaintOpen', number: 7, complaintId: null },
      { reason: 'alreadyDone' },
    ]) {
      expect(shown(locale, 'notPossibleNow', 409, details)).not.toContain('<a');
    }
  });
});
