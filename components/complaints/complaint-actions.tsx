'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { usePageChange } from '@/components/use-page-change';
import { WordsDialog } from '@/components/words-dialog';
import { complaintLimits } from '@/lib/domain/complaints/complaint';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { AnswerComplaintDialog } from './answer-complaint-dialog';
import { AssignComplaintDialog } from './assign-complaint-dialog';
import { MoveComplaintDialog } from './move-complaint-dialog';
import { PostponeComplaintDialog } from './postpone-complaint-dialog';
import { SecondCallDialog } from './second-call-dialog';

type Opened = 'assign' | 'move' | 'postpone' | 'answer' | 'call' | 'close' | 'reopen' | null;

/** What may be done with a complaint in its state; the next step of its way stands first. */
export function ComplaintActions({ complaint }: { complaint: ComplaintView }) {
  const t = useTranslations('complaints');
  const [opened, open] = useState<Opened>(null);
  const close = () => open(null);
  const take = usePageChange('complaints.problems');
  const { id, version, may } = complaint;
  const words = (kind: 'close' | 'reopen') => ({
    title: t(`forms.${kind}Title`),
    text: t(`forms.${kind}Text`),
    field: t(kind === 'close' ? 'forms.reason' : 'forms.reopenWords'),
    save: t('forms.save'),
    done: t(kind === 'close' ? 'forms.closed' : 'forms.reopened'),
  });
  if (!Object.values(may).includes(true)) return null;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {may.take ? (
          <Button
            variant="primary"
            busy={take.busy}
            onClick={() =>
              void take.run({ path: `/complaints/${id}/take`, body: { version }, done: t('taken') })
            }
          >
            {t('take')}
          </Button>
        ) : null}
        {may.answer ? (
          <Button variant="primary" onClick={() => open('answer')}>
            {t('answerAction')}
          </Button>
        ) : null}
        {may.call ? (
          <Button variant="primary" onClick={() => open('call')}>
            {t('callAction')}
          </Button>
        ) : null}
        {may.assign ? <Button onClick={() => open('assign')}>{t('assign')}</Button> : null}
        {may.move ? <Button onClick={() => open('move')}>{t('move')}</Button> : null}
        {may.postpone ? <Button onClick={() => open('postpone')}>{t('postpone')}</Button> : null}
        {may.close ? <Button onClick={() => open('close')}>{t('close')}</Button> : null}
        {may.reopen ? <Button onClick={() => open('reopen')}>{t('reopen')}</Button> : null}
      </div>
      {take.problem ? (
        <InlineAlert tone="danger" urgent>
          {take.problem}
        </InlineAlert>
      ) : null}
      {opened === 'answer' ? <AnswerComplaintDialog complaint={complaint} onClose={close} /> : null}
      {opened === 'assign' ? <AssignComplaintDialog complaint={complaint} onClose={close} /> : null}
      {opened === 'move' ? <MoveComplaintDialog complaint={complaint} onClose={close} /> : null}
      {opened === 'postpone' ? <PostponeComplaintDialog complaint={complaint} onClose={close} /> : null}
      {opened === 'call' ? <SecondCallDialog complaint={complaint} onClose={close} /> : null}
      {opened === 'close' || opened === 'reopen' ? (
        <WordsDialog
          key={opened}
          subject={`${opened} complaint ${id}`}
          words={words(opened)}
          path={`/complaints/${id}/${opened}`}
          bodyOf={(reason) => ({ version, reason })}
          problems="complaints.problems"
          maxLength={complaintLimits.words}
          onClose={close}
        />
      ) : null}
    </>
  );
}
