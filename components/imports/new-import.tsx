'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { type ImportKind, importKinds } from '@/lib/domain/imports/import-kind';
import { largestImportBytes } from '@/lib/domain/imports/import-limits';
import type { ImportPreview } from '@/lib/domain/imports/imports.contract';
import { decodeFile } from './decode-file';
import { type ChosenFile, ImportFileChoice } from './import-file-choice';
import { type ImportMapping, isSameMapping } from './import-mapping';
import { ImportMappingPanel } from './import-mapping-panel';
import { ImportPreviewTable } from './import-preview-table';

const patienceMs = 120_000;

/** A new import: what the file holds, what is in its columns, what would happen, and then one act. */
export function NewImport({ kind }: { kind: ImportKind }) {
  const t = useTranslations('import');
  const words = useErrorWords();
  const router = useRouter();
  const address = useListAddress();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ImportMapping>({});
  const check = useChange(
    (input: { kind: ImportKind; text: string; mapping?: ImportMapping }, { key }) =>
      api.post<ImportPreview>('/imports/preview', input, { key, patienceMs }),
    {
      onDone: (answer, { mapping }) => {
        setPreview(answer);
        if (!mapping) setChosen(answer.mapping);
      },
    },
  );
  const load = useChange(
    (input: object, { key }) => api.post<{ importId: string }>('/imports', input, { key, patienceMs }),
    { onDone: ({ importId }) => router.push(`/imports/${importId}`) },
  );

  const choose = async (picked: File | undefined) => {
    if (!picked) return;
    setPreview(null);
    if (picked.size > largestImportBytes) {
      setFile(null);
      setFileProblem(t('errors.tooLarge'));
      return;
    }
    setFileProblem(null);
    const read = { name: picked.name, ...decodeFile(await picked.arrayBuffer()) };
    setFile(read);
    void check.run({ kind, text: read.text });
  };

  const refusal = check.error ?? load.error;
  const problem =
    fileProblem ?? (refusal && (firstField(refusal.fields, words.ofField) ?? words.ofError(refusal)));
  const wanted = preview ? preview.counts.create + preview.counts.complete : 0;
  const isChecked = preview !== null && preview.problem === null && isSameMapping(preview.mapping, chosen);
  const reasonAgainst = !isChecked ? t('checkFirst') : wanted === 0 ? t('nothingToDo') : null;
  return (
    <>
      <Panel title={t('file')}>
        <div className="flex flex-col gap-3">
          <Segmented<ImportKind>
            label={t('kind')}
            options={importKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={kind}
            onValueChange={(value) => address.show({ kind: value === 'counterparties' ? null : value })}
          />
          <p className="max-w-prose text-soft">{t(`needs.${kind}`)}</p>
          <ImportFileChoice
            file={file}
            preview={preview}
            busy={check.busy}
            onChoose={(picked) => void choose(picked)}
          />
        </div>
      </Panel>
      {problem ? (
        <InlineAlert tone="danger" urgent>
          {problem}
        </InlineAlert>
      ) : null}
      {file && preview ? (
        <>
          <ImportMappingPanel
            kind={kind}
            isRemembered={preview.isRemembered}
            titles={preview.titles}
            ownFields={preview.ownFields}
            chosen={chosen}
            onChange={setChosen}
            busy={check.busy}
            onCheck={() => void check.run({ kind, text: file.text, mapping: chosen })}
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
                  void load.run({ kind, fileName: file.name, text: file.text, mapping: preview.mapping })
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
    </>
  );
}

function firstField(fields: Record<string, string>, say: (message: string) => string): string | null {
  const [message] = Object.values(fields);
  return message === undefined ? null : say(message);
}
