import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CallDirection } from '@/lib/domain/calls/call';

/** Who called whom: a sign and the word for it. */
export function DirectionSign({ direction }: { direction: CallDirection }) {
  const t = useTranslations('calls.directions');
  const Icon = direction === 'outbound' ? PhoneOutgoing : PhoneIncoming;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-faint" />
      {t(direction)}
    </span>
  );
}
