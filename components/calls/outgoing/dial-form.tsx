'use client';

import { Delete, Phone } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { CompanyNumberView } from '@/lib/domain/settings/numbers.contract';
import { usePlaceCall } from './use-place-call';

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '0'] as const;

/** A number typed, pasted or pressed, and over which of ours it is dialled. */
export function DialForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('desk.outgoing');
  const { call, busy, offReason, phoneProblem, problem, clearError } = usePlaceCall();
  const lines = useLines();
  const [phone, setPhone] = useState('');
  const [numberId, setNumberId] = useState('last');
  const type = (typed: string) => {
    setPhone(typed);
    clearError();
  };
  const dial = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || offReason || phone.trim() === '') return;
    if (await call({ phone, numberId: numberId === 'last' ? null : numberId })) onDone();
  };
  return (
    <form className="flex w-64 flex-col gap-3" onSubmit={(event) => void dial(event)}>
      <TextField
        label={t('dial.phone')}
        type="tel"
        value={phone}
        onValueChange={type}
        maxLength={50}
        error={phoneProblem ?? undefined}
      />
      <div className="grid grid-cols-3 gap-2">
        {keypad.map((key) => (
          <Button key={key} onClick={() => type(phone + key)}>
            {key}
          </Button>
        ))}
        <IconButton
          variant="secondary"
          className="w-full"
          label={t('dial.erase')}
          icon={<Delete />}
          onClick={() => type(phone.slice(0, -1))}
        />
      </div>
      {lines.length > 1 ? (
        <SelectField
          label={t('dial.line')}
          value={numberId}
          onValueChange={setNumberId}
          options={[
            { value: 'last', label: t('dial.lastLine') },
            ...lines.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {problem ? <InlineAlert tone="danger">{problem}</InlineAlert> : null}
      <Button
        type="submit"
        variant="primary"
        icon={<Phone />}
        busy={busy}
        disabledReason={offReason ?? (phone.trim() === '' ? t('dial.phoneMissing') : null)}
      >
        {t('call')}
      </Button>
    </form>
  );
}

/** The numbers of ours in use; without an answer the call still goes out over the last one. */
function useLines(): CompanyNumberView[] {
  const [lines, setLines] = useState<CompanyNumberView[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    api.get<{ rows: CompanyNumberView[] }>('/numbers', { signal: controller.signal }).then(
      ({ rows }) => setLines(rows.filter(({ disabledAt }) => disabledAt === null)),
      (error) => {
        if (!controller.signal.aborted && !(error instanceof ApiError)) throw error;
      },
    );
    return () => controller.abort();
  }, []);
  return lines;
}
