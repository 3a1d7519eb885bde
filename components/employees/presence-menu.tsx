'use client';

import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Countdown } from '@/components/ui/countdown';
import { Elapsed } from '@/components/ui/elapsed';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Menu } from '@/components/ui/menu';
import { type StatusShape, StatusSign } from '@/components/ui/status-sign';
import { useErrorWords } from '@/components/use-error-words';
import type { ChosenPresence } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { useOwnPresence } from './own-presence';
import { usePresenceWords } from './presence-words';

const offered: ChosenPresence[] = ['available', 'break', 'lunch', 'meeting', 'training', 'offline'];

type Look = { shape: StatusShape; tone: 'good' | 'accent' | 'warning' | 'danger' | 'plain' };

/** The person's own state and how long it lasts, and the choice of another one. */
export function PresenceMenu() {
  const t = useTranslations('shell.presence');
  const tPresence = useTranslations('presence');
  const words = usePresenceWords();
  const common = useTranslations('common');
  const { ofError } = useErrorWords();
  const { presence, choose, changeAfterCall, error, clearError } = useOwnPresence();
  const state = words.ofPerson(presence);
  const look = lookOf(presence);
  return (
    <div className="relative min-w-0">
      <Menu
        align="end"
        heading={t('label')}
        entries={[
          ...(presence.afterCallUntil === null
            ? []
            : [
                {
                  kind: 'action' as const,
                  label: tPresence('afterCall.end'),
                  onSelect: () => void changeAfterCall('end'),
                },
                {
                  kind: 'action' as const,
                  label: tPresence('afterCall.extend'),
                  onSelect: () => void changeAfterCall('extend'),
                },
                { kind: 'separator' as const },
              ]),
          {
            kind: 'choice',
            label: t('choose'),
            value: presence.chosen,
            options: offered.map((value) => ({ value, label: words.chosen(value) })),
            onValueChange: (value) => {
              const chosen = offered.find((each) => each === value);
              if (chosen) void choose(chosen);
            },
          },
        ]}
        trigger={
          <button
            type="button"
            className="flex h-8 min-w-0 max-w-full items-center gap-1.5 rounded-md border border-edge bg-surface px-2 hover:border-ink hover:bg-sunken"
          >
            <span className="sr-only">{t('label')}:</span>
            <StatusSign shape={look.shape} tone={look.tone} />
            <span className="truncate font-medium">{state}</span>
            <span className="text-soft text-sm phone:hidden">
              {presence.afterCallUntil === null ? (
                <Elapsed since={presence.since} />
              ) : (
                <Countdown until={presence.afterCallUntil} stopsAtZero />
              )}
            </span>
            <ChevronDown aria-hidden="true" className="size-4 text-faint" />
          </button>
        }
      />
      {error ? (
        <InlineAlert
          tone="danger"
          urgent
          className="absolute top-full right-0 z-50 mt-1 w-72 shadow-raised"
          actions={<IconButton size="small" label={common('close')} icon={<X />} onClick={clearError} />}
        >
          {ofError(error)}
        </InlineAlert>
      ) : null}
    </div>
  );
}

function lookOf({ chosen, derived }: PresenceView): Look {
  if (chosen !== 'available') return { shape: chosen === 'offline' ? 'dash' : 'ring', tone: 'plain' };
  switch (derived) {
    case 'unreachable':
      return { shape: 'cross', tone: 'danger' };
    case 'talking':
    case 'held':
    case 'ringing':
      return { shape: 'half', tone: 'accent' };
    case 'afterCall':
      return { shape: 'square', tone: 'warning' };
    default:
      return { shape: 'disc', tone: 'good' };
  }
}
