'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Button } from '@/components/ui/button';
import type { DryRun } from '@/lib/domain/call-scripts/dry-run';
import type { LineEvent, ReportedEvent } from '@/lib/domain/call-scripts/events';

type Props = { run: DryRun; managerName: string; onTell: (event: LineEvent | ReportedEvent) => void };

/** What no answer says: the other side of the line, the complaint exit and giving the conversation up. */
export function LineEvents({ run, managerName, onTell }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const { event } = useChartWords();
  const { step } = run;
  const happenings = possibleNow(run, managerName);
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{t('outside')}</h3>
      <div className="flex flex-wrap gap-2">
        {happenings.map((happening) => (
          <Button key={happening.type} size="small" onClick={() => onTell(happening)}>
            {event(happening.type)}
          </Button>
        ))}
        {step.callerLeft ? (
          <Button
            size="small"
            onClick={() => onTell({ type: 'manager.discarded', reason: t('discardReason') })}
          >
            {t('discard')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function possibleNow({ step }: DryRun, managerName: string): (LineEvent | ReportedEvent)[] {
  const hungUp: LineEvent[] = step.callerLeft ? [] : [{ type: 'caller.hungUp' }];
  if (step.name === 'handingOver') {
    return [{ type: 'handOver.answered' }, { type: 'handOver.failed', reason: 'nobodyAnswered' }, ...hungUp];
  }
  if (step.name === 'returning') return [{ type: 'call.returnedToManager', managerName }, ...hungUp];
  const mayComplain = !step.recordsWritten && !['greeting', 'takingComplaint'].includes(step.name);
  return [...(mayComplain ? [{ type: 'caller.complained' } as const] : []), ...hungUp];
}
