'use client';

import { useTranslations } from 'use-intl';
import { Form, FormActions } from '@/components/ui/form';
import { FormNumberField } from '@/components/ui/form-fields';
import { type CallTimes, callTimesSchema, claimSecondsRange } from '@/lib/domain/calls/times';
import type { PromiseMinutes } from '@/lib/domain/settings/promise-minutes';
import { promiseMinutesSchema } from '@/lib/domain/settings/promise-minutes-schema';
import { useSettingForm } from './use-setting-form';

const timesSchema = callTimesSchema.required();
const minutesSchema = promiseMinutesSchema.required();

type Props<Values> = { values: Values; version: number; isEditable: boolean };

/** The times of a call (IN-11), in seconds. */
export function CallTimesForm({ values, version, isEditable }: Props<CallTimes>) {
  const t = useTranslations('settings.times');
  const form = useSettingForm({
    schema: timesSchema,
    values: values,
    version,
    keptAs: 'call times',
    path: '/settings/times',
    noun: 'times',
    saved: t('saved'),
  });
  const seconds = { unit: t('seconds'), min: 5, max: 3600, disabled: !isEditable };
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormNumberField name="offerSeconds" label={t('offer')} hint={t('offerHint')} {...seconds} />
        <FormNumberField name="waitingSeconds" label={t('waiting')} hint={t('waitingHint')} {...seconds} />
        <FormNumberField name="handOverSeconds" label={t('handOver')} hint={t('handOverHint')} {...seconds} />
        <FormNumberField name="returnSeconds" label={t('return')} {...seconds} />
        <FormNumberField name="resumeSeconds" label={t('resume')} {...seconds} />
        <FormNumberField name="claimSeconds" label={t('claim')} {...seconds} {...claimSecondsRange} />
        <FormNumberField name="silenceSeconds" label={t('silence')} {...seconds} />
        <FormNumberField
          name="missedCallSeconds"
          label={t('missedCall')}
          {...seconds}
          min={60}
          max={86_400}
        />
        <FormNumberField
          name="afterCallSeconds"
          label={t('afterCall')}
          hint={t('afterCallHint')}
          {...seconds}
          min={0}
        />
      </div>
      {isEditable ? <Save busy={form.busy} /> : null}
    </Form>
  );
}

/** Working minutes until the next reaction of each route comes due. */
export function PromiseMinutesForm({ values, version, isEditable }: Props<PromiseMinutes>) {
  const t = useTranslations('settings.times');
  const form = useSettingForm({
    schema: minutesSchema,
    values: values,
    version,
    keptAs: 'promise minutes',
    path: '/settings/promises',
    noun: 'promises',
    saved: t('saved'),
  });
  const minutes = { unit: t('minutes'), min: 1, max: 1440, disabled: !isEditable };
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormNumberField name="commercial" label={t('commercial')} {...minutes} />
        <FormNumberField name="support" label={t('support')} {...minutes} />
        <FormNumberField name="cooperation" label={t('cooperation')} {...minutes} />
        <FormNumberField name="callBack" label={t('callBack')} {...minutes} />
      </div>
      {isEditable ? <Save busy={form.busy} /> : null}
    </Form>
  );
}

function Save({ busy }: { busy: boolean }) {
  const t = useTranslations('common');
  return <FormActions submitLabel={t('save')} busy={busy} />;
}
