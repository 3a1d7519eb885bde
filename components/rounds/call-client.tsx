'use client';

import { Phone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { usePlaceCall } from '@/components/calls/outgoing/use-place-call';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { Button } from '@/components/ui/button';
import { currentSatisfactionRound } from '@/lib/domain/call-scripts/catalog';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** SA-1: a press calls the client by the call script of a round; the talk is led on the desk. */
export function CallClient({ round }: { round: RoundView }) {
  const t = useTranslations('rounds');
  const router = useRouter();
  const phoneText = usePhoneText();
  const { call, busy, offReason, phoneProblem, problem } = usePlaceCall();
  const { phones } = round.counterparty;
  const refusal = phoneProblem ?? problem;
  if (phones.length === 0) return <p className="text-soft">{t('noPhones')}</p>;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {phones.map((phone) => (
        <Button
          key={phone.raw}
          icon={<Phone />}
          busy={busy}
          disabledReason={offReason ?? (round.may.call ? null : t('problems.hourTried'))}
          onClick={() => {
            const script = { id: currentSatisfactionRound.id, subjectId: round.id };
            void call({ phone: phone.e164 ?? phone.raw, script }).then((isPlaced) => {
              if (isPlaced) router.push('/desk');
            });
          }}
        >
          {phoneText(phone)}
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
