'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { formatDuration } from '@/components/ui/format-duration';
import { Link } from '@/components/ui/link';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { Figure } from '@/lib/domain/reports/reports.contract';
import { FormulaNote } from './formula-note';
import { formulaText } from './formula-text';
import { figureHref, type ReportAddress } from './report-link';
import { useFigureText } from './use-figure-text';

type Props = { figure: Figure; settings: ReportSettings; address: ReportAddress };

/** One figure: its value with what it was reckoned of, its target, how it was before, its formula and its rows. */
export function FigureCard({ figure, settings, address }: Props) {
  const t = useTranslations('reports');
  const whole = useTranslations();
  const text = useFigureText();
  const { key, unit, value, of, notReckonedFor, before, rows } = figure;
  const name = t(`figures.${key}`);
  const formula = formulaText(whole as unknown as Parameters<typeof formulaText>[0], key, settings);
  return (
    <section
      aria-label={name}
      className="flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-3 print:break-inside-avoid"
    >
      <div className="flex items-start gap-1">
        <h2 className="min-w-0 flex-1 font-medium text-soft">{name}</h2>
        <FormulaNote name={name} text={formula} />
      </div>
      <p className="font-semibold text-2xl tabular-nums">
        {value === null ? (
          <span className="font-normal text-base text-faint">
            {notReckonedFor ? t(`notReckoned.${notReckonedFor}`) : t('noData')}
          </span>
        ) : (
          <Link
            href={figureHref(address, rows)}
            aria-label={`${text(unit, value)}. ${t('openRows', { figure: name })}`}
            className="underline decoration-line underline-offset-4 hover:decoration-current"
          >
            {text(unit, value)}
          </Link>
        )}
      </p>
      {value === null ? null : (
        <p className="text-faint text-sm">
          {key === 'occupancy'
            ? t('of.occupancy', { time: formatDuration(of / 1000) })
            : t(`of.${key}`, { count: of })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1">
        {value === null ? null : <Target figure={figure} value={value} />}
        {before === null ? null : (
          <span className="text-soft text-sm">{t('before', { value: text(unit, before) })}</span>
        )}
      </div>
      <p className="hidden text-faint text-xs print:block">{formula}</p>
    </section>
  );
}

function Target({ figure: { unit, target }, value }: { figure: Figure; value: number }) {
  const t = useTranslations('reports');
  const text = useFigureText();
  if (!target) return null;
  const isMet = target.is === 'atLeast' ? value >= target.value : value <= target.value;
  return (
    <>
      <Badge tone={isMet ? 'good' : 'danger'}>{t(isMet ? 'meets' : 'misses')}</Badge>
      <span className="text-soft text-sm">
        {t(target.is === 'atLeast' ? 'targetAtLeast' : 'targetAtMost', { target: text(unit, target.value) })}
      </span>
    </>
  );
}
