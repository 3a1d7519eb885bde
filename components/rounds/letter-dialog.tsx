'use client';

import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { base64OfFile } from '@/components/attachments/base64-of-file';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { usePageChange } from '@/components/use-page-change';
import { largestAttachmentBytes } from '@/lib/domain/attachments/attachment';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** Over a slow line the largest file takes minutes. */
const sendingMs = 300_000;

/** SA-2: the letter has come; its file is kept with the client's card. */
export function LetterDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds.letterForm');
  const files = useTranslations('attachments');
  const words = useErrorWords();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [kept, setKept] = useState<{ id: string; name: string } | null>(null);
  const change = usePageChange('rounds.problems', onClose);
  const keep = useChange<{ name: string; contentBase64: string }, { attachmentId: string }>(
    (body, { key }) =>
      api.post(
        `/counterparties/${round.counterparty.id}/attachments`,
        { ...body, appealId: null },
        { key, attemptMs: sendingMs },
      ),
    { onDone: ({ attachmentId }, { name }) => setKept({ id: attachmentId, name }) },
  );
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    keep.clearError();
    if (file.size === 0) return setProblem(files('errors.empty'));
    if (file.size > largestAttachmentBytes) return setProblem(files('errors.tooLarge'));
    const contentBase64 = await base64OfFile(file).catch(() => null);
    if (contentBase64 === null) return setProblem(files('unreadable'));
    await keep.run({ name: file.name, contentBase64 });
  };
  const [refused] = Object.values(keep.error?.fields ?? {});
  const said =
    problem ?? (refused ? words.ofField(refused) : keep.error ? words.ofError(keep.error) : change.problem);
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={t('title')}
      text={t('text')}
      confirmLabel={t('save')}
      busy={change.busy || keep.busy}
      disabledReason={kept ? null : t('fileMissing')}
      error={said}
      onConfirm={() =>
        void change.run({
          path: `/rounds/${round.id}/letter`,
          body: { version: round.version, attachmentId: kept?.id },
          done: t('done'),
        })
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={input}
          type="file"
          aria-label={t('file')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button size="small" icon={<Paperclip />} busy={keep.busy} onClick={() => input.current?.click()}>
          {t('chooseFile')}
        </Button>
        <span role="status" className="text-soft text-sm [overflow-wrap:anywhere]">
          {kept?.name}
        </span>
      </div>
    </AlertDialog>
  );
}
