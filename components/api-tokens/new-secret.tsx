'use client';

import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { copyText } from '@/components/copy-text';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextField } from '@/components/ui/text-field';

export type MadeToken = { id: string; token: string | null; expiresAt: number };

/** A token that is shown this once, with the way to copy it. */
export function NewSecret({ made, onClose }: { made: MadeToken; onClose: () => void }) {
  const t = useTranslations('apiTokens');
  const common = useTranslations('common');
  const format = useFormatter();
  const field = useRef<HTMLInputElement>(null);
  const [copying, setCopying] = useState<'copied' | 'refused' | null>(null);
  const { token } = made;
  const copy = async (secret: string) => {
    const isCopied = await copyText(secret);
    setCopying(isCopied ? 'copied' : 'refused');
    if (isCopied) return;
    field.current?.focus();
    field.current?.select();
  };
  return (
    <div className="flex flex-col gap-3">
      {token === null ? (
        <InlineAlert tone="warning">{t('secretLost')}</InlineAlert>
      ) : (
        <>
          <p>
            {t('secretText')} {t('until', { at: format.dateTime(made.expiresAt, 'dateTime') })}
          </p>
          <TextField
            ref={field}
            label={t('secret')}
            value={token}
            onValueChange={() => undefined}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
        </>
      )}
      {copying === 'refused' ? (
        <p role="alert" className="text-sm text-warn-ink">
          {t('copyFailed')}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {token === null ? null : (
          <Button
            variant="primary"
            icon={copying === 'copied' ? <Check /> : <Copy />}
            onClick={() => void copy(token)}
          >
            {copying === 'copied' ? common('copied') : t('copy')}
          </Button>
        )}
        <Button onClick={onClose}>{common('close')}</Button>
      </div>
    </div>
  );
}
