'use client';

import { useTimeZone, useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';
import { TextArea } from '@/components/ui/text-area';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import type { NextReactionDialogProps } from './next-reaction-dialogs';
import { ReasonDialog } from './reason-dialog';
import { useNextReactionChange } from './use-next-reaction-change';

/** «Перенести…»: another due time, with its reason. */
export function PostponeDialog({ next, preset, onClose }: NextReactionDialogProps) {
  const t = useTranslations('reactions.postpone');
  const words = useErrorWords();
  const timeZone = useTimeZone()!;
  const { dueAt: begun = '' } = preset ?? {};
  const form = ['postpone', next.id, begun].join(' ').trim();
  const kept = useKeptForm(form, () => ({ dueAt: begun, reason: '' }));
  const { dueAt, reason } = kept.form;
  const change = useNextReactionChange(next, {
    verb: 'postpone',
    form,
    done: () => t('saved'),
    onDone: () => {
      kept.startAnew();
      onClose();
    },
  });
  const save = () => void change.run({ dueAt: readTypedTime(dueAt, timeZone), reason });
  const said = (field: string) => {
    const message = change.error?.fields[field];
    return message ? words.ofField(message) : undefined;
  };
  return (
    <ReasonDialog {...{ onClose, change, kept, save }} title={t('title')} confirm={t('confirm')}>
      <DateTimeField
        label={t('dueAt')}
        required
        className="w-full"
        value={dueAt}
        onValueChange={(dueAt) => kept.change({ dueAt, reason })}
        error={said('dueAt')}
      />
      <TextArea
        label={t('reason')}
        required
        value={reason}
        onValueChange={(reason) => kept.change({ dueAt, reason })}
        error={said('reason')}
      />
    </ReasonDialog>
  );
}
