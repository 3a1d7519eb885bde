'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { CallButton } from './call-button';
import { type ToCall, usePlaceCall } from './use-place-call';

type Props = {
  phones: CardSummary['phones'];
  /** Whose numbers they are. */
  name: string;
  about: Omit<ToCall, 'phone'>;
};

/** A press calls the only number that can be dialled, or asks which of several; nothing stands there without one. */
export function CallChoice({ phones, name, about }: Props) {
  const phoneText = usePhoneText();
  const [only, ...others] = phones.flatMap((phone) =>
    phone.e164 ? [{ e164: phone.e164, text: phoneText(phone) }] : [],
  );
  if (!only) return null;
  if (others.length > 0) return <CallMenu choices={[only, ...others]} name={name} about={about} />;
  return <CallButton to={{ ...about, phone: only.e164 }} name={`${name}, ${only.text}`} />;
}

type MenuProps = Omit<Props, 'phones'> & { choices: { e164: string; text: string }[] };

function CallMenu({ choices, name, about }: MenuProps) {
  const t = useTranslations('desk.outgoing');
  const { call, busy, offReason, phoneProblem, problem } = usePlaceCall();
  const refusal = phoneProblem ?? problem;
  const press = { size: 'small', label: t('callOne', { name }), icon: <Phone /> } as const;
  if (offReason) return <IconButton {...press} disabledReason={offReason} />;
  return (
    <>
      <Menu
        align="end"
        heading={name}
        entries={choices.map(({ e164, text }) => ({
          kind: 'action',
          label: text,
          icon: <Phone />,
          onSelect: () => void call({ ...about, phone: e164 }),
        }))}
        trigger={<IconButton {...press} busy={busy} />}
      />
      {refusal ? (
        <span role="alert" className="text-danger-ink text-sm">
          {refusal}
        </span>
      ) : null}
    </>
  );
}
