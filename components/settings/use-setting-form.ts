'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { api } from '@/components/api';
import { useApiForm } from '@/components/ui/form';
import { notify } from '@/components/ui/notify';

type Options<Values extends FieldValues, Output extends object> = {
  schema: z.ZodType<Output, Values>;
  values: Values;
  version: number;
  keptAs: string;
  path: string;
  /** Some fields of a record that has more of them. */
  isPart?: boolean;
  saved: string;
  onSaved?: () => void;
};

/**
 * The form of settings that others may change meanwhile. It follows their changes until something is typed; from then on
 * it stands on the version it was begun with, and the person decides when their own changes are put onto the newest one;
 * what was changed in other fields than those of the form leaves nothing to decide.
 */
export function useSettingForm<Values extends FieldValues, Output extends object = Values>({
  schema,
  values,
  version,
  keptAs,
  path,
  isPart = false,
  saved,
  onSaved,
}: Options<Values, Output>) {
  const router = useRouter();
  const [begunWith, setBegunWith] = useState(version);
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
      notify(saved);
      onSaved?.();
      router.refresh();
    },
    onRefused: ({ code }) => {
      if (code === 'conflict') router.refresh();
    },
  });
  const isBehind = version > begunWith && !form.busy;
  const takeOver = () => {
    form.kept.moveOnto(values);
    form.clearError();
    setBegunWith(version);
  };
  const follow = useEffectEvent(() => {
    if (!form.kept.hasChanges() || (form.error === null && form.kept.isBegunFrom(values))) takeOver();
  });
  useEffect(() => {
    if (isBehind) follow();
  }, [isBehind]);
  return { ...form, outdated: { isOutdated: isBehind && form.kept.hasChanges(), takeOver } };
}
