'use client';

import { Clock, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { TextArea } from '@/components/ui/text-area';
import { emptyMark, type Mark, scoreCardLimits, verdicts } from '@/lib/domain/score-cards/score-card';
import type { CriterionView } from '@/lib/domain/score-cards/score-card-views';
import { CriterionWords, useCriterionText } from './criterion-words';
import { PlaceButton } from './place-button';
import type { CardPlayer } from './use-card-player';

type Props = {
  criterion: CriterionView;
  mark: Mark | undefined;
  onChange: (mark: Mark) => void;
  player: CardPlayer;
  /** Why it keeps the card from being sent, once that was tried. */
  error?: string;
};

/** One criterion: yes, no or not applicable, with a comment, on a moment of the recording where there is one. */
export function CriterionField({ criterion, mark = emptyMark, onChange, player, error }: Props) {
  const t = useTranslations('scoreCards');
  const textOf = useCriterionText();
  const errorId = useId();
  const name = textOf(criterion);
  const { place } = mark;
  return (
    <li className="flex flex-col gap-2 border-line border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <CriterionWords criterion={criterion} />
        <div className="flex flex-col gap-1">
          <Segmented<string>
            label={t('verdictOf', { criterion: name })}
            options={verdicts.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
            value={mark.verdict ?? ''}
            onValueChange={(verdict) => onChange({ ...mark, verdict: verdict as Mark['verdict'] })}
          />
          {error ? (
            <p id={errorId} className="font-medium text-danger-ink text-sm">
              {error}
            </p>
          ) : null}
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <TextArea
          className="min-w-0 flex-1 basis-64"
          label={
            <>
              {t('comment')}
              <span className="sr-only">: {name}</span>
            </>
          }
          rows={1}
          maxLength={scoreCardLimits.comment}
          value={mark.comment}
          onValueChange={(comment) => onChange({ ...mark, comment })}
        />
        {place ? (
          <span className="inline-flex items-center">
            <PlaceButton place={place} onListen={player.listen} />
            <IconButton
              size="small"
              icon={<X />}
              label={t('clearPlace', { criterion: name })}
              onClick={() => onChange({ ...mark, place: null })}
            />
          </span>
        ) : player.current ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Clock />}
            onClick={() => onChange({ ...mark, place: player.current!() })}
          >
            {t('setPlace')}
            <span className="sr-only">: {name}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}
