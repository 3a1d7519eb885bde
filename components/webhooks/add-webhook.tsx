'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormTextField } from '@/components/ui/form-fields';
import { chosenEventKinds } from '@/lib/domain/webhooks/webhook-event';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { KindsField } from './kinds-field';
import { ShownSecret } from './shown-secret';

/** Adds an address and shows its secret once. */
export function AddWebhook() {
  const t = useTranslations('webhooks');
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      size="medium"
      trigger={
        <Button variant="primary" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
    >
      {isOpen ? <NewWebhook onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function NewWebhook({ onClose }: { onClose: () => void }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const router = useRouter();
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const form = useApiForm({
    schema: webhookContracts.create.body!,
    defaultValues: { address: '', kinds: chosenEventKinds },
    keptAs: 'new webhook',
    send: (values, options) => api.post<{ secret: string | null }>('/webhooks', values, options),
    onDone: (answer) => {
      setMade(answer);
      router.refresh();
    },
  });
  if (made) return <ShownSecret secret={made.secret} onClose={onClose} />;
  return (
    <Form of={form}>
      <FormTextField name="address" type="url" label={t('address')} hint={t('addressHint')} required />
      <KindsField name="kinds" />
      <FormActions submitLabel={t('add')} busy={form.busy}>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
