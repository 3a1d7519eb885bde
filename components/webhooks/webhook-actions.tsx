'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { EntryDialog } from '@/components/settings/entry-dialog';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormTextField } from '@/components/ui/form-fields';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import { type WebhookView, webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';
import { KindsField } from './kinds-field';
import { ReplayDialog } from './replay-dialog';
import { ShownSecret } from './shown-secret';

/** What an administrator does with an address. */
export function WebhookActions({ webhook }: { webhook: WebhookView }) {
  const isOn = webhook.disabledAt === null;
  return (
    <>
      {isOn ? <SendTest webhook={webhook} /> : null}
      {isOn ? <ReplayDialog webhook={webhook} /> : null}
      <EditWebhook webhook={webhook} />
      <RenewSecret webhook={webhook} />
      <SwitchWebhook webhook={webhook} />
      <RemoveWebhook webhook={webhook} />
    </>
  );
}

function SendTest({ webhook: { id } }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const words = useErrorWords();
  const router = useRouter();
  const test = useChange<void>((_, options) => api.post(`/webhooks/${id}/test`, undefined, options), {
    onDone: () => {
      notify(t('tested'));
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  return (
    <>
      <Button variant="primary" busy={test.busy} onClick={() => void test.run()}>
        {t('test')}
      </Button>
      {test.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(test.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}

function EditWebhook({ webhook: { id, address, kinds } }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  return (
    <EntryDialog
      trigger={<Button>{t('edit')}</Button>}
      title={t('editTitle')}
      schema={webhookContracts.create.body!}
      defaultValues={{ address, kinds }}
      keptAs={`webhook ${id}`}
      send={(values, options) => api.patch(`/webhooks/${id}`, values, options)}
      savedMessage={t('saved')}
    >
      <FormTextField name="address" type="url" label={t('address')} hint={t('addressHint')} required />
      <KindsField name="kinds" />
    </EntryDialog>
  );
}

function RenewSecret({ webhook: { id } }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const words = useErrorWords();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const renew = useChange<void, { secret: string | null }>(
    (_, options) => api.post(`/webhooks/${id}/renew-secret`, undefined, options),
    {
      onDone: (answer) => {
        setAsking(false);
        setMade(answer);
        router.refresh();
      },
    },
  );
  return (
    <>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        trigger={<Button>{t('renew')}</Button>}
        title={t('renewTitle')}
        text={t('renewText')}
        tone="primary"
        confirmLabel={t('renewConfirm')}
        onConfirm={() => void renew.run()}
        busy={renew.busy}
        error={renew.error ? words.ofError(renew.error) : null}
      />
      <Dialog open={made !== null} onOpenChange={() => setMade(null)} title={t('secretTitle')}>
        {made ? <ShownSecret secret={made.secret} onClose={() => setMade(null)} /> : null}
      </Dialog>
    </>
  );
}

function SwitchWebhook({ webhook: { id, disabledAt, offReason } }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const words = useErrorWords();
  const router = useRouter();
  const change = useChange<boolean>(
    (isEnabled, options) => api.patch(`/webhooks/${id}`, { isEnabled }, options),
    {
      onDone: (_, isEnabled) => {
        notify(t(isEnabled ? 'turnedOn' : 'turnedOff'));
        router.refresh();
      },
    },
  );
  const isOn = disabledAt === null;
  return (
    <>
      <Button busy={change.busy} onClick={() => void change.run(!isOn)}>
        {t(isOn ? 'turnOff' : 'turnOn')}
      </Button>
      {!isOn && offReason !== 'person' ? (
        <Button busy={change.busy} onClick={() => void change.run(false)}>
          {t('leaveOff')}
        </Button>
      ) : null}
      {change.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(change.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}

function RemoveWebhook({ webhook: { id, address } }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const remove = useChange<void>((_, options) => api.delete(`/webhooks/${id}`, undefined, options), {
    onDone: () => {
      notify(t('removed'));
      router.push('/settings/webhooks');
      router.refresh();
    },
  });
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{t('remove')}</Button>}
      title={t('removeTitle')}
      text={t('removeText', { address: shownAddress(address) })}
      confirmLabel={t('remove')}
      onConfirm={() => void remove.run()}
      busy={remove.busy}
      error={remove.error ? words.ofError(remove.error) : null}
    />
  );
}
