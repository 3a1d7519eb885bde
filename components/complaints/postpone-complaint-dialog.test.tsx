import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test, vi } from 'vitest';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { PostponeComplaintDialog } from './postpone-complaint-dialog';

vi.mock('next/navigation', () => ({ useRouter: () => ({ replace: () => {}, refresh: () => {} }) }));
vi.mock('@/components/ui/alert-dialog', () => ({
  AlertDialog: ({ children }: { children: ReactNode }) => children,
}));

const complaint = {
  id: '01COMPLAINT',
  number: 7,
  version: 1,
  dueAt: Date.parse('2026-11-03T20:30:00Z'),
} as ComplaintView;

test('the time to answer is shown and typed by the clock of the office, as everywhere on the page', () => {
  const html = renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Asia/Yekaterinburg">
      <PostponeComplaintDialog complaint={complaint} onClose={() => {}} />
    </IntlProvider>,
  );
  expect(html).toContain('value="2026-11-04T01:30"');
});
