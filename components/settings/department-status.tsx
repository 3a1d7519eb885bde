'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Props = { department: { id: string; name: string; disabledAt: number | null } };

const reasons = ['lastOfItsKind', 'hasEmployees', 'hasOpenWork'] as const;

/** Disables a department that nobody needs, or takes it back. */
export function DepartmentStatus({ department }: Props) {
  const t = useTranslations('departments');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const change = useChange<'disable' | 'enable', { id: string }>(
    (verb, options) => api.post(`/departments/${department.id}/${verb}`, undefined, options),
    {
      onDone: () => {
        setOpen(false);
        router.refresh();
      },
    },
  );
  const say = (error: ApiError) => {
    const why = reasons.find((reason) => reason === error.details.reason);
    return why ? t(`why.${why}`) : words.ofError(error);
  };
  if (department.disabledAt !== null) {
    return (
      <>
        {change.error ? (
          <InlineAlert tone="danger" urgent>
            {say(change.error)}
          </InlineAlert>
        ) : null}
        <Button variant="primary" busy={change.busy} onClick={() => void change.run('enable')}>
          {t('enable')}
        </Button>
      </>
    );
  }
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t('disable')}</Button>}
      title={t('disableTitle', { name: department.name })}
      text={t('disableText')}
      confirmLabel={t('disable')}
      busy={change.busy}
      error={change.error ? say(change.error) : null}
      onConfirm={() => void change.run('disable')}
    />
  );
}
