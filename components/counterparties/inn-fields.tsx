'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { checkInn, checkKpp, plainCode } from '@/lib/domain/counterparties/inn';

type Codes = { inn: string; kpp: string };
type Props = Codes & {
  onChange: (change: Partial<Codes>) => void;
  errorOf: (field: keyof Codes) => string | undefined;
};

/** INN and KPP. A wrong check digit is said and keeps nobody from saving; a KPP is asked for beside an organisation's INN. */
export function InnFields({ inn, kpp, onChange, errorOf }: Props) {
  const t = useTranslations('counterparties');
  const plainInn = plainCode(inn);
  const innWarning = checkInn(plainInn);
  const kppWarning = checkKpp(plainCode(kpp), plainInn);
  return (
    <>
      <TextField
        label={t('fields.inn')}
        inputMode="numeric"
        maxLength={cardLimits.inn}
        value={inn}
        onValueChange={(typed) => onChange({ inn: typed })}
        hint={plainInn !== '' && innWarning === null ? t('innRight') : undefined}
        warning={innWarning && t(`innWarning.${innWarning}`)}
        error={errorOf('inn')}
      />
      {plainInn.length === 10 || kpp !== '' ? (
        <TextField
          label={t('fields.kpp')}
          maxLength={cardLimits.kpp}
          value={kpp}
          onValueChange={(typed) => onChange({ kpp: typed })}
          warning={kppWarning && t(`kppWarning.${kppWarning}`)}
          error={errorOf('kpp')}
        />
      ) : null}
    </>
  );
}
