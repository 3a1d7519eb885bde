'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { type ToCall, usePlaceCall } from './use-place-call';

type Props = {
  to: ToCall;
  /** Whom or what number it is, in words. */
  name: string;
  /** Words on the button; without them it is a sign alone. */
  label?: string;
};

/** A press calls this number; why it cannot be called stands beside it. */
export function CallButton({ to, name, label }: Props) {
  const t = useTranslations('desk.outgoing');
  const { call, busy, offReason, phoneProblem, problem } = usePlaceCall();
  const refusal = phoneProblem ?? problem;
  const press = { busy, disabledReason: offReason, onClick: () => void call(to) };
  return (
    <>
      {label ? (
        <Button {...press} size="small" icon={<Phone />} aria-label={`${label}: ${name}`}>
          {label}
        </Button>
      ) : (
        <IconButton {...press} size="small" icon={<Phone />} label={t('callOne', { name })} />
      )}
      {refusal ? (
        <span role="alert" className="text-danger-ink text-sm">
          {refusal}
        </span>
      ) : null}
    </>
  );
}
