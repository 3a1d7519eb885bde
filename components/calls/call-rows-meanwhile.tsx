'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { type CallSide, keepsBusy } from './call-side';
import { useCallerWords } from './caller-words';
import { HangUpButton } from './hang-up-button';
import { useAnswer } from './use-answer';

type SidedCall = { call: MyCall; side: CallSide };

/** Stands in the call bar until the code of its rows has come: who is on the line, and how to answer and to hang up. */
export function CallRowsMeanwhile({ rows }: { rows: readonly SidedCall[] }) {
  const t = useTranslations('desk.bar');
  const { nameOf } = useCallerWords();
  const firstRinging = rows.find(({ side }) => side === 'ringing')?.call;
  const isBusy = rows.some(({ side }) => keepsBusy(side));
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('label')} className="max-h-[45dvh] overflow-y-auto border-line border-b">
      {rows.map(({ call, side }) => (
        <BarRow
          key={call.id}
          tone={side === 'ringing' || side === 'talking' ? side : 'plain'}
          icon={<Phone />}
          state={side === 'ringing' ? t('purposes.inbound') : side === 'talking' ? t('talking') : t('label')}
          title={nameOf(call)}
          actions={
            side === 'talking' ? (
              <HangUpButton call={call} />
            ) : side === 'ringing' && !isBusy ? (
              <Answer call={call} isFirst={call === firstRinging} />
            ) : null
          }
        />
      ))}
    </section>
  );
}

function Answer({ call, isFirst }: { call: MyCall; isFirst: boolean }) {
  const t = useTranslations('desk.bar');
  const { answer, isAnswering, problem } = useAnswer(call, { byHotkey: isFirst });
  return (
    <>
      <Button size="call" variant="plus" busy={isAnswering} onClick={answer}>
        {t('answer')}
      </Button>
      {problem ? <p className="text-danger-ink">{problem}</p> : null}
    </>
  );
}
