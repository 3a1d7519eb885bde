'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { judgeLine, type LineReport } from '@/lib/domain/phones/line-quality';
import type { PhoneToken } from '@/lib/domain/phones/phone.contract';
import { microphoneProblemOf, type PhoneProblem, phoneProblemOf } from '@/lib/domain/phones/phone-problem';
import { openMicrophone } from './browser-parts';
import { CheckStep } from './check-step';
import { usePhone } from './phone-provider';

type State =
  | { at: 'untried' | 'running' }
  | { at: 'measured'; report: LineReport }
  | { at: 'failed'; problem: PhoneProblem };

/** Calls for ten seconds to hear how well sound comes through here, and says what to do where it does not. */
export function LineCheck() {
  const t = useTranslations('phone.check.quality');
  const tPhone = useTranslations('phone');
  const { checkLine, state: phone } = usePhone();
  const [state, setState] = useState<State>({ at: 'untried' });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const run = async () => {
    setState({ at: 'running' });
    let isStopped = false;
    stop.current = () => {
      isStopped = true;
    };
    try {
      await openMicrophone(null);
      const { token, standIn } = await api.post<PhoneToken>('/phone/token');
      if (isStopped) return setState({ at: 'untried' });
      if (token === null) return setState({ at: 'failed', problem: 'noToken' });
      const check = checkLine({ token, standIn });
      stop.current = () => {
        isStopped = true;
        check.stop();
      };
      setState({ at: 'measured', report: await check.done });
    } catch (error) {
      if (isStopped) setState({ at: 'untried' });
      else setState({ at: 'failed', problem: problemOf(error) });
    } finally {
      stop.current = null;
    }
  };

  const verdict = state.at === 'measured' ? judgeLine(state.report) : null;
  const result = state.at === 'failed' ? 'bad' : (verdict?.grade ?? 'unknown');
  const isOnCall = phone.leg !== 'none';
  return (
    <CheckStep title={t('title')} result={result} text={textOf()}>
      {verdict && verdict.faults.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {verdict.faults.map((fault) => (
            <li key={fault}>{t(`faults.${fault}`)}</li>
          ))}
        </ul>
      ) : null}
      {state.at === 'measured' ? <Measured report={state.report} /> : null}
      <div>
        {state.at === 'running' ? (
          <Button onClick={() => stop.current?.()}>{t('stop')}</Button>
        ) : (
          <Button disabledReason={isOnCall ? t('onCall') : null} onClick={() => void run()}>
            {state.at === 'untried' ? t('start') : t('again')}
          </Button>
        )}
      </div>
    </CheckStep>
  );

  function textOf() {
    switch (state.at) {
      case 'running':
        return t('running');
      case 'failed':
        return `${tPhone(`problems.${state.problem}`)} ${tPhone(`remedies.${state.problem}`)}`;
      case 'measured':
        return verdict && t(`grades.${verdict.grade}`);
      default:
        return null;
    }
  }
}

function Measured({ report: { mos, rttMs, jitterMs, lossPercent, route } }: { report: LineReport }) {
  const t = useTranslations('phone.check.quality');
  const format = useFormatter();
  const rounded = (value: number, digits: number) => format.number(value, { maximumFractionDigits: digits });
  const ms = (value: number) => t('ms', { value: rounded(value, 0) });
  return (
    <DescriptionList
      entries={[
        mos === null ? null : { term: t('mos'), value: t('ofFive', { value: rounded(mos, 1) }) },
        rttMs === null ? null : { term: t('rtt'), value: ms(rttMs) },
        jitterMs === null ? null : { term: t('jitter'), value: ms(jitterMs) },
        lossPercent === null ? null : { term: t('loss'), value: format.number(lossPercent / 100, 'percent') },
        route === null ? null : { term: t('route'), value: t(`routes.${route}`) },
      ]}
    />
  );
}

/** The server's, the microphone's, or the provider's by its code. */
function problemOf(error: unknown): PhoneProblem {
  if (error instanceof ApiError) return 'noToken';
  if (error instanceof DOMException) return microphoneProblemOf(error.name);
  return phoneProblemOf(Number((error as { code?: unknown } | null)?.code ?? 0));
}
