'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DocumentLine } from '@/components/documents/document-line';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { usePageChange } from '@/components/use-page-change';
import type { RoundInFull } from '@/lib/domain/rounds/round-views';
import { LetterBackDialog } from './letter-back-dialog';
import { LetterDialog } from './letter-dialog';
import { LetterRequestDialog } from './letter-request-dialog';
import { useRoundTimes } from './use-round-times';

/** SA-2: what became of the letter of recommendation; only who was satisfied is asked for one. */
export function LetterPanel({ round }: { round: RoundInFull }) {
  const t = useTranslations('rounds');
  const times = useRoundTimes();
  const [opened, setOpen] = useState<'request' | 'received' | 'back' | null>(null);
  const change = usePageChange('rounds.problems');
  const { letter, letterFile, letterRoundId, letterRequests, state, may } = round;
  if (state !== 'satisfied') return null;
  const notNow = round.lastVerdict === 'satisfied' ? null : t('problems.dissatisfiedNow');
  const isWithAnother = letterRoundId !== null && letterRoundId !== round.id;
  return (
    <Panel
      title={t('letter.title')}
      actions={
        may.settle && !isWithAnother ? (
          letter?.state === 'received' ? (
            <Button
              size="small"
              disabledReason={letterFile?.isSettled ? t('problems.letterOfSettledMonth') : null}
              onClick={() => setOpen('back')}
            >
              {t('actions.letterBack')}
            </Button>
          ) : (
            <>
              <Button size="small" disabledReason={notNow} onClick={() => setOpen('request')}>
                {t('letterRequest.action')}
              </Button>
              <Button
                size="small"
                busy={change.busy}
                disabledReason={notNow}
                onClick={() =>
                  void change.run({
                    path: `/rounds/${round.id}/letter-request-document`,
                    done: t('letterRequest.made'),
                  })
                }
              >
                {t('letterRequest.make')}
              </Button>
              <Button size="small" onClick={() => setOpen('received')}>
                {t('actions.letter')}
              </Button>
            </>
          )
        ) : null
      }
    >
      <p>
        {isWithAnother ? (
          <TextLink href={`/rounds/${letterRoundId}`}>{t('letter.withAnother')}</TextLink>
        ) : letter === null ? (
          t('letter.none')
        ) : letter.state === 'received' ? (
          t('letter.received', { at: times.at(letter.receivedAt ?? 0) })
        ) : (
          t(letter.state === 'asked' ? 'letter.asked' : 'letter.askedToo', {
            at: times.at(letter.askedAt ?? 0),
          })
        )}
      </p>
      {letter?.attachmentId ? (
        <a
          href={`/api/v1/attachments/${letter.attachmentId}/file`}
          download
          className="text-accent-ink underline-offset-2 hover:underline"
        >
          {t('letter.file')}
        </a>
      ) : null}
      <ul className="mt-3 flex flex-col gap-2 empty:hidden">
        {letterRequests.map((document) => (
          <DocumentLine key={document.id} document={document} />
        ))}
      </ul>
      {change.problem ? (
        <InlineAlert tone="danger" urgent className="mt-3">
          {change.problem}
        </InlineAlert>
      ) : null}
      {opened === 'received' ? <LetterDialog round={round} onClose={() => setOpen(null)} /> : null}
      {opened === 'request' ? <LetterRequestDialog round={round} onClose={() => setOpen(null)} /> : null}
      {opened === 'back' ? <LetterBackDialog round={round} onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}
