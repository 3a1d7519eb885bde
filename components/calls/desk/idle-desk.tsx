'use client';

import { Coffee, Headset, PhoneOff, WifiOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useOwnPresence } from '@/components/employees/own-presence';
import { usePhone } from '@/components/phone/phone-provider';
import { ShiftStart } from '@/components/phone/shift-start';
import { useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { InlineAlert } from '@/components/ui/inline-alert';
import { keyNames } from '@/components/ui/key-names';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useErrorWords } from '@/components/use-error-words';
import { sideOf } from '../call-side';
import { useCallerWords } from '../caller-words';
import { useMyCalls } from '../my-calls-provider';

export type LastCall = { id: string; arrivedAt: number; who: string | null };

/** No call at hand: whether calls can come, what is left to be finished, whom one talked to last. */
export function IdleDesk({ lastCalls }: { lastCalls: readonly LastCall[] }) {
  const t = useTranslations('desk.idle');
  const format = useFormatter();
  const { calls, personId } = useMyCalls();
  const { nameOf } = useCallerWords();
  const unfinished = calls.filter((call) => sideOf(call, personId) === 'unfinished');
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel className="lg:col-span-2">
          <Readiness />
        </Panel>
        <Panel title={t('unfinished')}>
          {unfinished.length === 0 ? (
            <p className="text-soft">{t('noUnfinished')}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {unfinished.map((call) => (
                <li key={call.id} className="flex flex-wrap items-center gap-2">
                  <span className="min-w-0 flex-1">
                    <span className="font-semibold">{nameOf(call)}</span>{' '}
                    <time className="text-faint">{format.dateTime(call.arrivedAt, 'dateTime')}</time>
                  </span>
                  <ButtonLink
                    size="small"
                    href={`/desk?call=${call.id}`}
                    aria-label={t('finishCall', { name: nameOf(call) })}
                  >
                    {t('finish')}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('lastCalls')}>
          {lastCalls.length === 0 ? (
            <p className="text-soft">{t('noLastCalls')}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {lastCalls.map((call) => (
                <li key={call.id} className="flex flex-wrap gap-x-2">
                  <time className="text-faint tabular-nums">
                    {format.dateTime(call.arrivedAt, 'dateTime')}
                  </time>
                  <TextLink href={`/calls/${call.id}`}>{call.who ?? t('withheld')}</TextLink>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}

function Readiness() {
  const t = useTranslations('desk.idle');
  const { presence, choose, isChoosing, error, hasPhone, isUnreachable } = useOwnPresence();
  const phone = usePhone();
  const { ofError } = useErrorWords();
  const keys = useKeysOf('answer');
  if (!hasPhone) {
    return <EmptyState icon={<PhoneOff />} title={t('noPhone')} text={t('noPhoneText')} />;
  }
  if (phone.kind === 'browser' && phone.state.shift !== 'on') return <ShiftStart />;
  if (isUnreachable) {
    const text =
      phone.state.shift === 'on' && !phone.state.isRegistered ? t('noLineText') : t('unreachableText');
    return <EmptyState icon={<WifiOff />} title={t('unreachable')} text={text} />;
  }
  if (presence.chosen === 'available') {
    return (
      <EmptyState
        icon={<Headset />}
        title={t('ready')}
        text={
          <>
            {t('readyTextWithoutKeys')}
            {keys ? (
              <span className="pointer-coarse:hidden">
                {' '}
                {t('answerBy', { keys: keyNames(keys).join('+') })}
              </span>
            ) : null}
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<Coffee />}
      title={t('notReady')}
      text={
        <>
          {t('notReadyText')}
          {error ? <InlineAlert tone="danger">{ofError(error)}</InlineAlert> : null}
        </>
      }
      actions={
        <Button variant="plus" size="call" busy={isChoosing} onClick={() => void choose('available')}>
          {t('becomeReady')}
        </Button>
      }
    />
  );
}
