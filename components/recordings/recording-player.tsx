'use client';

import { Download, Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { formatDuration } from '@/components/ui/format-duration';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Segmented } from '@/components/ui/segmented';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import { jumpSeconds, playbackRates } from './player-position';
import { usePlayer } from './use-player';
import { Waveform } from './waveform';

/** A place somebody chose outside the player; the same place chosen again is another one. */
export type ChosenPlace = { recordingId: string; seconds: number };

type Props = { recording: PlayableRecording; label: string; place?: ChosenPlace | null };

/** Plays one kept recording: by buttons, by a slider, and by the space bar and the arrows while it has the focus. */
export function RecordingPlayer({ recording, label, place }: Props) {
  const t = useTranslations('recordings');
  const format = useFormatter();
  const sliderId = useId();
  const { id, durationSeconds, peaks, mayDownload } = recording;
  const player = usePlayer(id, durationSeconds);
  const { seek } = player;
  useEffect(() => {
    if (place?.recordingId === id) seek(place.seconds);
  }, [place, id, seek]);

  const onSpace = (event: KeyboardEvent) => {
    if (event.key !== ' ' || (event.target as HTMLElement).closest('button, a')) return;
    event.preventDefault();
    player.toggle();
  };
  const at = formatDuration(player.seconds);
  const length = formatDuration(durationSeconds);
  return (
    <fieldset
      aria-label={label}
      className="m-0 flex min-w-0 max-w-3xl flex-col gap-2 border-0 p-0"
      onKeyDown={onSpace}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said */}
      <audio ref={player.audio} preload="none" src={`/api/v1/recordings/${id}/audio`} />
      {peaks ? (
        <>
          <Waveform audio={player.audio} peaks={peaks} durationSeconds={durationSeconds} />
          {peaks.length === 2 ? <p className="text-faint text-sm">{t('player.channels')}</p> : null}
        </>
      ) : null}
      <label htmlFor={sliderId} className="sr-only">
        {t('player.position')}
      </label>
      <input
        id={sliderId}
        type="range"
        min={0}
        max={durationSeconds}
        step={1}
        value={Math.min(Math.floor(player.seconds), durationSeconds)}
        aria-valuetext={t('player.time', { at, length })}
        onChange={(event) => seek(Number(event.target.value))}
        className="w-full accent-accent"
      />
      <div className="flex flex-wrap items-center gap-2">
        <IconButton
          label={t(player.isPlaying ? 'player.pause' : 'player.play')}
          icon={player.isPlaying ? <Pause /> : <Play />}
          variant="primary"
          onClick={player.toggle}
        />
        <IconButton
          label={t('player.back')}
          icon={<RotateCcw />}
          onClick={() => seek(player.seconds - jumpSeconds)}
        />
        <IconButton
          label={t('player.forward')}
          icon={<RotateCw />}
          onClick={() => seek(player.seconds + jumpSeconds)}
        />
        <span className="tabular-nums">{t('player.time', { at, length })}</span>
        <Segmented
          label={t('player.speed')}
          value={String(player.rate)}
          onValueChange={(rate) => player.setRate(Number(rate))}
          options={playbackRates.map((rate) => ({
            value: String(rate),
            label: t('player.speedOf', { rate: format.number(rate) }),
          }))}
        />
        {mayDownload ? (
          <a
            href={`/api/v1/recordings/${id}/file`}
            download
            className="rounded-sm text-accent-ink underline underline-offset-2"
          >
            <Download aria-hidden="true" className="inline size-4" /> {t('player.download')}
          </a>
        ) : null}
      </div>
      {player.problem ? (
        <InlineAlert tone="danger">
          {t(player.problem === 'notReady' ? 'states.awaited' : `states.${player.problem}`, {
            at: recording.deletedAt === null ? '' : format.dateTime(recording.deletedAt, 'date'),
          })}
        </InlineAlert>
      ) : null}
    </fieldset>
  );
}
