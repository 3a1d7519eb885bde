'use client';

import { ArrowLeft, Pause, Play, Settings } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { SelectField } from '@/components/ui/select-field';
import { localizedName } from '@/lib/domain/localized-name';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import type { Wallboard } from '@/lib/domain/reports/wallboard.contract';
import { useWallboard } from './use-wallboard';
import { WallboardPeople } from './wallboard-people';
import { WallboardRefused } from './wallboard-refused';
import { WallboardTiles } from './wallboard-tiles';

type Props = {
  initial: Wallboard;
  token: string | null;
  /** The one that was asked for. */
  departmentId: string | null;
  /** Those to choose from; empty for who sees one alone. */
  departments: readonly DepartmentName[];
  maySettings: boolean;
};

/** What can be acted on now: numbers with their targets and what everybody does. A television shows it without links. */
export function WallboardScreen({ initial, token, departmentId, departments, maySettings }: Props) {
  const t = useTranslations('wallboard');
  const locale = useLocale() as 'ru' | 'en';
  const format = useFormatter();
  const router = useRouter();
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const { board, state } = useWallboard(initial, { token, departmentId }, pausedAt !== null);
  const isTelevision = token !== null;
  const at = (time: number) => format.dateTime(time, 'timeWithSeconds');
  if (state === 'refused') return <WallboardRefused why={isTelevision ? 'revoked' : 'forbidden'} />;
  return (
    <main className="flex min-h-dvh flex-col gap-[clamp(0.75rem,1.5vw,2rem)] bg-canvas p-[clamp(0.75rem,1.5vw,2rem)]">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-[clamp(1.25rem,2vw,2.25rem)] leading-tight">
          {t('titleOf', { department: localizedName(board.department, locale) })}
        </h1>
        <span className="text-soft">
          {pausedAt === null ? t('updated', { at: at(board.now) }) : t('pausedSince', { at: at(pausedAt) })}
        </span>
        {departments.length > 0 ? (
          <SelectField<string>
            className="w-56"
            label={t('department')}
            options={departments.map((department) => ({
              value: department.id,
              label: localizedName(department, locale),
            }))}
            value={board.department.id}
            onValueChange={(id) => router.push(`/wallboard?department=${id}`)}
          />
        ) : null}
        <Button
          icon={pausedAt === null ? <Pause /> : <Play />}
          onClick={() => setPausedAt(pausedAt === null ? board.now : null)}
        >
          {t(pausedAt === null ? 'pause' : 'resume')}
        </Button>
        {isTelevision ? null : (
          <>
            {maySettings ? (
              <ButtonLink href="/settings/reports" icon={<Settings />}>
                {t('settings')}
              </ButtonLink>
            ) : null}
            <ButtonLink href="/reports" icon={<ArrowLeft />}>
              {t('toConsole')}
            </ButtonLink>
          </>
        )}
      </header>
      {state === 'connectionLost' ? (
        <InlineAlert tone="warning" urgent>
          {t('connectionLost', { at: at(board.now) })}
        </InlineAlert>
      ) : null}
      <WallboardTiles board={board} isStill={pausedAt !== null} hasLinks={!isTelevision} />
      <WallboardPeople board={board} isStill={pausedAt !== null} />
    </main>
  );
}
