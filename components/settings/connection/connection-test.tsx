'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { connectionChecks, countFindings, type Finding } from '@/lib/domain/connection/finding';
import { repairsOf } from '@/lib/domain/connection/repair';
import { CheckLine } from './check-line';
import { RepairDialog } from './repair-dialog';
import { type CheckStates, useConnectionTest } from './use-connection-test';

/** Asks the phone provider about every part of the connection, a line for each, and offers to put addresses right. */
export function ConnectionTest() {
  const t = useTranslations('connection');
  const router = useRouter();
  const { states, phase, run } = useConnectionTest();
  const repairs = phase === 'over' ? repairsOf(findingsOf(states)) : [];
  return (
    <Panel
      title={t('checksTitle')}
      actions={
        <>
          {repairs.length > 0 ? (
            <RepairDialog
              repairs={repairs}
              onWritten={() => {
                router.refresh();
                void run();
              }}
            />
          ) : null}
          <Button
            variant={phase === 'fresh' ? 'primary' : 'secondary'}
            size="small"
            busy={phase === 'running'}
            onClick={() => void run()}
          >
            {phase === 'fresh' ? t('run') : t('runAgain')}
          </Button>
        </>
      }
    >
      <p className="pb-3 text-soft">{t('hint')}</p>
      <div aria-live="polite">
        <Outcome states={states} phase={phase} />
      </div>
      <ol className="flex flex-col divide-y divide-line">
        {connectionChecks.map((check) => (
          <CheckLine key={check} check={check} state={states[check]} />
        ))}
      </ol>
    </Panel>
  );
}

function Outcome({ states, phase }: { states: CheckStates; phase: 'fresh' | 'running' | 'over' }) {
  const t = useTranslations('connection');
  if (phase === 'fresh') return null;
  const ended = Object.values(states).filter(({ is }) => is === 'done' || is === 'unfinished');
  if (phase === 'running') {
    return (
      <p className="pb-2 text-soft">
        {t('progress', { done: ended.length, total: connectionChecks.length })}
      </p>
    );
  }
  const counts = countFindings(findingsOf(states));
  const unfinished = ended.filter(({ is }) => is === 'unfinished').length;
  const errors = counts.errors + unfinished;
  const isRight = errors + counts.warnings + counts.notes === 0;
  return (
    <InlineAlert tone={errors > 0 ? 'danger' : counts.warnings > 0 ? 'warning' : 'success'} className="mb-2">
      {isRight ? t('allRight') : t('summary', { ...counts, errors })}
    </InlineAlert>
  );
}

function findingsOf(states: CheckStates): Finding[] {
  return Object.values(states).flatMap((state) => (state.is === 'done' ? state.findings : []));
}
