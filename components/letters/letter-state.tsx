'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { FileLink } from '@/components/attachments/file-link';
import { useSizeWords } from '@/components/attachments/use-size-words';
import { useRefusalWords } from '@/components/reactions/refusal-words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { TextLink } from '@/components/ui/text-link';
import { useChange } from '@/components/use-change';
import type { LetterResolution } from '@/lib/domain/letters/letter';
import type { LetterStateView } from '@/lib/domain/letters/letter-state';

const tones = {
  waiting: 'accent',
  sending: 'accent',
  sent: 'good',
  failed: 'danger',
  unconfirmed: 'warning',
} as const;

type Props = { letter: LetterStateView; isInMailbox?: boolean };

/** How the sending of a letter stands, and what its author may do about one that did not arrive. */
export function LetterState({ letter, isInMailbox = false }: Props) {
  const t = useTranslations('letters');
  const format = useFormatter();
  const size = useSizeWords();
  const router = useRouter();
  const refusalWords = useRefusalWords();
  const { run, busy, error } = useChange(
    (as: LetterResolution, { key }) => api.post(`/letters/${letter.id}/resolve`, { as }, { key }),
    {
      onDone: (_, as) => {
        notify(t(`resolved.${as}`));
        router.refresh();
      },
    },
  );
  const isStuck = letter.state === 'failed' || letter.state === 'unconfirmed';
  return (
    <span className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[letter.state]}>{t(`states.${letter.state}`)}</Badge>
        {letter.sentAt === null ? null : (
          <span className="text-soft text-sm tabular-nums">{format.dateTime(letter.sentAt, 'dateTime')}</span>
        )}
        <span className="text-soft text-sm [overflow-wrap:anywhere]">{letter.to.join(', ')}</span>
      </span>
      {letter.files.length > 0 ? (
        <span className="flex flex-wrap gap-x-3 text-sm">
          {letter.files.map((file) => (
            <span key={file.id} className="[overflow-wrap:anywhere]">
              {file.isHere ? <FileLink file={file} /> : file.name}{' '}
              <span className="text-soft">{size(file.byteLength)}</span>
            </span>
          ))}
        </span>
      ) : null}
      {isStuck ? (
        <span className="text-sm [overflow-wrap:anywhere]">
          {t(`explained.${letter.state}` as 'explained.failed')} {letter.problem}
          {letter.mayResolve && !isInMailbox ? (
            <>
              {' '}
              <TextLink href="/mailbox">{t('toMailbox')}</TextLink>
            </>
          ) : null}
        </span>
      ) : null}
      {letter.mayResolve ? (
        <span className="flex flex-wrap gap-2">
          <Button size="small" busy={busy} onClick={() => void run('sendAgain')}>
            {t('sendAgain')}
          </Button>
          <Button size="small" variant="quiet" busy={busy} onClick={() => void run('wasSent')}>
            {t('wasSent')}
          </Button>
        </span>
      ) : null}
      {error ? (
        <InlineAlert tone="danger" urgent>
          {refusalWords(error)}
        </InlineAlert>
      ) : null}
    </span>
  );
}
