'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { useKeptForm } from '@/components/use-kept-form';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { letterLimits } from '@/lib/domain/letters/letter';
import { useFolderChange } from './use-folder-change';

/** ON-2: sends the own contacts to the client's e-mail. */
export function ContactsDialog({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.contacts');
  const [open, setOpen] = useState(false);
  const kept = useKeptForm(`folder ${folder.id} contacts`, () => ({ to: folder.emails[0] ?? '' }));
  const change = useFolderChange(() => {
    kept.startAnew();
    setOpen(false);
  });
  const letter = folder.contactsLetter;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(letter ? 'again' : 'action')}
      </Button>
      <FormDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        description={t('text')}
        confirmLabel={t('send')}
        busy={change.busy}
        onConfirm={() =>
          void change.run({
            path: `/folders/${folder.id}/contacts-letter`,
            body: { to: kept.form.to },
            done: t('done'),
          })
        }
        error={change.problem}
      >
        <TextField
          label={t('to')}
          required
          inputMode="email"
          maxLength={letterLimits.address}
          value={kept.form.to}
          error={change.fieldProblem('to')}
          onValueChange={(to) => kept.change({ to })}
        />
      </FormDialog>
    </>
  );
}

/** How the letter stands, before the step is signed and after. */
export function ContactsLetterState({ letter }: { letter: FolderView['contactsLetter'] }) {
  const t = useTranslations('folders.contacts.states');
  if (!letter) return null;
  return <p className="text-soft text-sm">{t(letter.state, { to: letter.to.join(', ') })}</p>;
}
