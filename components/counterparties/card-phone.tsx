'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CallButton } from '@/components/calls/outgoing/call-button';
import { copyText } from '@/components/copy-text';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { PhoneText, usePhoneText } from './phone-text';

type Props = { phone: CardSummary['phones'][number]; counterpartyId: string };

/** One press calls the number, another copies it the way machines dial it. */
export function CardPhone({ phone, counterpartyId }: Props) {
  const t = useTranslations('counterparties');
  const common = useTranslations('common');
  const phoneText = usePhoneText();
  const [isRefused, setRefused] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-x-1">
      <PhoneText phone={phone} />
      {phone.e164 ? (
        <span className="flex min-w-0 flex-wrap items-center gap-1">
          <CallButton to={{ phone: phone.e164, counterpartyId }} name={phoneText(phone)} />
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
        </span>
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
