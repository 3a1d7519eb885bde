'use client';

import { useTranslations } from 'use-intl';
import { DirectoryProvider } from '@/components/call-scripts/fields/directory';
import { RunningScript } from '@/components/call-scripts/running-script';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Spinner } from '@/components/ui/spinner';
import { useErrorWords } from '@/components/use-error-words';
import type { CallView } from '@/lib/domain/calls/call-view';
import { isConsulted, sideOf } from '../call-side';
import type { DraftKeeper } from '../draft-keeper';
import { useMyCalls } from '../my-calls-provider';
import { type Conversation, RunningCall } from '../running-call';
import { useCallView } from '../use-call-view';
import { useDraftKeeper } from '../use-draft-keeper';
import { AfterCall } from './after-call';
import { CallerPanel } from './caller-panel';
import { DraftCard } from './draft-card';
import { RefusedWords } from './refused-words';
import { TakeOverNotice } from './take-over-notice';
import { TakenCall } from './taken-call';

/** One call on the desk; words of it that were refused stay above it, also when the call is no longer this person's. */
export function CallDesk({ callId }: { callId: string }) {
  const keeper = useDraftKeeper(callId);
  return (
    <>
      <RefusedWords keeper={keeper} />
      <CallAtDesk callId={callId} keeper={keeper} />
    </>
  );
}

/** Who calls, what to say, what is written down. */
function CallAtDesk({ callId, keeper }: { callId: string; keeper: DraftKeeper }) {
  const t = useTranslations('desk');
  const { ofError } = useErrorWords();
  const { personId, supervisionNews } = useMyCalls();
  const supervisionWords = useTranslations('supervision.news');
  const { view, error, refresh } = useCallView(callId);
  if (error && (!view || error.code === 'notFound')) {
    const takenBy = supervisionNews.find((news) => news.callId === callId && news.what === 'takenFromYou');
    const title = takenBy
      ? supervisionWords('takenFromYou', { name: takenBy.employee?.name ?? '' })
      : view
        ? t('noLongerYours')
        : ofError(error);
    return <EmptyState title={title} actions={<ButtonLink href="/desk">{t('toDesk')}</ButtonLink>} />;
  }
  if (!view) return <Spinner />;
  if (view.quarantineReason) {
    return (
      <InlineAlert tone="danger" title={t('quarantined')}>
        {t('quarantinedText')}
      </InlineAlert>
    );
  }
  const isOthers = view.isTaken && view.owner?.id !== personId;
  if (isOthers || isConsulted(view, personId) || !view.conversation) return <TakenCall view={view} />;
  const isOver = view.conversation.step.ended;
  const side = sideOf(view, personId);
  return (
    <RunningCall key={callId} view={withConversation(view)} keeper={keeper} refresh={refresh}>
      <DirectoryProvider>
        <h1 className="sr-only">{t('title')}</h1>
        {view.owner?.id !== personId ? <TakeOverNotice view={view} onDone={refresh} /> : null}
        {isOver || side === 'handedOver' ? (
          <div className="mb-3 flex flex-wrap items-center gap-3">
            {side === 'handedOver' && view.claimedBy ? (
              <p>{t('takenBy', { name: view.claimedBy.name })}</p>
            ) : null}
            {isOver ? <AfterCall call={view} done={t('done')} /> : null}
          </div>
        ) : null}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,22fr)_minmax(0,44fr)_minmax(0,34fr)]">
          <div className="max-lg:order-2">
            <CallerPanel />
          </div>
          <div className="max-lg:order-1">
            <RunningScript />
          </div>
          <div className="max-lg:order-3">
            <DraftCard />
          </div>
        </div>
      </DirectoryProvider>
    </RunningCall>
  );
}

const withConversation = (view: CallView) => view as CallView & { conversation: Conversation };
