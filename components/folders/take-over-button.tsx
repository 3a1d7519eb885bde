'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import type { useFolderChange } from './use-folder-change';

type Props = { folder: FolderView; change: ReturnType<typeof useFolderChange> };

/** Takes a folder over, and asks first when the client is a colleague's (CO-1). */
export function TakeOverButton({ folder, change }: Props) {
  const t = useTranslations('folders');
  const [isAsking, setIsAsking] = useState(false);
  const { colleague } = folder;
  const takeOver = () =>
    void change.run({
      path: `/folders/${folder.id}/take-over`,
      body: { seenManagerId: colleague?.id ?? null },
      done: t('takenOver'),
    });
  return (
    <>
      <Button variant="primary" busy={change.busy} onClick={colleague ? () => setIsAsking(true) : takeOver}>
        {t('takeOver')}
      </Button>
      {colleague ? (
        <AlertDialog
          open={isAsking}
          onOpenChange={setIsAsking}
          tone="primary"
          title={t('takeOverFrom.title', { name: colleague.name })}
          text={t('takeOverFrom.text')}
          confirmLabel={t('takeOver')}
          onConfirm={() => {
            setIsAsking(false);
            takeOver();
          }}
        />
      ) : null}
    </>
  );
}
