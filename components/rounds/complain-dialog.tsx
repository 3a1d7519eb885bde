'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';
import { wordsOfDissatisfied } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { ComplaintFields, type ComplaintForm } from './complaint-fields';

/** SA-3: writes the complaint that a round owes; what was typed stays until it is written. */
export function ComplainDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds.complainForm');
  const common = useTranslations('common');
  const kept = useKeptForm<ComplaintForm>(`complaint of round ${round.id}`, () => ({
    text: wordsOfDissatisfied(round.answers),
    causedBy: null,
  }));
  const { form } = kept;
  const change = usePageChange('rounds.problems', () => {
    kept.startAnew();
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            disabledReason={form.text.trim() === '' || form.causedBy === null ? change.required : null}
            onClick={() =>
              void change.run({ path: `/rounds/${round.id}/complaint`, body: form, done: t('done') })
            }
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
        <ComplaintFields form={form} onChange={kept.change} errorOf={change.fieldProblem} />
      </div>
    </Dialog>
  );
}
