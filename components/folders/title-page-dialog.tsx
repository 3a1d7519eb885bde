'use client';

import { useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { useFolderForm } from './use-folder-form';

/** ON-1, ON-3: puts right whom to call, and where, while nobody signed the title page. */
export function TitlePageDialog({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.titlePageForm');
  const fields = useTranslations('folders.fields');
  const common = useTranslations('common');
  const phoneText = usePhoneText();
  const { form, set, change, open, setOpen, version, ...kept } = useFolderForm(folder, {
    subject: 'title page',
    begin: ({ titlePage: { city, contactPerson, phone } }) => ({
      city,
      contactPerson,
      phone: phoneText(phone),
    }),
  });
  const text = (name: 'city' | 'contactPerson' | 'phone') => ({
    label: fields(name),
    required: true,
    maxLength: cardLimits[name],
    value: form[name],
    error: change.fieldProblem(name),
    onValueChange: (value: string) => set({ [name]: value }),
  });
  return (
    <>
      <Button size="small" variant="quiet" aria-label={t('actionLabel')} onClick={() => setOpen(true)}>
        {t('action')}
      </Button>
      <FormDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        description={t('text')}
        confirmLabel={common('save')}
        busy={change.busy}
        onConfirm={() =>
          void change.run({
            method: 'put',
            path: `/folders/${folder.id}/title-page`,
            body: { ...form, version },
            done: t('done'),
          })
        }
        notices={<RestoredNotice {...kept} />}
        error={change.problem}
      >
        <TextField {...text('city')} />
        <TextField {...text('contactPerson')} />
        <TextField {...text('phone')} inputMode="tel" />
      </FormDialog>
    </>
  );
}
