'use client';

import { useRunningCall } from '@/components/calls/running-call';
import { type Draft, knowsOf } from '@/lib/domain/call-scripts/draft';
import type { DraftFieldName } from './draft-field-name';
import { DraftInput } from './draft-input';
import { DraftValue } from './draft-value';

type Props = { name: DraftFieldName; required?: boolean };

/** One field of the draft. What an existing card knows is shown, not asked; its gaps are (IN-2). */
export function DraftField({ name, required }: Props) {
  const { draft, isFixed } = useRunningCall();
  if (isFixed || knownOf(draft, name)) return <DraftValue name={name} />;
  return <DraftInput name={name} required={required} />;
}

function knownOf(draft: Draft, name: DraftFieldName): boolean {
  switch (name) {
    case 'name':
    case 'category':
    case 'city':
    case 'contactPerson':
    case 'phone':
      return knowsOf(draft, name);
    case 'topic':
    case 'appealType':
    case 'project':
      return draft.chosenAppeal !== null;
    default:
      return false;
  }
}
