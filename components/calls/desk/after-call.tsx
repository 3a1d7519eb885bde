'use client';

import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { currentSatisfactionRound, currentWelcomeCall } from '@/lib/domain/call-scripts/catalog';
import type { CallView } from '@/lib/domain/calls/call-view';

/** Where to go when a call is over: back to the work it was placed from, or to the empty desk. */
export function AfterCall({ call: { script }, done }: { call: Pick<CallView, 'script'>; done: string }) {
  const t = useTranslations('desk.backTo');
  const work = script && workOf(script);
  return (
    <>
      {work ? (
        <ButtonLink href={work.href} variant="primary">
          {t(work.name)}
        </ButtonLink>
      ) : null}
      <ButtonLink href="/desk" variant={work ? undefined : 'primary'}>
        {done}
      </ButtonLink>
    </>
  );
}

function workOf({ id, subjectId }: NonNullable<CallView['script']>) {
  switch (id) {
    case currentSatisfactionRound.id:
      return { name: 'rounds', href: '/rounds' } as const;
    case currentWelcomeCall.id:
      return { name: 'folder', href: `/folders/${subjectId}` } as const;
    default:
      return null;
  }
}
