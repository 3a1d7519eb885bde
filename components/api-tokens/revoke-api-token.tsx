'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

/** Ends a token at once, after a question. */
export function RevokeApiToken({ token: { id, label } }: { token: { id: string; label: string } }) {
  const t = useTranslations('apiTokens');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const revoke = useChange<void>((_, options) => api.post(`/api-tokens/${id}/revoke`, undefined, options), {
    onDone: () => {
      notify(t('revoked'));
      setOpen(false);
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
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
