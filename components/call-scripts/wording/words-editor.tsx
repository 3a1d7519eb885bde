'use client';

import { type Ref, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Badge } from '@/components/ui/badge';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextArea } from '@/components/ui/text-area';
import type { GraphNode, ScriptGraph } from '@/lib/domain/call-scripts/graph';
import type { Fact, Wording, Words } from '@/lib/domain/call-scripts/wording';
import { textProblem } from './edited-wording';

type Props = {
  /** What the words may name. */
  facts: readonly Fact[] | undefined;
  graph: ScriptGraph;
  words: Wording;
  changedKeys: readonly string[];
  openAt: string;
  onChange: (key: string, words: Words) => void;
};

/** The words of every step in both languages, in the order of the conversation. */
export function WordsEditor({ facts, graph, words, changedKeys, openAt, onChange }: Props) {
  const t = useTranslations('callScriptPage.publish');
  const opened = useRef<HTMLElement>(null);
  useEffect(() => {
    opened.current?.scrollIntoView({ block: 'start' });
    opened.current?.querySelector('textarea')?.focus();
  }, []);
  return (
    <>
      <InlineAlert>
        {t(facts?.includes('productName') ? 'placeholdersWithProduct' : 'placeholders')}
      </InlineAlert>
      {graph.nodes.map((step) =>
        step.say && words[step.say] ? (
          <StepWords
            key={step.id}
            facts={facts}
            step={step}
            words={words[step.say]!}
            isChanged={changedKeys.includes(step.say)}
            onChange={(changed) => onChange(step.say!, changed)}
            sectionRef={step.say === openAt ? opened : undefined}
          />
        ) : null,
      )}
    </>
  );
}

type StepProps = {
  facts: readonly Fact[] | undefined;
  step: GraphNode;
  words: Words;
  isChanged: boolean;
  onChange: (words: Words) => void;
  sectionRef?: Ref<HTMLElement>;
};

function StepWords({ facts, step, words, isChanged, onChange, sectionRef }: StepProps) {
  const t = useTranslations('callScriptPage');
  const { chart } = useChartWords();
  const titleId = `words-of-${step.id}`;
  const problemOf = (text: string) => {
    const problem = textProblem(step.say ?? step.id, text, facts);
    return problem ? t(`problems.${problem}`) : undefined;
  };
  return (
    <section
      ref={sectionRef}
      aria-labelledby={titleId}
      className="flex scroll-mt-2 flex-col gap-2 border-line border-t pt-3"
    >
      <h3 id={titleId} className="flex flex-wrap items-center gap-2 font-semibold">
        {chart('steps', step.id)}
        {step.kind ? (
          <Badge tone={step.kind === 'mandatory' ? 'accent' : 'plain'}>{chart('kinds', step.kind)}</Badge>
        ) : null}
        {isChanged ? <Badge tone="warning">{t('publish.changed')}</Badge> : null}
      </h3>
      <div className="grid gap-3 desk:grid-cols-2">
        <TextArea
          label={t('publish.ru')}
          lang="ru"
          rows={2}
          required
          hint={step.kind === 'mandatory' ? t('publish.mandatoryHint') : undefined}
          value={words.ru}
          error={problemOf(words.ru)}
          onValueChange={(ru) => onChange({ ...words, ru })}
        />
        <TextArea
          label={t('publish.en')}
          lang="en"
          rows={2}
          required
          value={words.en}
          error={problemOf(words.en)}
          onValueChange={(en) => onChange({ ...words, en })}
        />
      </div>
    </section>
  );
}
