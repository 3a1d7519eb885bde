'use client';

import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useErrorWords } from '@/components/use-error-words';
import { useScriptWords } from './script-words';

const reasons = ['complaintWritten', 'otherClient'] as const;
const isReason = (reason: unknown): reason is (typeof reasons)[number] =>
  reasons.some((one) => one === reason);

/** Why the last answer was not taken: the step is another one now, something is missing, the line is down. */
export function ScriptProblem() {
  const t = useTranslations('desk.script');
  const words = useScriptWords();
  const { ofError } = useErrorWords();
  const { problem, conversation, draftState } = useRunningCall();
  const shown = problem ?? (draftState.status === 'refused' ? draftState.problem : null);
  if (!shown) return null;
  const missing = Array.isArray(shown.details.missing) ? shown.details.missing.map(String) : [];
  return (
    <InlineAlert tone="danger" urgent title={shown.code === 'staleStep' ? t('stale') : undefined}>
      {shown.code === 'staleStep'
        ? t('staleText', { step: words('steps', conversation.step.name) })
        : missing.length > 0
          ? missing.map((requirement) => words('requirements', requirement)).join('. ')
          : isReason(shown.details.reason)
            ? t(shown.details.reason)
            : ofError(shown)}
    </InlineAlert>
  );
}
