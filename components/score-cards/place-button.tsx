'use client';

import { Headphones } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ChosenPlace } from '@/components/recordings/recording-player';
import { Button } from '@/components/ui/button';
import { formatDuration } from '@/components/ui/format-duration';
import type { RecordedPlace } from '@/lib/domain/score-cards/score-card';

type Props = {
  place: RecordedPlace;
  /** Null when the recording cannot be heard here. */
  onListen: ((place: ChosenPlace) => void) | null;
};

/** A moment of the recording, heard by a press. */
export function PlaceButton({ place, onListen }: Props) {
  const t = useTranslations('scoreCards');
  const time = formatDuration(place.seconds);
  if (!onListen) return <span className="text-faint tabular-nums">{time}</span>;
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<Headphones />}
      aria-label={t('listen', { time })}
      onClick={() => onListen({ ...place })}
    >
      <span className="tabular-nums">{time}</span>
    </Button>
  );
}
