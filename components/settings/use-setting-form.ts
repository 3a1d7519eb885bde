'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState, useTransition } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { api } from '@/components/api';
import { useApiForm } from '@/components/ui/form';
import { notify } from '@/components/ui/notify';
import type { HistoryNoun } from '@/lib/domain/settings/history-nouns';
import { useAuthors } from './use-authors';

type Options<Values extends FieldValues, Output extends object> = {
  schema: z.ZodType<Output, Values>;
  values: Values;
  version: number;
  keptAs: string;
  path: string;
  /** Whose history tells who changed it; settings of which there is one are called as they are. */
  noun: HistoryNoun;
  nounId?: string;
  /** Of a record that may be taken out of use. */
  isDisabled?: boolean;
  /** Some fields of a record that has more of them. */
  isPart?: boolean;
  saved: string;
  onSaved?: () => void;
};

/**
 * The form of settings that others may change meanwhile. It follows their changes until something is typed; from then on
 * it stands on the version it was begun with, and the person decides when their own changes are put onto the newest one;
 * what was changed in other fields than those of the form leaves nothing to decide, and a field that both changed waits for
 * their choice.
 */
export function useSettingForm<Values extends FieldValues, Output extends object = Values>({
  schema,
  values,
  version,
  keptAs,
  path,
  noun,
  nounId = noun,
  isDisabled = false,
  isPart = false,
  saved,
  onSaved,
}: Options<Values, Output>) {
  const router = useRouter();
  const [begunWith, setBegunWith] = useState(version);
  const [wasDisabled, setWasDisabled] = useState(isDisabled);
  const [isMoveAsked, setMoveAsked] = useState(false);
  const [isRefreshing, startRefreshing] = useTransition();
  const refresh = () => startRefreshing(() => router.refresh());
  const form = useApiForm<Values, Output, { version: number }>({
    schema,
    defaultValues: values as DefaultValues<Values>,
    keptAs,
    send: (given, options) =>
      api[isPart ? 'patch' : 'put'](
        path,
        { ...given, version: begunWith },
        { ...options, key: `${options.key} ${begunWith}` },
      ),
    onDone: (answer) => {
      setBegunWith(answer.version);
      setWasDisabled(isDisabled);
      notify(saved);
      onSaved?.();
      router.refresh();
    },
    onRefused: ({ code }) => {
      if (code === 'conflict') refresh();
    },
  });
  const { kept, busy, error, clearError } = form;
  const isBehind = version > begunWith && !busy;
  const isRefused = error?.code === 'conflict';
  const isMoving = isMoveAsked && isRefreshing;
  const isSwitched = isDisabled !== wasDisabled;
  const moveOnto = () => {
    kept.moveOnto(values);
    clearError();
    setBegunWith(version);
    setMoveAsked(false);
  };
  // Asked before the newest version is here, it is done when that has come.
  const askToMove = () => {
    setMoveAsked(true);
    refresh();
  };
  const authors = useAuthors(kept.contested.length > 0, { noun, nounId, version });
  const follow = useEffectEvent(() => {
    const isSame = error === null && !isSwitched && kept.isBegunFrom(values);
    if (isMoveAsked || !kept.hasChanges() || isSame) moveOnto();
  });
  useEffect(() => {
    if (isBehind) follow();
  }, [isBehind]);
  return {
    ...form,
    busy: busy || isMoving,
    outdated: {
      isOutdated: isRefused || (isBehind && kept.hasChanges()),
      isAwaited: isMoving,
      takeOver: isBehind ? moveOnto : askToMove,
      switched: isSwitched ? (isDisabled ? ('disabled' as const) : ('enabled' as const)) : null,
      fields: { contested: kept.contested, authors, settle: kept.settle },
    },
  };
}
