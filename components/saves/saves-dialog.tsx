'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { isWaiting } from './save';
import { SaveEntry } from './save-entry';
import { useSaves } from './saves-provider';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** What waits for the connection and what was refused, each with its way out. */
export function SavesDialog({ open, onOpenChange }: Props) {
  const t = useTranslations('saves');
  const { saves } = useSaves();
  const refused = saves.filter((save) => !isWaiting(save));
  const close = () => onOpenChange(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('text')} size="medium">
      {saves.length === 0 ? <p>{t('empty')}</p> : null}
      <ul className="flex flex-col gap-3">
        {[...refused, ...saves.filter(isWaiting)].map((save) => (
          <SaveEntry key={save.id} save={save} onLeave={close} />
        ))}
      </ul>
    </Dialog>
  );
}
