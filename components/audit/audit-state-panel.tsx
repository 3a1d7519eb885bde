'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { AuditState } from '@/lib/domain/audit/audit.contract';

/** Whether the chain is whole, as of its last check, and a check at once (AD-1). */
export function AuditStatePanel({ state: initial }: { state: AuditState }) {
  const t = useTranslations('audit.state');
  const words = useErrorWords();
  const router = useRouter();
  const [checked, setChecked] = useState<AuditState | null>(null);
  const change = useChange<void, AuditState>((_, options) => api.post('/audit-log/checks', {}, options), {
    onDone: (answer) => {
      setChecked(answer);
      router.refresh();
    },
  });
  const state = checked && (checked.check?.at ?? 0) >= (initial.check?.at ?? 0) ? checked : initial;
  return (
    <Panel
      title={t('title')}
      actions={
        <Button size="small" busy={change.busy} onClick={() => void change.run()}>
          {t('check')}
        </Button>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-2">
        {change.error ? (
          <InlineAlert tone="danger" urgent>
            {words.ofError(change.error)}
          </InlineAlert>
        ) : null}
        {state.check ? <Found check={state.check} /> : <p className="text-soft">{t('never')}</p>}
        {state.head ? (
          <p className="text-soft [overflow-wrap:anywhere]">
            {t('head', { sequence: String(state.head.sequence) })}{' '}
            <code className="text-ink text-sm">{state.head.hash}</code>. {t('headHint')}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function Found({ check }: { check: NonNullable<AuditState['check']> }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const values = { at: format.dateTime(check.at, 'dateTime'), count: check.entryCount };
  const by = check.employee ? t('state.by', { name: check.employee.name }) : t('state.byMachine');
  if (!check.problem) {
    return (
      <InlineAlert tone="success" title={t('state.whole')}>
        {t('state.checked', values)}. {by}.
      </InlineAlert>
    );
  }
  const { kind, sequence } = check.problem;
  return (
    <InlineAlert tone="danger" title={t('state.broken')} urgent>
      <p>{t(`problems.${kind}`, { sequence: String(sequence) })}</p>
      <p>
        {t('state.checkedUntil', values)} {by}.
      </p>
      <p>{t('state.todo')}</p>
    </InlineAlert>
  );
}
