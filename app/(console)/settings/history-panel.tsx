import { requestLanguage } from '@/app/request-language';
import { History } from '@/components/settings/history';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { HistoryNoun } from '@/lib/domain/settings/history-nouns';
import type { Context } from '@/lib/operations/context';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { namesById } from './people-choices';

type Props = {
  context: Context;
  noun: HistoryNoun;
  nounId?: string;
  /** Says in its title whose history it is: where a page has several. */
  isNamed?: boolean;
};

/** The last changes of one thing, with the way to all of them. Only for those who may read the history. */
export async function HistoryPanel({ context, noun, nounId, isNamed = false }: Props) {
  const { t, locale } = await requestLanguage();
  const { rows, next } = await listChanges(context, { noun, nounId, limit: 10 });
  const query = new URLSearchParams({ noun, ...(nounId ? { nounId } : {}) });
  return (
    <Panel
      title={
        isNamed
          ? t('settings.history.titleOf', { what: t(`settings.history.nouns.${noun}`) })
          : t('settings.history.title')
      }
      actions={
        next ? <TextLink href={`/settings/history?${query}`}>{t('settings.history.all')}</TextLink> : null
      }
    >
      <History changes={rows} names={await namesById(context, locale)} />
    </Panel>
  );
}
