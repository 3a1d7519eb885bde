'use client';

import { Download, MessageSquarePlus, Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { formatDuration } from '@/components/ui/format-duration';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Segmented } from '@/components/ui/segmented';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import { MarkedWave } from './marked-wave';
import { jumpSeconds, playbackRates } from './player-position';
import type { RecordingMark } from './recording-marks';
import { usePlayer } from './use-player';
import { Waveform } from './waveform';

/** A place somebody chose outside the player; the same place chosen again is another one. */
export type ChosenPlace = { recordingId: string; seconds: number };

/** What a page does with the players of its recordings. */
export type PlayerUse = {
  place?: ChosenPlace | null;
  marksOf?: (recording: PlayableRecording) => readonly RecordingMark[];
  /** Where the recording that was played last stands. */
  playedAt?: RefObject<ChosenPlace | null>;
  /** Somebody wants to say something of this moment. */
  onComment?: (place: ChosenPlace) => void;
};

type Props = PlayerUse & { recording: PlayableRecording; label: string };

const noMarks = () => [];

/**
 * Plays one kept recording: by buttons, by a slider, and while it has the focus by the space bar, the arrows, and M for a
 * comment on the moment. On the slider the arrows go by the second.
 */
export function RecordingPlayer({ recording, label, place, marksOf = noMarks, playedAt, onComment }: Props) {
  const t = useTranslations('recordings');
  const format = useFormatter();
  const sliderId = useId();
  const { id, durationSeconds, peaks, mayDownload } = recording;
  const player = usePlayer(id, durationSeconds);
  const { seek } = player;
  useEffect(() => {
    if (place?.recordingId === id) seek(place.seconds);
  }, [place, id, seek]);
  const isTouched = player.isPlaying || player.seconds > 0;
  useEffect(() => {
    if (playedAt && isTouched) playedAt.current = { recordingId: id, seconds: player.seconds };
  }, [playedAt, isTouched, id, player.seconds]);

  const comment = onComment && (() => onComment({ recordingId: id, seconds: Math.floor(player.seconds) }));
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const act = {
      Space: target.closest('button, a') ? undefined : player.toggle,
      ArrowLeft: target.closest('input, [role=group]') ? undefined : () => seek(player.seconds - jumpSeconds),
      ArrowRight: target.closest('input, [role=group]')
        ? undefined
        : () => seek(player.seconds + jumpSeconds),
      KeyM: comment,
    }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const at = formatDuration(player.seconds);
  const length = formatDuration(durationSeconds);
  return (
    <fieldset
      aria-label={label}
      className="m-0 flex min-w-0 max-w-3xl flex-col gap-2 border-0 p-0"
      onKeyDown={onKey}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said */}
      <audio ref={player.audio} preload="none" src={`/api/v1/recordings/${id}/audio`} />
      <MarkedWave marks={marksOf(recording)} durationSeconds={durationSeconds}>
        {peaks ? <Waveform audio={player.audio} peaks={peaks} durationSeconds={durationSeconds} /> : null}
      </MarkedWave>
      {peaks?.length === 2 ? <p className="text-faint text-sm">{t('player.channels')}</p> : null}
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
        {comment ? (
          <Button icon={<MessageSquarePlus />} keys="m" onClick={comment}>
            {t('player.comment')}
          </Button>
        ) : null}
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
