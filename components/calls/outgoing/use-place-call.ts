'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { usePhone } from '@/components/phone/phone-provider';
import { useAnnounce } from '@/components/shell/announcer';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { sideOf } from '../call-side';
import { useMyCalls } from '../my-calls-provider';

/** Whom to call: a number as people write it, from a card or from a number of ours where one is chosen. */
export type ToCall = {
  phone: string;
  counterpartyId?: string | null;
  numberId?: string | null;
  /** The call script to lead it by and what it is about. */
  script?: { id: string; subjectId: string } | null;
};

/**
 * Calls a number: a press that may switch the browser's telephone on, then the order to the line. Where the call is about something,
 * its words stand on the desk, and the desk is shown.
 */
export function usePlaceCall() {
  const t = useTranslations('desk.outgoing');
  const { prepareClaim } = usePhone();
  const { calls, personId, refresh } = useMyCalls();
  const { ofField } = useErrorWords();
  const announce = useAnnounce();
  const router = useRouter();
  const problemOf = useProblem();
  const [isPreparing, setPreparing] = useState(false);
  const place = useChange((body: ToCall, { key }) => api.post('/calls', body, { key }), {
    onDone: (_, { phone, script }) => {
      announce(t('isCalled', { phone }));
      if (script) router.push('/desk');
      void refresh();
    },
    onRefused: (error) => {
      announce(error.fields?.phone ? ofField(error.fields.phone) : problemOf(error), 'alert');
      void refresh();
    },
  });
  const busySides = ['talking', 'consulted', 'joining', 'dialling', 'ringing'];
  const side = calls.map((call) => sideOf(call, personId)).find((each) => busySides.includes(each));
  const fieldProblem = place.error?.fields?.phone;
  return {
    call: async (to: ToCall): Promise<boolean> => {
      if (isPreparing) return false;
      setPreparing(true);
      const isReady = await prepareClaim().finally(() => setPreparing(false));
      return isReady && place.run(to);
    },
    busy: place.busy || isPreparing,
    /** Why nobody can be called now. */
    offReason: side === undefined ? null : side === 'ringing' ? t('problems.callRings') : t('problems.busy'),
    /** What is wrong with the number. */
    phoneProblem: fieldProblem ? ofField(fieldProblem) : null,
    problem: place.error && !fieldProblem ? problemOf(place.error) : null,
    clearError: place.clearError,
  };
}

function useProblem() {
  const t = useTranslations('desk.outgoing.problems');
  const { ofError } = useErrorWords();
  return (error: ApiError): string => {
    const { reason, winner } = error.details;
    switch (reason) {
      case 'noPhone':
        return t('noPhone');
      case 'onAnotherCall':
        return t('busy');
      case 'callRings':
        return t('callRings');
      case 'alreadyWelcomed':
        return t('alreadyWelcomed');
      case 'alreadyDone':
        return t('alreadyDone');
      case 'noLine':
        return t('noLine');
      case 'numberOnLine':
        return typeof winner === 'string' ? t('numberOnLine', { name: winner }) : t('numberOnLineOfNobody');
      default:
        return ofError(error);
    }
  };
}
