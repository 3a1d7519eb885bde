'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { LaterReactionCard } from './later-reaction-card';
import type { ReactionCardProps } from './reaction-card';
import type { ReactionStart } from './reaction-start';

type Props = { person: ReactionCardProps['person']; start: ReactionStart };

/** «+ Реакция» on a card or an appeal: the reaction card with what is already known. */
export function AddReaction({ person, start }: Props) {
  const t = useTranslations('reactions.card');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="plus" icon={<Plus />} onClick={() => setOpen(true)}>
        {t('reaction')}
      </Button>
      {open ? <LaterReactionCard open onOpenChange={setOpen} person={person} start={start} /> : null}
    </>
  );
}
