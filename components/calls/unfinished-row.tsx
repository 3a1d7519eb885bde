'use client';

import { NotebookPen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { cardsOfCall } from '@/lib/domain/calls/cards-of-call';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';

/** IN-6: conversations the person still has to finish. */
export function UnfinishedRow({ calls }: { calls: readonly MyCall[] }) {
  const t = useTranslations('desk.bar');
  const { nameOf, numberOf } = useCallerWords();
  const titleOf = (call: MyCall) => (cardsOfCall(call).length > 1 ? numberOf(call) : nameOf(call));
  const [first] = calls;
  if (!first) return null;
  return (
    <BarRow
      icon={<NotebookPen />}
      state={t('unfinished', { count: calls.length })}
      title={calls.map(titleOf).slice(0, 3).join(', ')}
      actions={<ButtonLink href={`/desk?call=${first.id}`}>{t('finish')}</ButtonLink>}
    />
  );
}
