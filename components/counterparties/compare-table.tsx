'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { TextLink } from '@/components/ui/text-link';
import type { ComparedCard } from '@/lib/domain/counterparties/duplicates.contract';
import type { MergeField, MergeSide } from '@/lib/domain/counterparties/merge';
import type { ComparedField } from './compared-fields';
import { usePhoneText } from './phone-text';

type Props = {
  own: ComparedCard;
  other: ComparedCard;
  fields: readonly ComparedField[];
  take: Partial<Record<MergeField, MergeSide>>;
  /** The fields whose side is not the person's to choose. */
  fixed: readonly MergeField[];
  /** Left out for whoever may only look. */
  onTake?: (field: MergeField, side: MergeSide) => void;
};

const cell = 'border-line border-t px-4 py-2 text-left align-top [overflow-wrap:anywhere]';

/** Both cards field by field, with a choice where they differ, then what is joined and what moves. */
export function CompareTable({ own, other, fields, take, fixed, onTake }: Props) {
  const t = useTranslations('duplicates');
  const words = useTranslations('counterparties');
  const lists = useListTexts();
  const textOf = (card: ComparedCard, field: MergeField) => {
    if (field === 'assignedTo') return card.assignedTo?.name ?? '';
    return field === 'status' ? words(`status.${card.status}`) : card[field];
  };
  const count = (number: number) =>
    number >= 100 ? t('atLeast', { count: String(number) }) : String(number);
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">{t('comparison')}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-1/4 px-4 py-2 text-left font-medium text-faint text-sm">
            {t('field')}
          </th>
          <CardHead card={own} note={t('survivor')} />
          <CardHead card={other} />
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, isSame }) => (
          <Row key={field} term={words(`fields.${field}`)}>
            {(['own', 'other'] as const).map((side) => {
              const value = textOf(side === 'own' ? own : other, field);
              return (
                <td key={side} className={cell}>
                  {isSame || !onTake ? (
                    value || '—'
                  ) : (
                    <label className="flex min-h-6 cursor-pointer items-start gap-2">
                      <input
                        type="radio"
                        name={field}
                        aria-label={t(side === 'own' ? 'takeOwn' : 'takeOther', {
                          field: words(`fields.${field}`),
                          value: value || '—',
                        })}
                        className="mt-0.5 size-5 shrink-0 accent-accent"
                        disabled={fixed.includes(field)}
                        checked={take[field] === side}
                        onChange={() => onTake(field, side)}
                      />
                      <span className="min-w-0 whitespace-pre-line">{value || '—'}</span>
                    </label>
                  )}
                </td>
              );
            })}
          </Row>
        ))}
        {lists(own, other).map(({ field, texts }) => (
          <Row key={field} term={`${words(`fields.${field}`)}: ${t('joined')}`}>
            {texts.map((text, index) => (
              <td key={index} className={cell}>
                {text || '—'}
              </td>
            ))}
          </Row>
        ))}
        {(['appeals', 'calls', 'purchases', 'attachments'] as const).map((kind) => (
          <Row key={kind} term={t(`counts.${kind}`)}>
            {[own, other].map((card) => (
              <td key={card.id} className={`${cell} tabular-nums`}>
                {count(card.counts[kind])}
              </td>
            ))}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

function CardHead({ card, note }: { card: ComparedCard; note?: string }) {
  return (
    <th scope="col" className="px-4 py-2 text-left font-medium [overflow-wrap:anywhere]">
      <TextLink href={`/counterparties/${card.id}`}>{card.name}</TextLink>
      {note ? <span className="ml-2 font-normal text-good-ink text-sm"> {note}</span> : null}
    </th>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className={`${cell} font-normal text-faint text-sm`}>
        {term}
      </th>
      {children}
    </tr>
  );
}

/** The lists that are joined, those of both cards that hold something. */
function useListTexts() {
  const phoneText = usePhoneText();
  return (own: ComparedCard, other: ComparedCard) => {
    const cards = [own, other];
    return [
      { field: 'phones' as const, texts: cards.map(({ phones }) => phones.map(phoneText).join(', ')) },
      { field: 'emails' as const, texts: cards.map(({ emails }) => emails.join(', ')) },
      {
        field: 'contacts' as const,
        texts: cards.map(({ contacts }) => contacts.map(({ name }) => name).join(', ')),
      },
      { field: 'contracts' as const, texts: cards.map(({ contracts }) => contracts.join(', ')) },
      {
        field: 'products' as const,
        texts: cards.map(({ products }) => products.map(({ name }) => name).join(', ')),
      },
    ].filter(({ texts }) => texts.some(Boolean));
  };
}
