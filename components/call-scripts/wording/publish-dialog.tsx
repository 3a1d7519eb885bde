'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { CallScriptPage, WordingWithWords } from '@/lib/domain/call-scripts/call-scripts.contract';
import { factsOfWording, newestCallScript } from '@/lib/domain/call-scripts/catalog';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import type { Wording } from '@/lib/domain/call-scripts/wording';
import { trimmedWording, wordingChanges } from '@/lib/domain/call-scripts/wording-changes';
import { isPublishable, movedOnto } from './edited-wording';
import { WordsChanges } from './words-changes';
import { WordsEditor } from './words-editor';

type Props = {
  page: CallScriptPage;
  graph: ScriptGraph;
  /** The key of the words to open at; null while the dialog is closed. */
  editing: string | null;
  onEditing: (key: string | null) => void;
};

/** IN-1: the words of every step, edited, compared with those in force, and published as a new version. */
export function PublishDialog({ page, graph, editing, onEditing }: Props) {
  const t = useTranslations('callScriptPage.publish');
  const first = graph.nodes.find(({ say }) => say)?.say ?? '';
  return (
    <>
      <Button variant="primary" onClick={() => onEditing(first)}>
        {t('open')}
      </Button>
      {editing === null ? null : (
        <OpenDialog page={page} graph={graph} openAt={editing} onClose={() => onEditing(null)} />
      )}
    </>
  );
}

/** What is being written, and the version it was written from. */
type Edition = { base: WordingWithWords; words: Wording; note: string };

type OpenProps = Pick<Props, 'page' | 'graph'> & { openAt: string; onClose: () => void };

function OpenDialog({ page, graph, openAt, onClose }: OpenProps) {
  const t = useTranslations('callScriptPage.publish');
  const subject = `wording ${page.id}`;
  const kept = useKeptForm<Edition>(subject, () => ({
    base: page.wording,
    words: page.wording.words,
    note: '',
  }));
  const { form: edition, change: onEdition } = kept;
  const { base, words, note } = edition;
  const [isReviewing, setReviewing] = useState(false);
  const publish = usePublish(page.id, subject, () => {
    kept.startAnew();
    onClose();
  });
  const script = newestCallScript(page.id);
  const facts = script && factsOfWording(script);
  const changes = wordingChanges(base.words, trimmedWording(words));
  const isOutdated = page.wording.version !== base.version;
  const rebase = () => {
    const moved = movedOnto(page.wording.words, { base: base.words, mine: words });
    onEdition({ base: page.wording, words: moved, note });
    publish.clearError();
  };
  const reasonAgainst = !isPublishable(words, facts)
    ? t('fixFirst')
    : changes.length === 0
      ? t('nothingChanged')
      : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="large"
      title={isReviewing ? t('reviewTitle') : t('title')}
      description={t('description')}
      footer={
        isReviewing ? (
          <>
            <Button onClick={() => setReviewing(false)}>{t('back')}</Button>
            <Button
              variant="primary"
              busy={publish.busy}
              disabledReason={note.trim() === '' ? publish.required : reasonAgainst}
              onClick={() => void publish.run({ basedOn: base.version, words, note })}
            >
              {t('confirm')}
            </Button>
          </>
        ) : (
          <Button variant="primary" disabledReason={reasonAgainst} onClick={() => setReviewing(true)}>
            {t('review')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <RestoredNotice {...kept} />
        {isOutdated ? (
          <InlineAlert
            tone="warning"
            urgent
            actions={
              <Button size="small" onClick={rebase}>
                {t('rebase', { version: page.wording.version })}
              </Button>
            }
          >
            {t('meanwhile', { version: page.wording.version })}
          </InlineAlert>
        ) : null}
        {publish.problem ? (
          <InlineAlert tone="danger" urgent>
            {publish.problem}
          </InlineAlert>
        ) : null}
        {isReviewing ? (
          <>
            <WordsChanges changes={changes} />
            <TextArea
              label={t('note')}
              hint={t('noteHint')}
              required
              rows={2}
              maxLength={1000}
              value={note}
              onValueChange={(note) => onEdition({ ...edition, note })}
            />
          </>
        ) : (
          <WordsEditor
            facts={facts}
            graph={graph}
            words={words}
            changedKeys={changes.map(({ key }) => key)}
            openAt={openAt}
            onChange={(key, changed) => onEdition({ ...edition, words: { ...words, [key]: changed } })}
          />
        )}
      </div>
    </Dialog>
  );
}

type Publication = { basedOn: number; words: Wording; note: string };

function usePublish(scriptId: string, subject: string, onDone: () => void) {
  const t = useTranslations('callScriptPage.publish');
  const router = useRouter();
  const words = useErrorWords();
  const { run, busy, error, clearError } = useChange(
    (body: Publication, { key }) =>
      api.post<{ version: number }>(`/call-scripts/${scriptId}/wordings`, body, { key }),
    {
      onDone: ({ version }) => {
        onDone();
        notify(t('published', { version }));
        router.refresh();
      },
      onRefused: ({ code }) => {
        if (code === 'conflict') router.refresh();
      },
      subject,
    },
  );
  const field = error ? Object.values(error.fields)[0] : undefined;
  const problem = error ? (field ? words.ofField(field) : words.ofError(error)) : null;
  return { run, busy, clearError, problem, required: words.ofField('required') };
}
