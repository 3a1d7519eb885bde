'use client';

import { type ReactNode, useState } from 'react';
import { LaterReactionCard } from '@/components/reactions/later-reaction-card';
import type { ReactionStart } from '@/components/reactions/reaction-start';
import type { Person } from '@/lib/domain/employees/employee';
import { callAtHand } from './call-side';
import { useMyCalls } from './my-calls-provider';
import { reactionStartOf } from './reaction-start';

/** CARD: the card behind «+», of the call at hand while there is one, else of none. Each keeps what was typed in it. */
export function usePlusCard(person: Person): { open: () => void; card: ReactNode } {
  const { calls } = useMyCalls();
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState<ReactionStart>();
  const open = () => {
    const call = callAtHand(calls, person.id);
    setStart(call ? reactionStartOf(call, person) : undefined);
    setOpen(true);
  };
  return {
    open,
    card: isOpen ? <LaterReactionCard open onOpenChange={setOpen} person={person} start={start} /> : null,
  };
}
