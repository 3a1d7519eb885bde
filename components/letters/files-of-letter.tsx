'use client';

import { useTranslations } from 'use-intl';
import { AddFile } from '@/components/attachments/add-file';
import { useSizeWords } from '@/components/attachments/use-size-words';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { useMoreRows } from '@/components/use-more-rows';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { largestLetterFilesBytes, letterLimits } from '@/lib/domain/letters/letter';

type Props = {
  page: CardPage;
  appealId?: string;
  value: readonly string[];
  onValueChange: (ids: string[]) => void;
  onAdded: () => void;
  error?: string;
};

/** The files of the card that go along with the letter; another one is added to the card first. */
export function FilesOfLetter({ page, appealId, value, onValueChange, onAdded, error }: Props) {
  const t = useTranslations('letters.files');
  const size = useSizeWords();
  const { id } = page.card;
  const files = useMoreRows(
    { rows: page.attachments, next: page.more.attachments },
    `/counterparties/${id}/attachments`,
  );
  const chosen = files.rows.filter((file) => value.includes(file.id));
  const byteLength = chosen.reduce((sum, file) => sum + file.byteLength, 0);
  const limits = { count: letterLimits.files, size: size(largestLetterFilesBytes) };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t('title')}</legend>
      {files.rows.map((file) => (
        <CheckboxField
          key={file.id}
          label={`${file.name}, ${size(file.byteLength)}`}
          value={value.includes(file.id)}
          onValueChange={(isChosen) =>
            onValueChange(isChosen ? [...value, file.id] : value.filter((one) => one !== file.id))
          }
        />
      ))}
      <MoreRowsFoot {...files} shownCount={files.rows.length} />
      <p className="text-soft text-sm">
        {chosen.length > 0
          ? t('chosen', { count: chosen.length, size: size(byteLength) })
          : t('limits', limits)}
      </p>
      {error ? (
        <p role="alert" className="text-danger-ink text-sm">
          {error}
        </p>
      ) : null}
      <AddFile
        counterpartyId={id}
        appealId={appealId}
        onAdded={(attachmentId) => {
          onValueChange([...value, attachmentId]);
          onAdded();
        }}
      />
    </fieldset>
  );
}
