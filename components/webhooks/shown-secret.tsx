'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { copyText } from '@/components/copy-text';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';

/** The secret, this once; null: it has been shown already. */
export function ShownSecret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  return (
    <div className="flex flex-col gap-3">
      {secret === null ? (
        <InlineAlert tone="warning">{t('secretLost')}</InlineAlert>
      ) : (
        <>
          <p>{t('secretText')}</p>
          <p className="select-all rounded-md bg-sunken p-2 text-sm [overflow-wrap:anywhere]">
            <span className="sr-only">{t('secretTitle')}: </span>
            <span data-testid="webhook-secret">{secret}</span>
          </p>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {secret === null ? null : (
          <Button
            variant="primary"
            icon={<Copy />}
            onClick={async () => {
              if (await copyText(secret)) notify(common('copied'));
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
