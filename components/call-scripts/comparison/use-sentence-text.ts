'use client';

import { useTranslations } from 'use-intl';
import type { Sentence } from '@/lib/domain/call-scripts/sentences';
import { useChartWords } from '../use-chart-words';
import { useWayText } from '../use-way-text';

/** What a chart says, in words. */
export function useSentenceText(): (sentence: Sentence) => string {
  const t = useTranslations('callScriptPage.sentences');
  const { chart, event } = useChartWords();
  const waysOf = useWayText();
  return (sentence) => {
    switch (sentence.kind) {
      case 'step': {
        const { stage, said, isFirst } = sentence;
        const words = {
          step: chart('steps', sentence.step),
          stage: stage ? chart('stages', stage) : '—',
          said: chart('kinds', said),
        };
        return isFirst ? t('firstStep', words) : t('step', words);
      }
      case 'ending':
        return t('ending', { step: chart('steps', sentence.step) });
      case 'fields':
        return t('fields', {
          step: chart('steps', sentence.step),
          fields: sentence.fields.map((field) => chart('fields', field)).join(', '),
        });
      case 'answer':
        return t('answer', {
          step: chart('steps', sentence.step),
          number: sentence.number,
          answer: chart('answers', sentence.answer),
          ways: waysOf(sentence.ways),
        });
      case 'event':
        return t('event', {
          step: chart('steps', sentence.step),
          event: event(sentence.event),
          ways: waysOf(sentence.ways),
        });
      case 'everywhere':
        return t('everywhere', { event: event(sentence.event), ways: waysOf(sentence.ways) });
    }
  };
}
