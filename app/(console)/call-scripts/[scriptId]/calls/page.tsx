import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { StepCallsScreen } from '@/components/call-scripts/traffic/step-calls-screen';
import { trafficQueryOf } from '@/components/call-scripts/traffic/traffic-address';
import { callScriptOf, newestCallScript } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { stayFigures } from '@/lib/domain/call-scripts/traffic';
import { listCallsOfStep } from '@/lib/operations/call-scripts/list-calls-of-step';
import { reportToday } from '@/lib/operations/reports/report-today';
import { readTrafficAddress } from '../traffic-address';

type Props = { params: Promise<{ scriptId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('callScriptPage.traffic.callsTitle') };
}

export default async function StepCallsPage({ params, searchParams }: Props) {
  const { context } = await signedInPage();
  const { scriptId } = await params;
  const given = await searchParams;
  const address = readTrafficAddress(given, scriptId, await reportToday(context));
  const version = address.machineVersion ?? newestCallScript(scriptId)?.version ?? 0;
  const script = callScriptOf({ id: scriptId, version });
  const step = script && graphOf(script).nodes.find(({ id }) => id === given.step);
  if (!step) notFound();
  const event = textOf(given.event);
  const nextStep = textOf(given.next);
  const answer = step.answers.find(({ number }) => String(number) === given.answer) ?? null;
  const figure = oneOf(given.figure, stayFigures, 'all');
  const way = event && nextStep ? { event, nextStep, answer } : null;
  const page = await readOrNotFound(
    listCallsOfStep(context, {
      scriptId,
      ...trafficQueryOf(address),
      step: step.id,
      figure,
      ...(way ? { event, nextStep, answer: answer?.number } : {}),
      after: textOf(given.after),
      limit: 50,
    }),
  );
  return <StepCallsScreen address={address} step={step.id} figure={figure} way={way} page={page} />;
}
