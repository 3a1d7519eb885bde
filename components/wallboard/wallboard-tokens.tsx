'use client';

import { Copy, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { copyText } from '@/components/copy-text';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormTextField } from '@/components/ui/form-fields';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { Panel } from '@/components/ui/panel';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { type WallboardToken, wallboardContracts } from '@/lib/domain/reports/wallboard.contract';

/** The televisions that are let in to the wallboard: added, each with an address shown once, and revoked. */
export function WallboardTokens({ rows }: { rows: readonly WallboardToken[] }) {
  const t = useTranslations('reports.settings');
  const format = useFormatter();
  return (
    <Panel title={t('screens')} actions={<AddScreen />}>
      <p className="pb-3 text-soft">{t('screensHint')}</p>
      <DataTable
        caption={t('screens')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noScreens')} text={t('noScreensText')} />}
        columns={[
          { key: 'label', header: t('columns.label'), isRowHeader: true, cell: ({ label }) => label },
          {
            key: 'created',
            header: t('columns.created'),
            cell: ({ createdAt, createdBy }) =>
              [format.dateTime(createdAt, 'date'), createdBy].filter(Boolean).join(', '),
          },
          {
            key: 'used',
            header: t('columns.used'),
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? t('neverUsed') : format.dateTime(lastUsedAt, 'dateTime'),
          },
          {
            key: 'actions',
            header: t('columns.actions'),
            isHeaderHidden: true,
            align: 'end',
            cell: (screen) => <RevokeScreen screen={screen} />,
          },
        ]}
      />
    </Panel>
  );
}

function AddScreen() {
  const t = useTranslations('reports.settings');
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" size="small" icon={<Plus />}>
          {t('addScreen')}
        </Button>
      }
      title={t('addScreen')}
    >
      {isOpen ? <NewScreen onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function NewScreen({ onClose }: { onClose: () => void }) {
  const t = useTranslations('reports.settings');
  const common = useTranslations('common');
  const router = useRouter();
  const [made, setMade] = useState<{ token: string | null } | null>(null);
  const form = useApiForm({
    schema: wallboardContracts.createToken.body!,
    defaultValues: { label: '' },
    keptAs: 'new television',
    send: (values, options) => api.post<{ token: string | null }>('/wallboard/tokens', values, options),
    onDone: (answer) => {
      setMade(answer);
      router.refresh();
    },
  });
  if (!made) {
    return (
      <Form of={form}>
        <FormTextField name="label" label={t('screenName')} hint={t('screenNameHint')} required />
        <FormActions submitLabel={t('addScreen')} busy={form.busy}>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </FormActions>
      </Form>
    );
  }
  const address = made.token === null ? null : `${window.location.origin}/wallboard?token=${made.token}`;
  return (
    <div className="flex flex-col gap-3">
      {address === null ? (
        <InlineAlert tone="warning">{t('addressLost')}</InlineAlert>
      ) : (
        <>
          <p>{t('addressText')}</p>
          <p className="select-all rounded-md bg-sunken p-2 text-sm [overflow-wrap:anywhere]">
            <span className="sr-only">{t('addressTitle')}: </span>
            <span data-testid="wallboard-address">{address}</span>
          </p>
        </>
      )}
      <div className="flex gap-2">
        {address === null ? null : (
          <Button
            variant="primary"
            icon={<Copy />}
            onClick={async () => {
              if (await copyText(address)) notify(common('copied'));
            }}
          >
            {t('copy')}
          </Button>
        )}
        <Button onClick={onClose}>{common('close')}</Button>
      </div>
    </div>
  );
}

function RevokeScreen({ screen: { id, label } }: { screen: WallboardToken }) {
  const t = useTranslations('reports.settings');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const revoke = useChange<void>(
    (_, options) => api.post(`/wallboard/tokens/${id}/revoke`, undefined, options),
    {
      onDone: () => {
        notify(t('revoked'));
        setOpen(false);
        router.refresh();
      },
      onRefused: () => router.refresh(),
    },
  );
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('revoke')}: ${label}`}>
          {t('revoke')}
        </Button>
      }
      title={t('revokeTitle', { label })}
      text={t('revokeText')}
      confirmLabel={t('revoke')}
      onConfirm={() => void revoke.run()}
      busy={revoke.busy}
      error={revoke.error ? words.ofError(revoke.error) : null}
    />
  );
}
