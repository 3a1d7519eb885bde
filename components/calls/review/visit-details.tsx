'use client';

import { CircleAlert, MessageCircleQuestionMark, PencilLine, PhoneCall } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { VisitEvent, VisitView } from '@/lib/domain/calls/review-view';
import { useToldWords } from './told-words';

/** What happened during one stay at a step: words that are not in the list, choices, refusals, fields. */
export function VisitDetails({ visit }: { visit: VisitView }) {
  const t = useTranslations('calls.path');
  const { toldWords, requirementWords, refusalWords } = useToldWords();
  return (
    <ul aria-label={t('details')} className="flex flex-col gap-1 desk:pl-24">
      {visit.told.map((told, index) =>
        told.type === 'caller.saidSomethingElse' ? (
          <Line key={`told ${index}`} icon={<MessageCircleQuestionMark />} told={told}>
            {t('words')}: {told.about ? `«${told.about.value}»` : t('noWords')}
          </Line>
        ) : (
          <Line key={`told ${index}`} icon={<PhoneCall />} told={told}>
            {toldWords(told)}
          </Line>
        ),
      )}
      {visit.refused.map((told, index) => (
        <Line key={`refused ${index}`} icon={<CircleAlert className="text-danger-ink" />} told={told}>
          {t('refused')}: {toldWords(told)} — {refusalWords(told.reason)}
          {told.filled.length > 0 ? (
            <>
              {': '}
              <FilledFields filled={told.filled} />
            </>
          ) : null}
          {told.missing.length > 0 ? ` (${told.missing.map(requirementWords).join('; ')})` : null}
        </Line>
      ))}
      {visit.filled.length > 0 ? (
        <Line icon={<PencilLine />}>
          {t('filled')}: <FilledFields filled={visit.filled} />
        </Line>
      ) : null}
    </ul>
  );
}

function FilledFields({ filled }: { filled: VisitView['filled'] }) {
  const { fieldWords, valueWords } = useToldWords();
  return filled.map(({ field, value }, index) => (
    <span key={field}>
      {index > 0 ? '; ' : null}
      <span className="text-faint">{fieldWords(field)}</span> {valueWords(field, value)}
    </span>
  ));
}

function Line({ icon, told, children }: { icon: ReactNode; told?: VisitEvent; children: ReactNode }) {
  const format = useFormatter();
  return (
    <li className="flex items-start gap-2 text-soft">
      <span aria-hidden="true" className="mt-0.5 shrink-0 text-faint [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {told ? (
          <span className="mr-2 text-faint text-sm tabular-nums">
            {format.dateTime(told.at, 'timeWithSeconds')}
          </span>
        ) : null}
        {children}
        {told?.employee ? <span className="ml-2 text-faint text-sm">{told.employee.name}</span> : null}
      </span>
    </li>
  );
}
