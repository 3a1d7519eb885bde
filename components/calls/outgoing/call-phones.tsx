'use client';

import { Phone } from 'lucide-react';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { Button } from '@/components/ui/button';
import type { PhoneToCall } from '@/lib/domain/counterparties/card-views';
import { type ToCall, usePlaceCall } from './use-place-call';

type Props = {
  phones: readonly PhoneToCall[];
  script: NonNullable<ToCall['script']>;
  /** Why nobody may be called about it now. */
  offReason: string | null;
  /** What stands there without a phone. */
  none: string;
};

/** The phones of a client; a press calls one by the call script of what the call is about, and the talk is led on the desk. */
export function CallPhones({ phones, script, offReason, none }: Props) {
  const phoneText = usePhoneText();
  const placing = usePlaceCall();
  const refusal = placing.phoneProblem ?? placing.problem;
  if (phones.length === 0) return <p className="text-soft">{none}</p>;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {phones.map((phone) => (
        <Button
          key={`${phone.raw} ${phone.contactName ?? ''}`}
          icon={<Phone />}
          busy={placing.busy}
          disabledReason={placing.offReason ?? offReason}
          onClick={() => void placing.call({ phone: phone.e164 ?? phone.raw, script })}
        >
          {phoneText(phone)}
          {phone.contactName ? ` · ${phone.contactName}` : ''}
        </Button>
      ))}
      {refusal ? (
        <span role="alert" className="text-danger-ink text-sm">
          {refusal}
        </span>
      ) : null}
    </div>
  );
}
