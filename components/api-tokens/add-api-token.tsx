'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormSelect, FormTextField } from '@/components/ui/form-fields';
import { apiTokenContracts } from '@/lib/domain/employees/api-tokens.contract';
import { tokenLifeDays, tokenScopes } from '@/lib/domain/employees/token-life';
import { type MadeToken, NewSecret } from './new-secret';

const fields = apiTokenContracts.create.body!.extend({ days: z.string() });

/** Makes a token of one's own; it is shown once, in the same window. */
export function AddApiToken() {
  const t = useTranslations('apiTokens');
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" size="small" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
    >
      {isOpen ? <NewApiToken onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function NewApiToken({ onClose }: { onClose: () => void }) {
  const t = useTranslations('apiTokens');
  const common = useTranslations('common');
  const router = useRouter();
  const [made, setMade] = useState<MadeToken | null>(null);
  const form = useApiForm({
    schema: fields,
    defaultValues: { label: '', scope: 'read', days: '90' },
    keptAs: 'new API token',
    send: ({ days, ...values }, options) =>
      api.post<MadeToken>('/me/api-tokens', { ...values, days: Number(days) }, options),
    onDone: (answer) => {
      setMade(answer);
      router.refresh();
    },
  });
  if (made) return <NewSecret made={made} onClose={onClose} />;
  return (
    <Form of={form}>
      <FormTextField name="label" label={t('label')} hint={t('labelHint')} required autoComplete="off" />
      <FormSelect
        name="scope"
        label={t('scope')}
        options={tokenScopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
      />
      <FormSelect
        name="days"
        label={t('days')}
        options={tokenLifeDays.map((count) => ({ value: `${count}`, label: t('dayChoices', { count }) }))}
      />
      <FormActions submitLabel={t('add')} busy={form.busy}>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
