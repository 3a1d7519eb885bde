'use client';

import { Headphones, MoreHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useControl } from '@/components/calls/control/use-control';
import { useMyCalls } from '@/components/calls/my-calls-provider';
import { usePhone } from '@/components/phone/phone-provider';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Menu } from '@/components/ui/menu';
import type { SupervisionMode } from '@/lib/domain/calls/supervision';
import type { LiveCall } from '@/lib/domain/calls/supervision.contract';

type Props = {
  call: LiveCall;
  personId: string;
  /** Whoever opened the page came for this call: listening has the focus, unless something else has it. */
  isSought: boolean;
};

/** The ways into a conversation; once there, the call bar has the rest. Where nobody talks there is none. */
export function SuperviseButtons({ call, personId, isSought }: Props) {
  const t = useTranslations('supervision');
  const control = useControl(call.id);
  const { prepareClaim } = usePhone();
  const { calls } = useMyCalls();
  const [isPreparing, setPreparing] = useState(false);
  const listen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isSought) return;
    // The menu that led here gives its focus back to a button that is gone, after this page is there.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) listen.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isSought]);
  const name = call.employee?.name ?? '';
  const isOnCall = calls.some(
    ({ claimedBy, supervision, endedAt }) =>
      endedAt === null && (claimedBy?.id === personId || supervision?.employee.id === personId),
  );
  const comeIn = async (mode: SupervisionMode) => {
    if (isPreparing) return;
    setPreparing(true);
    const isReady = await prepareClaim().finally(() => setPreparing(false));
    if (isReady) await control.order({ path: 'supervision', body: { mode } });
  };
  if (!call.maySupervise) return null;
  return (
    <span className="flex flex-wrap items-center gap-1 desk:justify-end">
      <Button
        ref={listen}
        size="small"
        icon={<Headphones />}
        aria-label={t('listenTo', { name })}
        busy={control.busy || isPreparing}
        disabledReason={isOnCall ? t('problems.onAnotherCall') : null}
        onClick={() => void comeIn('listen')}
      >
        {t('modes.listen')}
      </Button>
      {isOnCall ? null : (
        <Menu
          align="end"
          entries={(['whisper', 'barge'] as const).map((mode) => ({
            kind: 'action',
            label: t(`modes.${mode}`),
            onSelect: () => void comeIn(mode),
          }))}
          trigger={<IconButton size="small" label={t('moreModes', { name })} icon={<MoreHorizontal />} />}
        />
      )}
      {control.problem ? (
        <InlineAlert tone="danger" urgent>
          {control.problem}
        </InlineAlert>
      ) : null}
    </span>
  );
}
