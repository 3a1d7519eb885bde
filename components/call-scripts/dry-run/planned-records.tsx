'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { useChoices } from '@/components/reactions/use-choices';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { topicInUse } from '@/lib/domain/call-scripts/draft';
import type { DryRun } from '@/lib/domain/call-scripts/dry-run';
import {
  type PlannedNextReaction,
  type RecordsPlan,
  recordsPlan,
} from '@/lib/domain/call-scripts/records-plan';
import { defaultPromiseMinutes, promiseMinutesOf } from '@/lib/domain/settings/promise-minutes';

/** What the goodbye would write, and where it would send the call; after it, what it did order. */
export function PlannedRecords({ run }: { run: DryRun }) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  const { step } = run;
  const written = run.path
    .flatMap(({ effects }) => effects)
    .findLast((effect) => effect.type === 'writeRecords');
  return (
    <>
      <Panel title={written ? t('records.written') : t('records.title')}>
        <DescriptionList
          stacked
          entries={[
            {
              term: t('records.route'),
              value: step.route ? chart('routes', step.route) : t('records.noRoute'),
            },
          ]}
        />
        {step.route ? (
          <div className="pt-3">{written ? <Plan plan={written.plan} run={run} /> : <Ahead run={run} />}</div>
        ) : null}
      </Panel>
      <Panel title={t('target.title')}>
        <p>{useTargetWords(run)}</p>
      </Panel>
    </>
  );
}

function Ahead({ run }: { run: DryRun }) {
  const t = useTranslations('callScriptPage.dryRun.records');
  const { chart } = useChartWords();
  const { step, conversation } = run;
  if (step.missing.length > 0) {
    return (
      <>
        <p className="font-medium">{t('missing')}</p>
        <ul className="list-disc pl-5 text-soft">
          {step.missing.map((requirement) => (
            <li key={requirement}>{chart('requirements', requirement)}</li>
          ))}
        </ul>
      </>
    );
  }
  const plan = step.route ? recordsPlan(conversation, { route: step.route }) : null;
  return plan ? <Plan plan={plan} run={run} /> : <p className="text-soft">{t('none')}</p>;
}

function Plan({ plan, run }: { plan: RecordsPlan; run: DryRun }) {
  const t = useTranslations('callScriptPage.dryRun.records');
  const next = useNextReactionWords(run);
  return (
    <DescriptionList
      stacked
      entries={[
        { term: t('card'), value: useCardWords(plan, run) },
        {
          term: t('appeal'),
          value:
            plan.appeal.use === 'new'
              ? t('newAppeal', { topic: plan.appeal.topic })
              : t('openAppeal', { topic: topicInUse(run.conversation.draft) }),
        },
        { term: t('reaction'), value: t(plan.reaction.type) },
        { term: t('next'), value: <Lines lines={plan.nextReactions.map(next)} /> },
      ]}
    />
  );
}

const Lines = ({ lines }: { lines: ReactNode[] }) => (
  <ul>
    {lines.map((line, at) => (
      <li key={at}>{line}</li>
    ))}
  </ul>
);

function useCardWords({ counterparty }: RecordsPlan, { conversation }: DryRun): string {
  const t = useTranslations('callScriptPage.dryRun.records');
  const { chart } = useChartWords();
  if (counterparty.use === 'new') return `${counterparty.fields.name} (${t('newCard')})`;
  const completed = Object.keys(counterparty.complete).map((field) => chart('fields', field));
  return [
    `${conversation.draft.chosenCounterparty?.name} (${t('existingCard')})`,
    ...(completed.length > 0 ? [t('completed', { fields: completed.join(', ') })] : []),
  ].join(', ');
}

function useNextReactionWords({ step }: DryRun) {
  const { choices } = useChoices(true);
  const minutes = promiseMinutesOf(choices?.promises ?? defaultPromiseMinutes, step.route);
  const t = useTranslations('callScriptPage.dryRun');
  return ({ responsible, dueSetting }: PlannedNextReaction): string => {
    const due = t(`records.${dueSetting}`, { minutes });
    if (responsible.kind === 'generalDirector') return `${t('records.generalDirector')}, ${due}`;
    if (responsible.kind === 'manager') return `${t('records.manager')}, ${due}`;
    const department = t(`departments.${responsible.departmentKind}`);
    const who = responsible.kind === 'headOf' ? t('records.headOf', { department }) : department;
    return `${who}, ${due}`;
  };
}

function useTargetWords({ step, conversation }: DryRun): string {
  const t = useTranslations('callScriptPage.dryRun');
  const isOnItsWay = ['handingOver', 'returning', 'handedOver'].includes(step.name);
  const target = isOnItsWay ? conversation.handedOverTo : step.target;
  if (target?.kind === 'employee') return `${target.name}, ${t(`departments.${target.departmentKind}`)}`;
  if (target) return t(`departments.${target.departmentKind}`);
  return step.route ? t('target.none') : t('target.unknown');
}
