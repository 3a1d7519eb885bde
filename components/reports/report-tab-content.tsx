'use client';

import dynamic from 'next/dynamic';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { ReportAddress } from './report-link';
import type { Display, ReportPart } from './report-part';

const CallsTab = dynamic(() => import('./calls-tab').then(({ CallsTab }) => CallsTab));
const ComplaintsTab = dynamic(() => import('./complaints-tab').then(({ ComplaintsTab }) => ComplaintsTab));
const HeatMapTab = dynamic(() => import('./heat-map-tab').then(({ HeatMapTab }) => HeatMapTab));
const LeadsTab = dynamic(() => import('./leads-tab').then(({ LeadsTab }) => LeadsTab));
const MissedTab = dynamic(() => import('./missed-tab').then(({ MissedTab }) => MissedTab));
const PeopleTab = dynamic(() => import('./people-tab').then(({ PeopleTab }) => PeopleTab));
const ReactionsTab = dynamic(() => import('./reactions-tab').then(({ ReactionsTab }) => ReactionsTab));
const ScriptTab = dynamic(() => import('./script-tab').then(({ ScriptTab }) => ScriptTab));
const WaysTab = dynamic(() => import('./ways-tab').then(({ WaysTab }) => WaysTab));

type Props = { part: ReportPart; display: Display; address: ReportAddress; settings: ReportSettings };

export function ReportTabContent({ part, display, address, settings }: Props) {
  switch (part.tab) {
    case 'calls':
      return <CallsTab hours={part.hours} display={display} address={address} settings={settings} />;
    case 'heatMap':
      return <HeatMapTab hours={part.hours} address={address} />;
    case 'people':
      return <PeopleTab rows={part.rows} before={part.before} address={address} />;
    case 'missed':
      return (
        <MissedTab
          report={part.report}
          before={part.before}
          display={display}
          address={address}
          settings={settings}
        />
      );
    case 'ways':
      return <WaysTab rows={part.rows} display={display} address={address} />;
    case 'reactions':
      return (
        <ReactionsTab
          rows={part.rows}
          before={part.before}
          medianLateMinutes={part.medianLateMinutes}
          notReckonedFor={part.notReckonedFor}
          address={address}
        />
      );
    case 'leads':
      return (
        <LeadsTab
          rows={part.rows}
          before={part.before}
          medianSeconds={part.medianSeconds}
          ninetiethSeconds={part.ninetiethSeconds}
          address={address}
        />
      );
    case 'script':
      return <ScriptTab report={part.report} address={address} />;
    case 'complaints':
      return <ComplaintsTab report={part.report} before={part.before} address={address} />;
  }
}
