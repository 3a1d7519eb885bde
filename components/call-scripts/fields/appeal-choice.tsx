'use client';

import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { RadioGroupField } from '@/components/ui/radio-group-field';

const none = 'new';

/** IN-8: a new appeal («V»), or one of those open on the chosen card («…»). */
export function AppealChoice() {
  const t = useTranslations('desk.card');
  const { draft, view, report, isFixed } = useRunningCall();
  const card = draft.chosenCounterparty;
  const open = view.candidates.find((candidate) => candidate.card.id === card?.id)?.openAppeals ?? [];
  if (!card || open.length === 0) return null;
  return (
    <RadioGroupField
      label={t('whichAppeal')}
      disabled={isFixed}
      options={[
        { value: none, label: t('newAppeal') },
        ...open.map((appeal) => ({
          value: appeal.id,
          label: t('openAppeal', { number: appeal.number, topic: appeal.topic }),
          detail: appeal.project?.name,
        })),
      ]}
      value={draft.chosenAppeal?.id ?? none}
      onValueChange={(id) => void report({ type: 'manager.choseAppeal', appealId: id === none ? null : id })}
    />
  );
}
