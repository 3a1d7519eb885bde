'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormTextField } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import { reportSettingsContracts } from '@/lib/domain/reports/report-settings.contract';

const schema = reportSettingsContracts.createView.body!.pick({ name: true });

/** Keeps the report on screen under a name. */
export function SaveView() {
  const t = useTranslations('reports.views');
  const router = useRouter();
  const query = useSearchParams().toString();
  const form = useApiForm({
    schema,
    defaultValues: { name: '' },
    keptAs: 'new report view',
    send: ({ name }, options) => api.post('/reports/views', { name, query }, options),
    onDone: () => {
      notify(t('saved'));
      form.form.reset({ name: '' });
      router.refresh();
    },
  });
  return (
    <Form of={form}>
      <FormTextField name="name" label={t('name')} hint={t('nameHint')} required />
      <FormActions submitLabel={t('save')} busy={form.busy} />
    </Form>
  );
}
