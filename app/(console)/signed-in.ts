import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { contextFor, identify } from '@/lib/context';
import type { Person } from '@/lib/domain/employees/employee';
import type { Context } from '@/lib/operations/context';

/** The signed-in person and their context, once per page; anybody else is sent to sign in and back. */
export const signedInPage = cache(async (): Promise<{ person: Person; context: Context }> => {
  const identity = await identify({ headers: await headers() });
  if (!identity) redirect('/sign-in');
  return {
    person: identity.person,
    context: await contextFor(identity.person, undefined, identity.sessionId ?? null),
  };
});
