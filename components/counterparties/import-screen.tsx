'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import {
  type ImportDone,
  type ImportPreview,
  largestImportBytes,
} from '@/lib/domain/counterparties/imports.contract';
import { decodeFile } from './decode-file';
import { ImportDonePanel } from './import-done-panel';
import { type ChosenFile, ImportFileChoice } from './import-file-choice';
import { type FormerImport, ImportHistory } from './import-history';
import { type ImportMapping, isSameMapping } from './import-mapping';
import { ImportMappingPanel } from './import-mapping-panel';
import { ImportPreviewTable } from './import-preview-table';

/** Loads the client base: a file, what its columns hold, what would happen, and then one act. */
export function ImportScreen({ history }: { history: readonly FormerImport[] }) {
  const t = useTranslations('import');
  const words = useErrorWords();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ImportMapping>({});
  const check = useChange(
    (input: { text: string; mapping?: ImportMapping }, { key }) =>
      api.post<ImportPreview>('/counterparties/imports/preview', input, { key }),
    {
      onDone: (answer, { mapping }) => {
        setPreview(answer);
        if (!mapping) setChosen(answer.mapping);
      },
    },
  );
  const load = useChange(
    (input: object, { key }) =>
      api.post<ImportDone>('/counterparties/imports', input, { key, patienceMs: 60_000 }),
    { onDone: setDone },
  );
  const [done, keepDone] = useState<ImportDone | null>(null);
  function setDone(answer: ImportDone) {
    keepDone(answer);
    setPreview(null);
    setFile(null);
  }

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    keepDone(null);
    setPreview(null);
    if (chosen.size > largestImportBytes) {
      setFileProblem(t('errors.tooLarge'));
      return;
    }
    setFileProblem(null);
    const read = { name: chosen.name, ...decodeFile(await chosen.arrayBuffer()) };
    setFile(read);
    void check.run({ text: read.text });
  };

  const refusal = check.error ?? load.error;
  const problem =
    fileProblem ?? (refusal && (firstField(refusal.fields, words.ofField) ?? words.ofError(refusal)));
  const wanted = preview ? preview.counts.create + preview.counts.complete : 0;
  const isChecked = preview !== null && isSameMapping(preview.mapping, chosen);
  const reasonAgainst = !isChecked ? t('checkFirst') : wanted === 0 ? t('nothingToDo') : null;
  return (
    <>
      <PageHeader title={t('title')} up={<TextLink href="/counterparties">{t('up')}</TextLink>} />
      <div className="flex flex-col gap-4">
        <Panel title={t('file')}>
          <ImportFileChoice
            file={file}
            preview={preview}
            busy={check.busy}
            onChoose={(chosen) => void choose(chosen)}
          />
        </Panel>
        {problem ? (
          <InlineAlert tone="danger" urgent>
            {problem}
          </InlineAlert>
        ) : null}
        {done ? <ImportDonePanel done={done} /> : null}
        {file && preview ? (
          <>
            <ImportMappingPanel
              titles={preview.titles}
              chosen={chosen}
              onChange={setChosen}
              busy={check.busy}
              onCheck={() => void check.run({ text: file.text, mapping: chosen })}
            />
            <Panel
              title={t('preview')}
              flush
              actions={
                <Button
                  variant="primary"
                  busy={load.busy}
                  disabledReason={reasonAgainst}
                  onClick={() =>
                    void load.run({ fileName: file.name, text: file.text, mapping: preview.mapping })
                  }
                >
                  {load.busy ? t('running') : t('run', { count: wanted })}
                </Button>
              }
            >
              <ImportPreviewTable preview={preview} />
            </Panel>
          </>
        ) : null}
        <ImportHistory history={history} />
      </div>
    </>
  );
}

function firstField(fields: Record<string, string>, say: (message: string) => string): string | null {
  const [message] = Object.values(fields);
  return message === undefined ? null : say(message);
}
