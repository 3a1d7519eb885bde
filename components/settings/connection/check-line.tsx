'use client';

import { useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { Badge } from '@/components/ui/badge';
import { Spinner } from '@/components/ui/spinner';
import { useErrorWords } from '@/components/use-error-words';
import type { ConnectionCheck, Finding, Severity } from '@/lib/domain/connection/finding';
import type { CheckState } from './use-connection-test';

/** One check: what it is about, how far it is, and what it found with what to do. */
export function CheckLine({ check, state }: { check: ConnectionCheck; state: CheckState }) {
  const t = useTranslations('connection');
  const words = useErrorWords();
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-48 font-medium">{t(`checks.${check}`)}</h3>
        <StateWord state={state} />
      </div>
      {state.is === 'done' && state.findings.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {state.findings.map((finding, index) => (
            <FindingLine key={index} finding={finding} />
          ))}
        </ul>
      ) : null}
      {state.is === 'unfinished' ? (
        <p className="text-danger-ink">{t('notAnswered', { why: words.ofError(state.error) })}</p>
      ) : null}
    </li>
  );
}

function StateWord({ state }: { state: CheckState }) {
  const t = useTranslations('connection');
  if (state.is === 'waiting') return <span className="text-faint">{t('waiting')}</span>;
  if (state.is === 'running') {
    return (
      <span className="flex items-center gap-2 text-soft">
        <Spinner />
        {t('running')}
      </span>
    );
  }
  return state.is === 'done' && state.findings.length === 0 ? <Badge tone="good">{t('right')}</Badge> : null;
}

const tones = { error: 'danger', warning: 'warning', note: 'plain' } as const satisfies Record<
  Severity,
  string
>;

function FindingLine({ finding }: { finding: Finding }) {
  const t = useTranslations('connection');
  const phoneText = usePhoneText();
  const { code, severity } = finding;
  const { number } = finding.values;
  const values = {
    ...finding.values,
    ...(number ? { number: phoneText({ raw: number, e164: number, extension: null }) } : {}),
  };
  return (
    <li className="flex items-start gap-3 phone:flex-col phone:gap-1">
      <span className="w-36 shrink-0">
        <Badge tone={tones[severity]}>{t(`severity.${severity}`)}</Badge>
      </span>
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p>{t(`findings.${code}.what`, values)}</p>
        <p className="text-soft">{t(`findings.${code}.todo`, values)}</p>
      </div>
    </li>
  );
}
