import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { signInAddress } from '@/components/employees/sign-in';
import { contextFor, identify } from '@/lib/context';
import type { Person } from '@/lib/domain/employees/employee';
import type { Context } from '@/lib/operations/context';

/** The signed-in person and their context, once per page; anybody else is sent to sign in and back. */
export const signedInPage = cache(async (): Promise<{ person: Person; context: Context }> => {
  const given = await headers();
  const identity = await identify({ headers: given });
  if (!identity) redirect(signInAddress(given.get('x-page')));
  return {
    person: identity.person,
    context: await contextFor(identity.person, undefined, identity),
  };
});
