'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { usePresenceWords } from '@/components/employees/presence-words';
import type { Wallboard, WallboardPerson } from '@/lib/domain/reports/wallboard.contract';
import { useTimeSince } from './use-time-since';
import { WallboardPersonActions } from './wallboard-person-actions';

/** Beside the word, a shape: told apart without colour. */
function signOf({ chosen, derived, unreachable }: WallboardPerson): { sign: string; look: string } {
  if (chosen === 'available' && unreachable) return { sign: '✕', look: 'text-danger-ink' };
  if (derived === 'talking' || derived === 'held') return { sign: '●', look: 'text-accent-ink' };
  if (derived === 'ringing') return { sign: '▲', look: 'text-warn-ink' };
  if (derived === 'afterCall') return { sign: '■', look: 'text-accent-ink' };
  return chosen === 'available' ? { sign: '✓', look: 'text-good-ink' } : { sign: '○', look: 'text-faint' };
}

/** One cell a person: their state, how long already, and where their conversation stands. */
export function WallboardPeople({ board, isStill }: { board: Wallboard; isStill: boolean }) {
  const t = useTranslations('wallboard');
  const words = usePresenceWords();
  const chart = useChartWords();
  const since = useTimeSince(isStill ? board.now : null);
  return (
    <section aria-label={t('people')} className="min-w-0">
      <h2 className="pb-2 font-medium text-[clamp(1rem,1.4vw,1.75rem)] text-soft">{t('people')}</h2>
      {board.people.length === 0 ? <p>{t('nobody')}</p> : null}
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2 desk:grid-cols-4">
        {board.people.map((person) => {
          const { sign, look } = signOf(person);
          return (
            <li
              key={person.id}
              className="flex min-w-0 gap-3 rounded-lg border border-line bg-surface p-3 text-[clamp(0.875rem,1.1vw,1.375rem)] leading-snug"
            >
              <span aria-hidden="true" className={clsx('text-[1.2em] leading-tight', look)}>
                {sign}
              </span>
              <div className="min-w-0">
                <p className="font-semibold [overflow-wrap:anywhere]">
                  <WallboardPersonActions person={person} />
                </p>
                <p className="text-soft">
                  {words.ofPerson(person)} <span className="tabular-nums">{since(person.since)}</span>
                </p>
                {person.step ? (
                  <p className="text-faint">{t('step', { step: chart.chart('steps', person.step) })}</p>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
