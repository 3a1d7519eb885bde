'use client';

import { Headphones, LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BarRow } from '@/components/calls/bar-row';
import { useCallerWords } from '@/components/calls/caller-words';
import { type Control, useControl } from '@/components/calls/control/use-control';
import { ToCallLink } from '@/components/calls/to-call-link';
import { CallPhoneControls, CallPhoneState } from '@/components/phone/call-phone';
import { DialIn } from '@/components/phone/dial-in';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Elapsed } from '@/components/ui/elapsed';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Segmented } from '@/components/ui/segmented';
import type { MyCall, SupervisionView } from '@/lib/domain/calls/call-view';
import { supervisionModes } from '@/lib/domain/calls/supervision';

/** The person is in the conversation of another: by whom they are heard, the way to lead it, the way out (S5). */
export function SupervisionRow({ call }: { call: MyCall }) {
  const t = useTranslations('supervision');
  const { nameOf } = useCallerWords();
  const control = useControl(call.id);
  const { supervision } = call;
  if (!supervision) return null;
  const { joinedAt, refused } = supervision;
  const problem = control.problem ?? (refused ? t('row.refused', { mode: t(`modes.${refused}`) }) : null);
  return (
    <>
      <BarRow
        tone="talking"
        icon={<Headphones />}
        state={<State call={call} supervision={supervision} />}
        title={nameOf(call)}
        detail={
          joinedAt === null ? (
            <Joining call={call} />
          ) : (
            <>
              <p role="status">
                {supervision.takesOver ? t('row.takesOver') : t(`row.isHeard.${supervision.mode}`)}
              </p>
              {call.browserLeg ? <CallPhoneState callId={call.id} /> : null}
            </>
          )
        }
        actions={
          <>
            {joinedAt === null || supervision.takesOver ? null : (
              <>
                <Segmented
                  label={t('modesLabel')}
                  options={supervisionModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
                  value={supervision.mode}
                  onValueChange={(mode) =>
                    void control.order({ method: 'patch', path: 'supervision', body: { mode } })
                  }
                />
                {call.browserLeg && supervision.mode !== 'listen' ? (
                  <CallPhoneControls callId={call.id} />
                ) : null}
                <TakeOverButton call={call} control={control} />
              </>
            )}
            <ToCallLink callId={call.id} />
            <Button
              size="call"
              icon={<LogOut />}
              busy={control.busy}
              onClick={() =>
                void control.order({ method: 'delete', path: 'supervision', said: t('row.hasLeft') })
              }
            >
              {t('row.leave')}
            </Button>
          </>
        }
      />
      {problem ? (
        <InlineAlert tone="danger" urgent className="rounded-none">
          {problem}
        </InlineAlert>
      ) : null}
    </>
  );
}

function State({ call, supervision }: { call: MyCall; supervision: SupervisionView }) {
  const t = useTranslations('supervision');
  const states = useTranslations('supervision.states');
  const { joinedAt, expiresAt } = supervision;
  const words = joinedAt === null ? t('row.joining') : t('row.of', { name: call.claimedBy?.name ?? '' });
  return (
    <>
      <strong className="font-semibold text-ink">{words}</strong>{' '}
      {joinedAt === null ? (
        <Countdown until={expiresAt} stopsAtZero />
      ) : (
        <>
          <Elapsed since={call.joinedAt ?? call.arrivedAt} />
          {call.consult
            ? ` · ${states('consulting')}`
            : call.heldSince === null
              ? null
              : ` · ${states('held')}`}
        </>
      )}
    </>
  );
}

function Joining({ call }: { call: MyCall }) {
  const t = useTranslations('supervision.row');
  return call.browserLeg ? <DialIn call={call} /> : <p>{t('pickUp')}</p>;
}

function TakeOverButton({ call, control }: { call: MyCall; control: Control }) {
  const t = useTranslations('supervision.takeOver');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const takeOver = async () => {
    if (await control.order({ path: 'supervision/take-over', said: t('isAsked') })) {
      setOpen(false);
      router.push(`/desk?call=${call.id}`);
    }
  };
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button size="call">{t('open')}</Button>}
      title={t('title', { name: call.claimedBy?.name ?? '' })}
      text={t('text')}
      confirmLabel={t('confirm')}
      busy={control.busy}
      error={control.problem}
      onConfirm={() => void takeOver()}
    />
  );
}
