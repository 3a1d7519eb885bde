'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { RoleView } from '@/lib/domain/employees/roles.contract';

/** Takes an added role out of use while nobody has it, or back. */
export function RoleEnabling({ role }: { role: RoleView }) {
  const t = useTranslations('roles');
  const words = useErrorWords();
  const router = useRouter();
  const isDisabled = role.disabledAt !== null;
  const change = useChange<boolean>(
    (next, options) => api.patch(`/roles/${role.id}`, { version: role.version, isDisabled: next }, options),
    { onDone: () => router.refresh(), onRefused: () => router.refresh() },
  );
  return (
    <>
      <Button
        busy={change.busy}
        disabledReason={!isDisabled && role.employees > 0 ? t('disableHint') : null}
        onClick={() => void change.run(!isDisabled)}
      >
        {isDisabled ? t('enable') : t('disable')}
      </Button>
      {change.error ? (
        <InlineAlert tone="danger" urgent>
          {change.error.details.reason === 'roleInUse' ? t('why.roleInUse') : words.ofError(change.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}
