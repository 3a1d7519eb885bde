'use client';

import { MessagesSquare, PhoneForwarded, PhoneIncoming } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Elapsed } from '@/components/ui/elapsed';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { DeclineDialog } from './decline-dialog';
import { OfferDetails } from './offer-details';
import { useAnswer } from './use-answer';

type Props = { call: MyCall; isFirst: boolean; isBusy: boolean };

/** A call that rings at the person: who it is, what is open with them, and how long it still rings (IN-7, IN-11). */
export function OfferRow({ call, isFirst, isBusy }: Props) {
  const t = useTranslations('desk.bar');
  const { nameOf } = useCallerWords();
  const keys = useKeysOf('answer');
  const isOff = isBusy ? t('busy') : null;
  const { answer, isAnswering, problem } = useAnswer(call, { byHotkey: isFirst && !isOff });

  const isAdvice = call.offer?.purpose === 'consult' && !call.consult?.completesOnAnswer;
  const purpose =
    call.offer?.purpose === 'consult' && !isAdvice ? 'handOver' : (call.offer?.purpose ?? 'inbound');
  return (
    <>
      <BarRow
        tone="ringing"
        icon={
          purpose === 'consult' ? (
            <MessagesSquare />
          ) : purpose === 'handOver' ? (
            <PhoneForwarded />
          ) : (
            <PhoneIncoming className="animate-pulse-briefly motion-reduce:animate-none" />
          )
        }
        state={
          <>
            <strong className="font-semibold text-ink">{t(`purposes.${purpose}`)}</strong>{' '}
            <Elapsed since={call.arrivedAt} />
            {call.line ? ` · ${t('line', { line: call.line })}` : null}
            {call.offer?.purpose === 'consult' && call.claimedBy
              ? ` · ${t(isAdvice ? 'askedBy' : 'from', { name: call.claimedBy.name })}`
              : null}
          </>
        }
        title={nameOf(call)}
        detail={<OfferDetails call={call} />}
        actions={
          <>
            {call.offer ? (
              <span className="text-soft text-sm">
                {t('ringsFor')} <Countdown until={call.offer.endsAt} stopsAtZero />
              </span>
            ) : null}
            <Button
              size="call"
              variant="plus"
              keys={isFirst && keys ? keys : undefined}
              busy={isAnswering}
              disabledReason={isOff}
              onClick={answer}
            >
              {t('answer')}
              <span className="sr-only">: {nameOf(call)}</span>
            </Button>
            <DeclineDialog call={call} hasHotkey={isFirst} />
          </>
        }
      />
      {problem ? (
        <InlineAlert tone="danger" className="rounded-none">
          {problem}
        </InlineAlert>
      ) : null}
    </>
  );
}
