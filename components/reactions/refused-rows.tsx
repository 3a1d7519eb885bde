'use client';

import { useTranslations } from 'use-intl';
import type { ChangedMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { useReactionName } from './reaction-name';
import { useRowRefusalWords } from './refusal-words';

type Props = { refused: ChangedMany['refused']; rows: readonly NextReactionView[] };

/** Which of many could not be changed, and why. */
export function RefusedRows({ refused, rows }: Props) {
  const t = useTranslations('reactions');
  const rowRefusalWords = useRowRefusalWords();
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
          return (
            <li key={id} className="[overflow-wrap:anywhere]">
              {name ? `${name}: ` : ''}
              {rowRefusalWords({ code, reason })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
