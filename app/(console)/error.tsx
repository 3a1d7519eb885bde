'use client';

import { useMyCalls } from '@/components/calls/my-calls-provider';
import { type FailureProps, FailureWords } from '../failure-words';

/** A page of the console that failed: the shell and its call bar stay, and a call is not broken off by loading the page anew. */
export default function ConsoleError(failure: FailureProps) {
  const { calls } = useMyCalls();
  return (
    <div className="mx-auto max-w-md py-16">
      <FailureWords {...failure} isBusy={calls.length > 0} />
    </div>
  );
}
