'use client';

import { MessagesSquare, Pause, Phone } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CallPhoneControls, CallPhoneState } from '@/components/phone/call-phone';
import { useAnnounce } from '@/components/shell/announcer';
import { HelpButton, HelpState } from '@/components/supervision/help-control';
import { useSupervisorWords } from '@/components/supervision/use-supervisor-words';
import { Countdown } from '@/components/ui/countdown';
import { Elapsed } from '@/components/ui/elapsed';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { ConsultActions } from './control/consult-actions';
import { ConsultDialog } from './control/consult-dialog';
import { HoldButton } from './control/hold-button';
import { holdStateOf } from './control/hold-state';
import { MuteButton } from './control/mute-button';
import { RecordingButton, RecordingState } from './control/recording-control';
import { useConsultWords } from './control/use-consult-words';
import { type Control, useControl } from './control/use-control';
import { HangUpButton } from './hang-up-button';
import { ToCallLink } from './to-call-link';

/** The person talks: to the caller, or to a colleague while the caller hears music (S2, S4). */
export function TalkingRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.control');
  const { nameOf, numberOf } = useCallerWords();
  const control = useControl(call.id);
  // Its own orders: the microphone must obey while the line still works on something else.
  const microphone = useControl(call.id);
  const problem = control.problem ?? microphone.problem;
  const consultWords = useConsultWords();
  const failure = call.consultFailed ? consultWords.ofFailure(call.consultFailed) : null;
  const hold = holdStateOf(call);
  const unobeyed = hold === 'holding' || hold === 'resuming' ? t(`${hold}Hint`) : null;
  useSpoken(unobeyed);
  useSpoken(failure);
  useSpoken(call.recording?.phase === 'failed' ? t('recording.failed') : null);
  const supervisor = useSupervisorWords()(call.supervision);
  useSpoken(supervisor);
  useSpoken(call.consult?.state === 'talking' ? consultWords.ofConsult(call.consult) : null);

  const notices = [
    unobeyed,
    supervisor,
    call.consult ? consultWords.ofConsult(call.consult) : null,
    failure,
    call.isMuted ? t('isMuted') : null,
    call.candidates.length > 0 ? numberOf(call) : null,
  ].filter((notice) => notice !== null);
  return (
    <>
      <BarRow
        tone={call.heldSince === null ? 'talking' : 'warning'}
        isCrowded
        icon={call.consult ? <MessagesSquare /> : call.heldSince === null ? <Phone /> : <Pause />}
        state={<State call={call} />}
        title={nameOf(call)}
        detail={
          <>
            {notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
            {call.help ? <HelpState help={call.help} /> : null}
            {call.recording ? <RecordingState recording={call.recording} /> : null}
            {call.browserLeg ? <CallPhoneState callId={call.id} /> : null}
          </>
        }
        actions={
          <>
            <ToCallLink callId={call.id} />
            {call.consult ? (
              <ConsultActions call={call} consult={call.consult} control={control} />
            ) : (
              <>
                <HoldButton call={call} control={control} />
                <ConsultDialog control={control} mayTransfer={call.isTaken} />
              </>
            )}
            <HelpButton call={call} control={control} />
            <Microphone call={call} control={microphone} />
            {call.recording ? <RecordingButton recording={call.recording} control={control} /> : null}
            <HangUpButton call={call} />
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

/** A browser switches its own microphone off; any other telephone's is switched off at the line. */
function Microphone({ call, control }: { call: MyCall; control: Control }) {
  return call.browserLeg ? (
    <CallPhoneControls callId={call.id} />
  ) : (
    <MuteButton call={call} control={control} />
  );
}

function State({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const tControl = useTranslations('desk.control');
  const tOutgoing = useTranslations('desk.outgoing');
  const { consult, heldSince } = call;
  const hold = holdStateOf(call);
  return (
    <>
      {hold === 'none' ? null : (
        <>
          <strong className="font-semibold text-ink">{tControl(hold)}</strong>{' '}
          {hold === 'held' && heldSince !== null ? <Elapsed since={heldSince} /> : null}
          {' · '}
        </>
      )}
      {hold === 'none' ? <strong className="font-semibold text-ink">{t('talking')}</strong> : t('talking')}{' '}
      <Elapsed since={call.joinedAt ?? call.arrivedAt} />
      {call.direction === 'outbound' ? ` · ${tOutgoing('outgoing')}` : null}
      {call.joinedAt && call.direction === 'inbound' ? (
        <>
          {' · '}
          {t('waited')} <Elapsed since={call.arrivedAt} until={call.answeredAt ?? call.joinedAt} />
        </>
      ) : null}
      {call.line
        ? ` · ${call.direction === 'outbound' ? tOutgoing('line', { line: call.line }) : t('line', { line: call.line })}`
        : null}
      {consult && consult.state !== 'talking' ? (
        <>
          {' · '}
          {tControl('consult.rings')} <Countdown until={consult.endsAt} />
        </>
      ) : null}
    </>
  );
}

/** Speaks words once when they appear. */
function useSpoken(words: string | null): void {
  const announce = useAnnounce();
  const spoken = useRef(words);
  useEffect(() => {
    if (words && words !== spoken.current) announce(words, 'alert');
    spoken.current = words;
  }, [words, announce]);
}
