'use client';

import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import { CallsTab } from './calls-tab';
import { HeatMapTab } from './heat-map-tab';
import { LeadsTab } from './leads-tab';
import { MissedTab } from './missed-tab';
import { PeopleTab } from './people-tab';
import { ReactionsTab } from './reactions-tab';
import type { ReportAddress } from './report-link';
import type { Display, ReportPart } from './report-part';
import { ScriptTab } from './script-tab';
import { WaysTab } from './ways-tab';

type Props = { part: ReportPart; display: Display; address: ReportAddress; settings: ReportSettings };

export function ReportTabContent({ part, display, address, settings }: Props) {
  switch (part.tab) {
    case 'calls':
      return <CallsTab hours={part.hours} display={display} address={address} />;
    case 'heatMap':
      return <HeatMapTab hours={part.hours} />;
    case 'people':
      return <PeopleTab rows={part.rows} address={address} />;
    case 'missed':
      return <MissedTab report={part.report} display={display} address={address} settings={settings} />;
    case 'ways':
      return <WaysTab rows={part.rows} display={display} />;
    case 'reactions':
      return <ReactionsTab rows={part.rows} medianLateMinutes={part.medianLateMinutes} address={address} />;
    case 'leads':
      return (
        <LeadsTab
          rows={part.rows}
          medianSeconds={part.medianSeconds}
          ninetiethSeconds={part.ninetiethSeconds}
          address={address}
        />
      );
    case 'script':
      return <ScriptTab report={part.report} address={address} />;
  }
}
