'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { useAnnounce } from '@/components/shell/announcer';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useMyCalls } from '../my-calls-provider';

type Order = {
  method?: 'post' | 'patch' | 'delete';
  path: string;
  body?: unknown;
  /** Spoken when it is done. */
  said?: string;
};

/** Orders of the person on the line, or of who is in their conversation, one at a time; a refusal is spoken and the call read again. */
export function useControl(callId: string) {
  const announce = useAnnounce();
  const { refresh } = useMyCalls();
  const problemOf = useControlProblem();
  const { ofField } = useErrorWords();
  const control = useChange(
    ({ method = 'post', path, body }: Order, { key }) =>
      api[method](`/calls/${callId}/${path}`, body, { key }),
    {
      onDone: (_, { said }) => {
        if (said) announce(said);
        void refresh();
      },
      onRefused: (error) => {
        announce(problemOf(error), 'alert');
        void refresh();
      },
    },
  );
  return {
    order: (order: Order) => control.run(order),
    busy: control.busy,
    problem: control.error && !control.error.fields?.phone ? problemOf(control.error) : null,
    /** What is wrong with a field of the last order. */
    fieldProblem: (field: string) => {
      const problem = control.error?.fields?.[field];
      return problem ? ofField(problem) : null;
    },
  };
}

export type Control = ReturnType<typeof useControl>;

function useControlProblem() {
  const t = useTranslations('desk.control.problems');
  const supervision = useTranslations('supervision.problems');
  const { ofError } = useErrorWords();
  return (error: ApiError): string => {
    switch (error.details.reason) {
      case 'nobodyAvailable':
        return t('nobodyAvailable');
      case 'leadsScript':
        return t('leadsScript');
      case 'ended':
        return t('ended');
      case 'notNow':
        return t('notNow');
      case 'supervised':
        return supervision('supervised', { name: String(error.details.supervisor ?? '') });
      case 'noPhone':
        return supervision('noPhone');
      case 'onAnotherCall':
        return supervision('onAnotherCall');
      case 'nobodyTalks':
        return supervision('nobodyTalks');
      case 'cannotWhisper':
        return supervision('cannotWhisper');
      default:
        return ofError(error);
    }
  };
}
