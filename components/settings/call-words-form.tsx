'use client';

import { useTranslations } from 'use-intl';
import { Form, FormActions } from '@/components/ui/form';
import { FormTextArea } from '@/components/ui/form-fields';
import { type CallWords, callWordsSchema } from '@/lib/domain/settings/call-words';
import { spokenTextMax } from '@/lib/domain/settings/spoken-text';
import { useSettingForm } from './use-setting-form';

const wordsSchema = callWordsSchema.required();

/** What callers hear when nobody answers them. */
export function CallWordsForm({ words, version }: { words: CallWords; version: number }) {
  const t = useTranslations('settings.callWords');
  const common = useTranslations('common');
  const form = useSettingForm({
    schema: wordsSchema,
    values: words,
    version,
    keptAs: 'call words',
    path: '/settings/call-words',
    noun: 'callWords',
    saved: common('saved'),
  });
  const text = { maxLength: spokenTextMax, required: true };
  return (
    <Form of={form}>
      <FormTextArea name="closedGreeting" label={t('closedGreeting')} hint={t('closedHint')} {...text} />
      <FormTextArea name="apology" label={t('apology')} hint={t('apologyHint')} {...text} />
      <FormTextArea name="apologyWithheld" label={t('apologyWithheld')} {...text} />
      <FormTextArea name="busyBeforeMessage" label={t('busyBeforeMessage')} hint={t('busyHint')} {...text} />
      <FormTextArea name="messageInvitation" label={t('messageInvitation')} {...text} />
      <FormActions submitLabel={common('save')} busy={form.busy} />
    </Form>
  );
}
