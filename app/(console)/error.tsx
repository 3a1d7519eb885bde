'use client';

import { type FailureProps, FailureWords } from '../failure-words';

/** A page of the console that failed: the shell and its call bar stay. */
export default function ConsoleError(failure: FailureProps) {
  return (
    <div className="mx-auto max-w-md py-16">
      <FailureWords {...failure} />
    </div>
  );
}
