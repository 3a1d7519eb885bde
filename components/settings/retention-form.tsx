'use client';

import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions } from '@/components/ui/form';
import { FormNumberField } from '@/components/ui/form-fields';
import { mostCounted } from '@/lib/domain/retention/most-counted';
import {
  type Retention,
  type RetentionKind,
  retentionKinds,
  retentionRanges,
  retentionSchema,
} from '@/lib/domain/retention/retention';
import { useSettingForm } from './use-setting-form';

/** How many days each kind is kept, with how much each would remove now. */
export function RetentionForm({ retention, version }: { retention: Retention; version: number }) {
  const t = useTranslations('retention');
  const common = useTranslations('common');
  const form = useSettingForm({
    schema: retentionSchema,
    values: retention as never,
    version,
    keptAs: 'retention',
    path: '/settings/retention',
    noun: 'retention',
    saved: t('saved'),
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-x-3 gap-y-4 desk:grid-cols-2">
        {retentionKinds.map((kind) => {
          const { min, max, mayStay } = retentionRanges[kind];
          return (
            <div key={kind}>
              <FormNumberField
                name={kind}
                label={t(`kinds.${kind}`)}
                hint={t(`hints.${kind}`)}
                unit={t('days')}
                min={min}
                max={max}
                required={!mayStay}
              />
              <RemovedNow kind={kind} />
            </div>
          );
        })}
      </div>
      <FormActions submitLabel={common('save')} busy={form.busy} />
    </Form>
  );
}

const typingPauseMs = 300;

/** How much would go now by the days that stand in the field. */
function RemovedNow({ kind }: { kind: RetentionKind }) {
  const t = useTranslations('retention');
  const format = useFormatter();
  const days = useWatch({ name: kind }) as number | null;
  const [found, setFound] = useState<{ days: number; count: number; isMore: boolean } | null>(null);
  const { min, max } = retentionRanges[kind];
  const isAsked = days !== null && Number.isInteger(days) && days >= min && days <= max;
  useEffect(() => {
    if (!isAsked) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      api
        .get<{ count: number; isMore: boolean }>(`/settings/retention/${kind}`, {
          query: { days },
          signal: asking.signal,
        })
        .then((answer) => setFound({ days, ...answer }))
        .catch(() => setFound(null));
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [kind, days, isAsked]);
  const words = () => {
    if (days === null) return t('keep');
    if (!isAsked || found?.days !== days) return '…';
    return found.isMore
      ? t('nowMore', { count: format.number(mostCounted) })
      : t('now', { count: format.number(found.count) });
  };
  return (
    <p aria-live="polite" className="pt-1 text-sm text-soft tabular-nums">
      {words()}
    </p>
  );
}
