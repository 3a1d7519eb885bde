'use client';

import { useTranslations } from 'use-intl';
import type { ChangedMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { useReactionName } from './reaction-name';

type Props = { refused: ChangedMany['refused']; rows: readonly NextReactionView[] };

const reasons = ['alreadyDone', 'leadNotAccepted', 'tooLateToUndo', 'leadMoved'] as const;

/** Which of many could not be changed, and why. */
export function RefusedRows({ refused, rows }: Props) {
  const t = useTranslations('reactions');
  const { topicOf, nameOf } = useReactionName();
  if (refused.length === 0) return null;
  return (
    <>
      <p className="mt-1 font-medium">{t('bulk.refused', { count: refused.length })}</p>
      <ul className="list-disc pl-5">
        {refused.map(({ id, topic, counterparty, code, reason }) => {
          const shown = rows.find((row) => row.id === id);
          const name = shown
            ? `${topicOf(shown)} · ${nameOf(shown)}`
            : [topic, counterparty].filter(Boolean).join(' · ');
          const known = reasons.find((one) => one === reason);
          return (
            <li key={id} className="[overflow-wrap:anywhere]">
              {name ? `${name}: ` : ''}
              {known ? t(`errors.${known}`) : t(`bulk.codes.${code}`)}
            </li>
          );
        })}
      </ul>
    </>
  );
}
