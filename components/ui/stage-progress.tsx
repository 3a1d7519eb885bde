'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';

export type Stage = {
  key: string;
  label: string;
  state: 'done' | 'current' | 'ahead';
  /** Required things still to be done in this stage. */
  left?: number;
};

type Props = { label: string; stages: readonly Stage[] };

/** Where one is on a way with branches: stages, not «step 7 of 23». */
export function StageProgress({ label, stages }: Props) {
  const t = useTranslations('common.stage');
  return (
    <ol aria-label={label} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      {stages.map((stage, index) => (
        <li
          key={stage.key}
          aria-current={stage.state === 'current' ? 'step' : undefined}
          className="flex items-center gap-1"
        >
          <span
            className={clsx(
              'inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-sm',
              stage.state === 'current' && 'bg-accent text-on-accent',
              stage.state === 'done' && 'text-good-ink',
              stage.state === 'ahead' && 'text-faint',
            )}
          >
            {stage.state === 'done' ? <Check aria-hidden="true" className="size-3.5" /> : null}
            {stage.label}
            <span className="sr-only">, {t(stage.state)}</span>
            {stage.left ? (
              <>
                <span
                  aria-hidden="true"
                  className="rounded-full border border-current px-1 text-xs tabular-nums"
                >
                  {stage.left}
                </span>
                <span className="sr-only">, {t('left', { count: stage.left })}</span>
              </>
            ) : null}
          </span>
          {index < stages.length - 1 ? <span aria-hidden="true" className="h-px w-3 bg-edge" /> : null}
        </li>
      ))}
    </ol>
  );
}
