'use client';

import { useTranslations } from 'use-intl';
import { PeriodFilter } from '@/components/reports/period-filter';
import { FilterBar } from '@/components/ui/filter-bar';
import { InlineAlert } from '@/components/ui/inline-alert';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Traffic } from '@/lib/domain/call-scripts/traffic';
import type { TrafficAddress } from './traffic-address';

const any = 'any';

/** Of when, and of which versions of the chart and of the words, the figures are. */
export function TrafficFilters({ address, traffic }: { address: TrafficAddress; traffic: Traffic }) {
  const t = useTranslations('callScriptPage');
  const reports = useTranslations('reports');
  const { show } = useListAddress();
  const { machineVersions, wordingVersions, machineVersion, wordingVersion } = traffic;
  const isSpoken = wordingVersions.some(({ version }) => version === wordingVersion);
  const wordings =
    wordingVersion === null || isSpoken
      ? wordingVersions
      : [...wordingVersions, { version: wordingVersion, calls: 0 }];
  const newest = machineVersions[0]?.version;
  return (
    <>
      <FilterBar
        isFiltered={machineVersion !== newest || wordingVersion !== null}
        onReset={() => show({ chart: null, words: null })}
      >
        <PeriodFilter preset={address.preset} period={address.period} usual="month" show={show} />
        <SelectField<string>
          className="w-60"
          label={t('traffic.chart')}
          options={machineVersions.map(({ version, calls }) => ({
            value: String(version),
            label: t('traffic.version', { version, calls }),
          }))}
          value={String(machineVersion)}
          onValueChange={(value) => show({ chart: value === String(newest) ? null : value, words: null })}
        />
        <SelectField<string>
          className="w-60"
          label={t('traffic.words')}
          options={[
            { value: any, label: t('traffic.allWords') },
            ...wordings.map(({ version, calls }) => ({
              value: String(version),
              label: t('traffic.version', { version, calls }),
            })),
          ]}
          value={wordingVersion === null ? any : String(wordingVersion)}
          onValueChange={(value) => show({ words: value === any ? null : value })}
        />
      </FilterBar>
      {address.problem ? (
        <InlineAlert tone="warning">{reports(`problems.${address.problem}`)}</InlineAlert>
      ) : null}
      {traffic.isMeasuring ? <InlineAlert tone="info">{reports('isMeasuring')}</InlineAlert> : null}
    </>
  );
}
