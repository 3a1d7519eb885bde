'use client';

import { Bookmark, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { later } from '@/components/ui/later';
import { Link } from '@/components/ui/link';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { ReportView } from '@/lib/domain/reports/report-settings.contract';

const SaveView = later(() => import('./save-view').then(({ SaveView }) => SaveView));
const parts = [SaveView];

/** The reports this person saved under a name: to open, to add this one, to delete. */
export function ViewsMenu({ views }: { views: readonly ReportView[] }) {
  const t = useTranslations('reports.views');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  useFetchedWhenIdle(parts);
  const restore = async ({ name, query }: ReportView) => {
    try {
      await api.post('/reports/views', { name, query });
      notify(t('restored'));
    } catch (error) {
      notifyOfLoss(words.ofError(error));
    }
    router.refresh();
  };
  const remove = useChange(
    ({ id }: ReportView, options) => api.delete(`/reports/views/${id}`, undefined, options),
    {
      onDone: (_, view) => {
        notify(t('deleted'), { action: { label: t('undo'), onClick: () => void restore(view) } });
        router.refresh();
      },
      onRefused: () => router.refresh(),
    },
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon={<Bookmark />}>{t('label')}</Button>}
      title={t('label')}
    >
      {isOpen ? (
        <div className="flex flex-col gap-4">
          {views.length === 0 ? <p className="text-soft">{t('none')}</p> : null}
          <ul className="flex flex-col">
            {views.map((view) => {
              const { id, name, query } = view;
              return (
                <li key={id} className="flex items-center gap-2 border-line border-b py-1 last:border-b-0">
                  <Link
                    href={query ? `/reports?${query}` : '/reports'}
                    onClick={() => setOpen(false)}
                    className="min-w-0 flex-1 font-medium text-accent-ink [overflow-wrap:anywhere] hover:underline"
                  >
                    {name}
                  </Link>
                  <IconButton
                    label={t('delete', { name })}
                    icon={<Trash2 />}
                    busy={remove.busy}
                    onClick={() => void remove.run(view)}
                  />
                </li>
              );
            })}
          </ul>
          {remove.error ? <InlineAlert tone="danger">{words.ofError(remove.error)}</InlineAlert> : null}
          <SaveView />
        </div>
      ) : null}
    </Dialog>
  );
}
