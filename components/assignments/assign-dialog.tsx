'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import { ChosenClients } from './chosen-clients';

type Manager = { id: string; name: string };
type Props = {
  from: Manager | null;
  /** Whoever may be given clients. */
  managers: readonly Manager[];
  /** How many there are to give. */
  clients: number;
  onClose: () => void;
};

const byRule = 'byRule';

/**
 * To whom the clients go, or by rule, and why; it stays typed until it is written. As many go as stand here: when somebody
 * else was quicker, it says how many are left.
 */
export function AssignDialog({ from, managers, clients, onClose }: Props) {
  const t = useTranslations('assignments.form');
  const router = useRouter();
  const words = useErrorWords();
  const [seenClients, setSeenClients] = useState(clients);
  const kept = useKeptForm(`clients of ${from?.id ?? 'nobody'}`, () => ({ toId: byRule, reason: '' }));
  const { reason } = kept.form;
  const [chosen, setChosen] = useState<string[] | null>(null);
  const others = managers.filter(({ id }) => id !== from?.id);
  const toId = others.some(({ id }) => id === kept.form.toId) ? kept.form.toId : byRule;
  const { run, busy, error } = useChange<object, { clients: number }>(
    (body, { key }) => api.post('/assignments', body, { key }),
    {
      onDone: ({ clients }) => {
        kept.startAnew();
        onClose();
        notify(t('done', { count: clients }));
        router.refresh();
      },
      onRefused: ({ code, details }) => {
        if (code !== 'conflict') return;
        setSeenClients(Number(details.clients));
        router.refresh();
      },
    },
  );
  const [refused] = Object.values(error?.fields ?? {});
  const problem = refused
    ? words.ofField(refused)
    : error?.code === 'conflict'
      ? t('changed', { count: seenClients })
      : error && words.ofError(error);
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={from ? t('title', { name: from.name }) : t('titleUnassigned')}
      text={
        chosen
          ? t('textChosen')
          : t(from ? (toId === byRule ? 'textByRule' : 'text') : 'textUnassigned', { count: seenClients })
      }
      confirmLabel={t('save')}
      busy={busy}
      disabledReason={reason.trim() === '' || chosen?.length === 0 ? words.ofField('required') : null}
      error={problem}
      onConfirm={() =>
        void run({
          fromId: from?.id ?? null,
          toId: toId === byRule ? null : toId,
          ...(chosen ? { counterpartyIds: chosen } : { seenClients }),
          reason: reason.trim(),
        })
      }
    >
      <SelectField<string>
        label={t('to')}
        required
        options={[
          { value: byRule, label: t('byRule') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={toId}
        onValueChange={(next) => kept.change({ ...kept.form, toId: next })}
      />
      {from ? (
        <Segmented
          label={t('which')}
          options={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`whichOf.${value}`) }))}
          value={chosen ? 'chosen' : 'all'}
          onValueChange={(which) => setChosen(which === 'chosen' ? [] : null)}
        />
      ) : null}
      {from && chosen ? <ChosenClients managerId={from.id} chosen={chosen} onChoose={setChosen} /> : null}
      <TextArea
        label={t('reason')}
        required
        rows={2}
        maxLength={1000}
        value={reason}
        onValueChange={(next) => kept.change({ ...kept.form, reason: next })}
      />
    </AlertDialog>
  );
}
