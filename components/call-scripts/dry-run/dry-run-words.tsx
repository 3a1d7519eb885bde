'use client';

import clsx from 'clsx';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Badge } from '@/components/ui/badge';
import type { DryRun } from '@/lib/domain/call-scripts/dry-run';
import { factsOf, fillIn, type Wording } from '@/lib/domain/call-scripts/wording';

/** IN-1: the words in force, with the name filled in; Russian as spoken, English as a gloss. */
export function DryRunWords({ run, wording }: { run: DryRun; wording: Wording }) {
  const { chart } = useChartWords();
  const { say, kind } = run.step;
  const published = say ? wording[say] : undefined;
  if (!published) return null;
  const words = fillIn(published, factsOf(run.conversation));
  const isMandatory = kind === 'mandatory';
  return (
    <figure
      className={clsx('flex flex-col gap-1 border-l-4 pl-3', isMandatory ? 'border-accent' : 'border-line')}
    >
      <figcaption>
        <Badge tone={isMandatory ? 'accent' : 'plain'}>{chart('kinds', kind)}</Badge>
      </figcaption>
      <p lang="ru" className={isMandatory ? 'font-semibold text-xl' : 'text-lg'}>
        {isMandatory ? `«${words.ru}»` : words.ru}
      </p>
      <p lang="en" className="text-soft">
        {words.en}
      </p>
    </figure>
  );
}
