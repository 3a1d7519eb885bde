'use client';

import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/text-area';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { NextReactionDialogProps } from './next-reaction-dialogs';
import type { ResponsibleChoice } from './reaction-draft';
import { ReasonDialog } from './reason-dialog';
import { ResponsibleField } from './responsible-field';
import { useChoices } from './use-choices';
import { useNextReactionChange } from './use-next-reaction-change';

type Form = { responsible: ResponsibleChoice | null; reason: string };

/** «Передать…»: another person or department, with the reason. */
export function HandOverDialog({ next, preset, onClose }: NextReactionDialogProps) {
  const t = useTranslations('reactions.handOver');
  const words = useErrorWords();
  const { choices } = useChoices(true, next.id);
  const form = preset?.responsible
    ? `hand over ${next.id} to ${JSON.stringify(preset.responsible)}`
    : `hand over ${next.id}`;
  const kept = useKeptForm<Form>(form, () => ({ responsible: preset?.responsible ?? null, reason: '' }));
  const { responsible, reason } = kept.form;
  const change = useNextReactionChange(next, {
    verb: 'hand-over',
    form,
    done: () => t('saved'),
    onDone: () => {
      kept.startAnew();
      onClose();
    },
  });
  const save = () => void change.run({ responsible, reason });
  const fields = change.error?.fields ?? {};
  const whoError = Object.keys(fields).find((path) => path.startsWith('responsible'));
  return (
    <ReasonDialog {...{ onClose, change, kept, save }} title={t('title')} confirm={t('confirm')}>
      <ResponsibleField
        label={t('to')}
        required
        choices={choices}
        value={responsible}
        onValueChange={(responsible) => kept.change({ responsible, reason })}
        error={whoError && words.ofField(responsible ? fields[whoError]! : 'required')}
      />
      <TextArea
        label={t('reason')}
        required
        value={reason}
        onValueChange={(reason) => kept.change({ responsible, reason })}
        error={fields.reason && words.ofField(fields.reason)}
      />
    </ReasonDialog>
  );
}
