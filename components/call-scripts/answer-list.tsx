'use client';

import clsx from 'clsx';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useKeysOf } from '@/components/shell/hotkeys';
import { Kbd } from '@/components/ui/kbd';
import { ariaKeys } from '@/components/ui/key-names';
import { Spinner } from '@/components/ui/spinner';

type ShownAnswer = {
  number: number;
  label: string;
  /** What is missing before it may be chosen; null when nothing is. */
  reason: string | null;
  isBusy: boolean;
  onChoose: () => void;
};

/** The numbered answers of a step: digits while the focus is in the script, Alt with a digit from anywhere. */
export function AnswerList({ answers, onUnlisted }: { answers: ShownAnswer[]; onUnlisted: () => void }) {
  const t = useTranslations('desk.script');
  const tAnswers = useTranslations('callScripts.answers');
  const unlistedKeys = useKeysOf('noneOfThese');
  return (
    <ol aria-label={t('answers')} className="flex flex-col gap-1.5">
      {answers.map((answer) => (
        <li key={answer.number}>
          <AnswerButton {...answer} keys={`alt+${answer.number}`} />
        </li>
      ))}
      <li>
        <AnswerButton
          number={0}
          label={tAnswers('saidSomethingElse')}
          reason={null}
          isBusy={false}
          isQuiet
          keys={unlistedKeys}
          onChoose={onUnlisted}
        />
      </li>
    </ol>
  );
}

function AnswerButton({
  number,
  label,
  reason,
  isBusy,
  isQuiet = false,
  keys,
  onChoose,
}: ShownAnswer & { isQuiet?: boolean; keys: string | null }) {
  const reasonId = useId();
  return (
    <button
      type="button"
      aria-disabled={reason !== null || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={reason ? reasonId : undefined}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      onClick={() => {
        if (!reason && !isBusy) onChoose();
      }}
      className={clsx(
        'flex min-h-11 w-full items-center gap-3 rounded-md border px-3 py-1.5 text-left',
        reason
          ? 'cursor-not-allowed border-line bg-sunken text-soft'
          : isQuiet
            ? 'border-line border-dashed bg-surface text-soft hover:border-ink hover:text-ink'
            : 'border-edge bg-surface font-medium hover:border-accent hover:bg-accent-tint',
      )}
    >
      {isBusy ? <Spinner /> : <Kbd>{number}</Kbd>}
      <span className="min-w-0 flex-1">
        <span className="block">{label}</span>
        {reason ? (
          <span id={reasonId} className="block text-sm text-warn-ink">
            {reason}
          </span>
        ) : null}
      </span>
    </button>
  );
}
