'use client';

import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select-field';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Comparison, Sentence } from '@/lib/domain/call-scripts/sentences';
import { titleKeyOf } from '../title-key-of';
import { useSentenceText } from './use-sentence-text';

type Props = {
  scriptId: string;
  /** Newest first. */
  versions: readonly number[];
  before: number;
  after: number;
  comparison: Comparison;
  /** Everything the later of the two says. */
  sentences: readonly Sentence[];
};

/** What one version of a chart says otherwise than another, as sentences; under it everything the later one says. */
export function ComparisonScreen({ scriptId, versions, before, after, comparison, sentences }: Props) {
  const t = useTranslations('callScriptPage');
  const { show } = useListAddress();
  const options = versions.map((version) => ({
    value: String(version),
    label: t('chartVersion', { version }),
  }));
  return (
    <>
      <PageHeader
        title={t('comparison.title')}
        up={<TextLink href={`/call-scripts/${scriptId}`}>{t(titleKeyOf(scriptId))}</TextLink>}
      />
      {versions.length > 1 ? (
        <>
          <FilterBar>
            <SelectField<string>
              className="w-60"
              label={t('comparison.before')}
              options={options}
              value={String(before)}
              onValueChange={(value) => show({ before: value })}
            />
            <SelectField<string>
              className="w-60"
              label={t('comparison.after')}
              options={options}
              value={String(after)}
              onValueChange={(value) => show({ after: value })}
            />
          </FilterBar>
          <Differences comparison={comparison} />
        </>
      ) : (
        <EmptyState title={t('comparison.oneVersion')} text={t('comparison.oneVersionText')} />
      )}
      <Panel title={t('comparison.all', { version: after })} className="mt-4">
        <Sentences sentences={sentences} />
      </Panel>
    </>
  );
}

function Differences({ comparison: { added, removed, changed } }: { comparison: Comparison }) {
  const t = useTranslations('callScriptPage.comparison');
  const textOf = useSentenceText();
  if (added.length + removed.length + changed.length === 0) {
    return <EmptyState title={t('same')} text={t('sameText')} />;
  }
  return (
    <div className="flex flex-col gap-4">
      {added.length > 0 ? (
        <Panel title={t('added', { count: added.length })}>
          <Sentences sentences={added} />
        </Panel>
      ) : null}
      {removed.length > 0 ? (
        <Panel title={t('removed', { count: removed.length })}>
          <Sentences sentences={removed} />
        </Panel>
      ) : null}
      {changed.length > 0 ? (
        <Panel title={t('changed', { count: changed.length })}>
          <ul className="flex flex-col gap-3">
            {changed.map(({ before, after }) => (
              <li key={after.about}>
                <del className="block text-soft">{textOf(before)}</del>
                <ins className="block no-underline">{textOf(after)}</ins>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}

function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  const textOf = useSentenceText();
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {sentences.map((sentence) => (
        <li key={sentence.about}>{textOf(sentence)}</li>
      ))}
    </ul>
  );
}
