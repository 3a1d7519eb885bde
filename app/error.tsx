'use client';

import { type FailureProps, FailureWords } from './failure-words';

export default function ErrorPage(failure: FailureProps) {
  return (
    <main className="mx-auto flex min-h-96 max-w-md flex-col justify-center p-6">
      <FailureWords {...failure} />
    </main>
  );
}
