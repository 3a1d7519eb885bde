'use client';

import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { formatDuration } from '@/components/ui/format-duration';
import { IconButton } from '@/components/ui/icon-button';
import { TextArea } from '@/components/ui/text-area';
import { type PlacedNote, scoreCardLimits } from '@/lib/domain/score-cards/score-card';
import { PlaceButton } from './place-button';
import type { CardPlayer } from './use-card-player';

type Props = {
  notes: readonly PlacedNote[];
  onChange: (notes: PlacedNote[]) => void;
  player: CardPlayer;
  /** The one that was begun just now: the person goes on by typing it. */
  newestId: string | null;
};

/** Comments on moments of the recording that belong to no criterion. */
export function NoteFields({ notes, onChange, player, newestId }: Props) {
  const t = useTranslations('scoreCards');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (newestId) list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(newestId)}"]`)?.focus();
  }, [newestId]);
  if (notes.length === 0) return <p className="text-faint">{t(player.current ? 'noNotes' : 'noSound')}</p>;
  return (
    <ul ref={list} className="flex flex-col gap-2">
      {notes.map((note) => {
        const time = formatDuration(note.place.seconds);
        return (
          <li key={note.id} className="flex flex-wrap items-end gap-2">
            <PlaceButton place={note.place} onListen={player.listen} />
            <TextArea
              data-note={note.id}
              className="min-w-0 flex-1 basis-64"
              label={t('noteAt', { time })}
              labelHidden
              rows={1}
              maxLength={scoreCardLimits.comment}
              value={note.text}
              onValueChange={(text) =>
                onChange(notes.map((one) => (one.id === note.id ? { ...one, text } : one)))
              }
            />
            <IconButton
              icon={<Trash2 />}
              label={t('removeNote', { time })}
              onClick={() => onChange(notes.filter(({ id }) => id !== note.id))}
            />
          </li>
        );
      })}
    </ul>
  );
}
