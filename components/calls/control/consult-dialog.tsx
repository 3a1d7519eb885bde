'use client';

import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHotkey, useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { LaterConsultChoice } from '../later-questions';
import type { Control } from './use-control';

/** Asks a colleague or a department (S4), or passes a call on at once that was handed over to the person (S3). */
export function ConsultDialog({ control, mayTransfer }: { control: Control; mayTransfer: boolean }) {
  const t = useTranslations('desk.control.consult');
  const tTransfer = useTranslations('desk.control.transfer');
  const keys = useKeysOf('consult') ?? undefined;
  const [isOpen, setOpen] = useState(false);
  useHotkey('consult', () => setOpen(true), { enabled: !isOpen });
  return (
    <>
      <Button size="call" icon={<MessagesSquare />} keys={keys} onClick={() => setOpen(true)}>
        {mayTransfer ? tTransfer('open') : t('open')}
      </Button>
      {isOpen ? (
        <LaterConsultChoice control={control} mayTransfer={mayTransfer} onOpenChange={setOpen} />
      ) : null}
    </>
  );
}
