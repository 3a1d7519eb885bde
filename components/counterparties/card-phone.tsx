'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '@/components/copy-text';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { PhoneText } from './phone-text';

/** A press copies the number the way machines dial it. */
export function CardPhone({ phone }: { phone: CardSummary['phones'][number] }) {
  const t = useTranslations('counterparties');
  const common = useTranslations('common');
  const [isRefused, setRefused] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-1">
      <PhoneText phone={phone} />
      {phone.e164 ? (
        <IconButton
          size="small"
          label={t('copyPhone')}
          icon={<Copy />}
          onClick={() =>
            void copyText(phone.e164!).then((isCopied) => {
              setRefused(!isCopied);
              if (isCopied) notify(common('copied'));
            })
          }
        />
      ) : (
        <Badge tone="warning">{t('unreadPhone')}</Badge>
      )}
      {isRefused ? (
        <span role="alert" className="text-sm text-warn-ink">
          {t('copyPhoneFailed')}
        </span>
      ) : null}
    </span>
  );
}
