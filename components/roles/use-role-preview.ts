'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import type { Grants } from '@/lib/domain/employees/permission';
import type { RolePreview } from '@/lib/domain/employees/roles.contract';

export type Previewed =
  | { state: 'none' | 'counting' }
  | { state: 'counted'; preview: RolePreview }
  | { state: 'failed'; error: ApiError };

/** Whom the decisions about a role would touch, counted anew for each of them; `null` grants: nothing to be saved. */
export function useRolePreview(roleId: string, grants: Grants | null): Previewed {
  const wanted = grants === null ? null : JSON.stringify(grants);
  const [found, setFound] = useState<{ wanted: string; previewed: Previewed } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const stop = new AbortController();
    const put = (previewed: Previewed) => {
      if (!stop.signal.aborted) setFound({ wanted, previewed });
    };
    api
      .post<RolePreview>(`/roles/${roleId}/preview`, { grants: JSON.parse(wanted) }, { signal: stop.signal })
      .then((preview) => put({ state: 'counted', preview }))
      .catch((error: unknown) => {
        if (error instanceof ApiError) put({ state: 'failed', error });
        else if (!stop.signal.aborted) throw error;
      });
    return () => stop.abort();
  }, [roleId, wanted]);
  if (wanted === null) return { state: 'none' };
  return found?.wanted === wanted ? found.previewed : { state: 'counting' };
}
