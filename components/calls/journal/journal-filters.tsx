'use client';

import { useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { type CallDirection, type CallOutcome, callDirections, callOutcomes } from '@/lib/domain/calls/call';
import { journalShows, type scoredChoices } from '@/lib/domain/calls/journal-choices';
import { type CallRoute, callRoutes } from '@/lib/domain/calls/route';
import { ConversationFilters } from './conversation-filters';

export type JournalFiltersProps = {
  shown: (typeof journalShows)[number];
  /** Days as `YYYY-MM-DD`, the last one included; empty when not limited. */
  from: string;
  until: string;
  direction: CallDirection | 'any';
  outcome: CallOutcome | 'any';
  route: CallRoute | 'any';
  employeeId: string | 'any';
  employees: readonly { id: string; name: string }[];
  /** What reviewers look for; null for whoever scores no calls. */
  conversation: ConversationFilter | null;
  show: (change: Record<string, string | null>) => void;
};

export type ConversationFilter = {
  isRefused: boolean;
  isUnlisted: boolean;
  longStep: string | 'any';
  scored: (typeof scoredChoices)[number] | 'any';
};

const unlessAny = (value: string) => (value === 'any' ? null : value);

export function JournalFilters(props: JournalFiltersProps) {
  const t = useTranslations('calls');
  const routes = useTranslations('callScripts.routes');
  const { shown, from, until, direction, outcome, route, employeeId, employees, conversation, show } = props;
  const any = { value: 'any' as const, label: t('filters.any') };
  const isFiltered =
    [from, until, conversation?.isRefused, conversation?.isUnlisted].some(Boolean) ||
    [
      direction,
      outcome,
      route,
      employeeId,
      conversation?.longStep ?? 'any',
      conversation?.scored ?? 'any',
    ].some((one) => one !== 'any');
  return (
    <FilterBar
      isFiltered={isFiltered}
      onReset={() =>
        show({
          ...{ from: null, until: null, direction: null, outcome: null, route: null, employee: null },
          ...{ refused: null, unlisted: null, longStep: null, scored: null },
        })
      }
      first={
        <div className="basis-full">
          <Segmented
            label={t('show.label')}
            options={journalShows.map((value) => ({ value, label: t(`show.${value}`) }))}
            value={shown}
            onValueChange={(value) => show({ show: value === 'all' ? null : value })}
          />
        </div>
      }
    >
      <DateTimeField
        precision="date"
        label={t('filters.from')}
        value={from}
        max={until || undefined}
        onValueChange={(value) => show({ from: value })}
      />
      <DateTimeField
        precision="date"
        label={t('filters.until')}
        value={until}
        min={from || undefined}
        onValueChange={(value) => show({ until: value })}
      />
      <SelectField
        className="w-44"
        label={t('filters.direction')}
        options={[any, ...callDirections.map((value) => ({ value, label: t(`directions.${value}`) }))]}
        value={direction}
        onValueChange={(value) => show({ direction: unlessAny(value) })}
      />
      <SelectField
        className="w-44"
        label={t('filters.outcome')}
        options={[any, ...callOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))]}
        value={outcome}
        onValueChange={(value) => show({ outcome: unlessAny(value) })}
      />
      <SelectField
        className="w-52"
        label={t('filters.route')}
        options={[any, ...callRoutes.map((value) => ({ value, label: routes(value) }))]}
        value={route}
        onValueChange={(value) => show({ route: unlessAny(value) })}
      />
      <SelectField<string>
        className="w-52"
        label={t('filters.employee')}
        options={[
          { value: 'any', label: t('filters.wholeTeam') },
          ...employees.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={employeeId}
        onValueChange={(value) => show({ employee: unlessAny(value) })}
      />
      {conversation ? <ConversationFilters filter={conversation} show={show} /> : null}
    </FilterBar>
  );
}
