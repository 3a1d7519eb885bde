import type { Metadata } from 'next';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CallScriptScreen } from '@/components/call-scripts/call-script-screen';
import { titleKeyOf } from '@/components/call-scripts/title-key-of';
import { trafficQueryOf } from '@/components/call-scripts/traffic/traffic-address';
import { RefreshOnNews } from '@/components/live/live-provider';
import { callScriptOf } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { getCallScript } from '@/lib/operations/call-scripts/get-call-script';
import { readTraffic } from '@/lib/operations/call-scripts/read-traffic';
import { reportToday } from '@/lib/operations/reports/report-today';
import { readTrafficAddress } from './traffic-address';

type Props = { params: Promise<{ scriptId: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await requestLanguage();
  const { scriptId } = await params;
  return { title: t(`callScriptPage.${titleKeyOf(scriptId)}`) };
}

export default async function CallScriptPage({ params, searchParams }: Props) {
  const { person, context } = await signedInPage();
  const { scriptId } = await params;
  const page = await readOrNotFound(getCallScript(context, { scriptId }));
  const given = await searchParams;
  const address = readTrafficAddress(given, scriptId, await reportToday(context));
  const traffic = await readOrNotFound(readTraffic(context, { scriptId, ...trafficQueryOf(address) }));
  return (
    <>
      <RefreshOnNews nouns={['callScript']} />
      <CallScriptScreen
        key={`${scriptId} ${traffic.machineVersion}`}
        page={page}
        graph={graphOf(callScriptOf({ id: scriptId, version: traffic.machineVersion })!)}
        traffic={traffic}
        address={address}
        managerName={person.presentsAs}
        initialStep={textOf(given.step)}
      />
    </>
  );
}
