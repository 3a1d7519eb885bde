'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormTextArea } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import type { CallWords } from '@/lib/domain/settings/call-words';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { spokenTextMax } from '@/lib/domain/settings/spoken-text';

/** What callers hear when nobody answers them. */
export function CallWordsForm({ words }: { words: CallWords }) {
  const t = useTranslations('settings.callWords');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useApiForm({
    schema: settingsContracts.updateCallWords.body!,
    defaultValues: words,
    keptAs: 'call words',
    send: (values, options) => api.put('/settings/call-words', values, options),
    onDone: () => {
      notify(common('saved'));
      router.refresh();
    },
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
