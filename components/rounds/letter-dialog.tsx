'use client';

import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { base64OfFile } from '@/components/attachments/base64-of-file';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { usePageChange } from '@/components/use-page-change';
import { unfitToKeep } from '@/lib/domain/attachments/attachment';
import { companyTimeZone, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { isLetterFile, letterExtensions } from '@/lib/domain/rounds/letter-file';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** Over a slow line the largest file takes minutes. */
const sendingMs = 300_000;

const accepted = letterExtensions.map((extension) => `.${extension}`).join(',');

/**
 * SA-2: the letter has come; its file is kept with the client's card. Nothing is sent before the press that notes the letter,
 * and a file whose letter is refused, or given up meanwhile, is taken back.
 */
export function LetterDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useTranslations('rounds');
  const files = useTranslations('attachments');
  const words = useErrorWords();
  const input = useRef<HTMLInputElement>(null);
  const keptId = useRef<string>(null);
  const isGivenUp = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [today] = useState(() => wallTimeAt(Date.now(), companyTimeZone).date);
  const [arrivedOn, setArrivedOn] = useState(today);
  const takeBack = () => {
    const id = keptId.current;
    keptId.current = null;
    if (id) void api.delete(`/attachments/${id}`).catch(() => undefined);
  };
  const change = usePageChange('rounds.problems', onClose, ({ isUnsettled }) => {
    if (!isUnsettled) takeBack();
  });
  const note = (attachmentId: string) =>
    change.run({
      path: `/rounds/${round.id}/letter`,
      body: { version: round.version, attachmentId, arrivedOn },
      done: t('letterForm.done'),
    });
  const keep = useChange<{ name: string; contentBase64: string }, { attachmentId: string }>(
    (body, { key }) =>
      api.post(
        `/counterparties/${round.counterparty.id}/attachments`,
        { ...body, appealId: null },
        { key, attemptMs: sendingMs },
      ),
    {
      onDone: ({ attachmentId }) => {
        keptId.current = attachmentId;
        if (isGivenUp.current) takeBack();
        else void note(attachmentId);
      },
      onRefused: ({ fields }) => {
        if (Object.keys(fields).length > 0) setFile(null);
      },
    },
  );
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    keep.clearError();
    change.clearError();
    keptId.current = null;
    const unfit = unfitToKeep(chosen);
    const wrong = unfit
      ? files(`errors.${unfit}`)
      : isLetterFile(chosen.name)
        ? null
        : t('errors.notALetterFile');
    setProblem(wrong);
    setFile(wrong ? null : chosen);
  };
  const send = async () => {
    if (!file) return;
    if (keptId.current) return void note(keptId.current);
    const contentBase64 = await base64OfFile(file).catch(() => null);
    if (isGivenUp.current) return;
    if (contentBase64 !== null) return void keep.run({ name: file.name, contentBase64 });
    setFile(null);
    setProblem(files('unreadable'));
  };
  const dayProblem = change.fieldProblem('arrivedOn');
  const [refused] = Object.values(keep.error?.fields ?? {});
  const said =
    problem ??
    (refused ? words.ofField(refused) : keep.error ? words.ofError(keep.error) : null) ??
    (dayProblem ? null : (change.anyFieldProblem ?? change.problem));
  return (
    <AlertDialog
      open
      onOpenChange={() => {
        isGivenUp.current = true;
        onClose();
      }}
      tone="primary"
      title={t('letterForm.title')}
      text={t('letterForm.text')}
      confirmLabel={t('letterForm.save')}
      busy={change.busy || keep.busy}
      disabledReason={file ? (arrivedOn ? null : change.required) : t('letterForm.fileMissing')}
      error={said}
      onConfirm={() => void send()}
    >
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={input}
          type="file"
          accept={accepted}
          aria-label={t('letterForm.file')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button
          size="small"
          icon={<Paperclip />}
          busy={change.busy || keep.busy}
          onClick={() => input.current?.click()}
        >
          {t('letterForm.chooseFile')}
        </Button>
        <span role="status" className="text-soft text-sm [overflow-wrap:anywhere]">
          {file?.name ?? t('letterForm.fileHint')}
        </span>
      </div>
      <DateTimeField
        label={t('letterForm.arrivedOn')}
        required
        precision="date"
        max={today}
        value={arrivedOn}
        error={dayProblem}
        onValueChange={setArrivedOn}
      />
    </AlertDialog>
  );
}
