'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { type Repair, repairKey } from '@/lib/domain/connection/repair';

type Answer = { done: Repair[]; failed: { repair: Repair; detail: string }[] };

/** Tells what would be written to the phone provider, address by address, and writes it when that is agreed to. */
export function RepairDialog({ repairs, onWritten }: { repairs: Repair[]; onWritten: () => void }) {
  const t = useTranslations('connection.repair');
  const words = useErrorWords();
  const nameOf = useRepairName();
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<Answer['failed']>([]);
  const change = useChange<Repair[], Answer>(
    (wanted, options) => api.post<Answer>('/settings/connection/repairs', { repairs: wanted }, options),
    {
      onDone: (answer) => {
        if (answer.done.length > 0) notify(t('done', { count: answer.done.length }));
        setFailed(answer.failed);
        if (answer.failed.length > 0) return;
        setOpen(false);
        onWritten();
      },
    },
  );
  const open = (next: boolean) => {
    setOpen(next);
    change.clearError();
    // What was written before one failed is found by the next test.
    if (!next && failed.length > 0) onWritten();
    setFailed([]);
  };
  const error =
    change.error?.code === 'conflict' ? t('changed') : change.error && words.ofError(change.error);
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={open}
      trigger={
        <Button variant="primary" size="small">
          {t('offer', { count: repairs.length })}
        </Button>
      }
      title={t('title')}
      text={t('text')}
      confirmLabel={t('confirm')}
      tone="primary"
      busy={change.busy}
      error={error}
      onConfirm={() => void change.run(repairs)}
    >
      <ul className="flex flex-col gap-3">
        {repairs.map((repair) => (
          <li key={repairKey(repair)} className="[overflow-wrap:anywhere]">
            <p className="font-medium">{nameOf(repair)}</p>
            <p className="text-soft">{t('now', { address: repair.from || t('nothing') })}</p>
            <p>{t('then', { address: `POST ${repair.to}` })}</p>
          </li>
        ))}
      </ul>
      {failed.map(({ repair, detail }) => (
        <InlineAlert key={repairKey(repair)} tone="danger" urgent>
          {t('failed', { what: nameOf(repair), detail })}
        </InlineAlert>
      ))}
    </AlertDialog>
  );
}

function useRepairName() {
  const t = useTranslations('connection.repair');
  const phoneText = usePhoneText();
  return ({ target, name, field }: Repair) =>
    `${target === 'app' ? t('app') : phoneText({ raw: name, e164: name, extension: null })}: ${t(`fields.${field}`)}`;
}
