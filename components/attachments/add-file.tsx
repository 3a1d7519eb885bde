'use client';

import { Paperclip } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { unfitToKeep } from '@/lib/domain/attachments/attachment';
import { base64OfFile } from './base64-of-file';

type Props = { counterpartyId: string; appealId?: string; onAdded?: (attachmentId: string) => void };

/** Over a slow line the largest file takes minutes. */
const sendingMs = 300_000;

/** Chooses a file and sends it at once. */
export function AddFile({ counterpartyId, appealId, onAdded }: Props) {
  const t = useTranslations('attachments');
  const words = useErrorWords();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [name, setName] = useState('');
  const send = useChange(
    (body: { name: string; contentBase64: string }, { key }) =>
      api.post<{ attachmentId: string }>(
        `/counterparties/${counterpartyId}/attachments`,
        { ...body, appealId: appealId ?? null },
        { key, attemptMs: sendingMs },
      ),
    {
      onDone: ({ attachmentId }) => {
        notify(t('added'));
        onAdded?.(attachmentId);
        router.refresh();
      },
    },
  );
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    send.clearError();
    const unfit = unfitToKeep(file);
    if (unfit) return setProblem(t(`errors.${unfit}`));
    setName(file.name);
    const contentBase64 = await base64OfFile(file).catch(() => null);
    if (contentBase64 === null) return setProblem(t('unreadable'));
    await send.run({ name: file.name, contentBase64 });
  };
  const [refused] = Object.values(send.error?.fields ?? {});
  const said = problem ?? (refused ? words.ofField(refused) : send.error && words.ofError(send.error));
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <input
        ref={input}
        type="file"
        aria-label={t('choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" icon={<Paperclip />} busy={send.busy} onClick={() => input.current?.click()}>
          {t('add')}
        </Button>
        <span role="status" className="text-faint text-sm [overflow-wrap:anywhere]">
          {send.busy ? t('sending', { name }) : t('hint')}
        </span>
      </div>
      {said ? (
        <InlineAlert tone="danger" urgent>
          {said}
        </InlineAlert>
      ) : null}
    </div>
  );
}
