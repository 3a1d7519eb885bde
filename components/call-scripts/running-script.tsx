'use client';

import { CornerUpLeft, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { useAnnounce } from '@/components/shell/announcer';
import { useHotkey, useKeysOf, usePaneHotkeys, usePickAnswerHotkeys } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { StageProgress } from '@/components/ui/stage-progress';
import type { Draft } from '@/lib/domain/call-scripts/draft';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import type { AnswerView } from '@/lib/domain/call-scripts/step-view';
import { AnswerList } from './answer-list';
import { DiscardButton } from './discard-button';
import { openSteps } from './open-steps';
import { ScriptProblem } from './script-problem';
import { ScriptTrail } from './script-trail';
import { useScriptWords } from './script-words';
import { SpokenWords } from './spoken-words';
import { StepFields } from './step-fields';
import { StepOutcome } from './step-outcome';
import { hasUnsentWords, UnlistedAnswer } from './unlisted-answer';
import { useStepFocus } from './use-step-focus';

/** The call script beside the caller: where one is, what to say, what may be answered (IN-1 … IN-10). */
export function RunningScript() {
  const { conversation } = useRunningCall();
  return <ScriptPane key={conversation.step.name} />;
}

function ScriptPane() {
  const t = useTranslations('desk.script');
  const tScripts = useTranslations('callScripts');
  const words = useScriptWords();
  const announce = useAnnounce();
  const { conversation, report, reporting, clearProblem, draft, view } = useRunningCall();
  const { step } = conversation;
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [isUnlistedOpen, setUnlistedOpen] = useState(() => hasUnsentWords(view.id, step.name));
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const backKeys = useKeysOf('scriptBack');
  const steps = openSteps(conversation);
  const back = steps.at(-1);
  const isUnfinished = step.tags.includes('unfinished');

  const keptBy = view.outside ?? view.claimedBy?.name;
  const isPassedOn = view.endedAt === null && keptBy !== undefined;
  const leftWords = isPassedOn
    ? { title: t('passedOn', { name: keptBy }), text: t('passedOnText') }
    : { title: t('callerLeft'), text: t('callerLeftText') };
  const goToFirstEmpty = useStepFocus({
    pane,
    heading,
    stepName: step.name,
    isFilling: step.tags.includes('filling'),
    isUnfinished,
    onCallerLeft: () => announce(leftWords.title, 'alert'),
  });
  const spoken = conversation.words?.ru;
  useEffect(() => {
    if (spoken) announce(spoken);
  }, [spoken, announce]);

  const reasonOf = (answer: AnswerView): string | null => {
    if (answer.needs === 'employeeId' && !employeeId) return words('requirements', 'employee');
    if (answer.possible) return null;
    const missing = answer.missing.filter(
      (requirement) => !isMetMeanwhile(requirement, draft, conversation.draft),
    );
    if (missing.length === 0 && answer.missing.length > 0) return null;
    return missing.length > 0
      ? missing.map((requirement) => words('requirements', requirement)).join('. ')
      : t('notPossible');
  };
  const choose = (answer: AnswerView) => {
    if (reasonOf(answer)) return;
    const event = answer.needs ? { ...answer.event, employeeId } : answer.event;
    void report(event as ReportedEvent);
  };
  const pick = (number: number) => {
    if (number === 0) return setUnlistedOpen(true);
    const answer = step.answers.find((each) => each.number === number);
    if (!answer) return;
    const reason = reasonOf(answer);
    if (reason) announce(reason, 'alert');
    else choose(answer);
  };
  const goBack = () => {
    if (back) void report({ type: 'manager.wentBack', to: back });
  };
  const isActive = !step.ended && view.mayWork;
  usePickAnswerHotkeys(pick, { enabled: isActive });
  useHotkey('noneOfThese', () => setUnlistedOpen(true), { enabled: isActive && step.answers.length > 0 });
  const closing = step.answers.find(({ label }) => label === 'saidGoodbye');
  useHotkey('finish', () => closing && choose(closing), { enabled: isActive && closing !== undefined });
  const paneKeys = usePaneHotkeys({ onDigit: pick, actions: { scriptBack: goBack } });

  const canComplain =
    isActive && !step.recordsWritten && step.name !== 'takingComplaint' && step.route !== 'complaint';
  const labelOf = (answer: AnswerView) =>
    answer.label === 'saidGoodbye' && step.callerLeft
      ? tScripts('afterHangUp.saidGoodbye')
      : words('answers', answer.label);

  return (
    <section
      ref={pane}
      aria-label={t('label')}
      onKeyDown={paneKeys.onKeyDown}
      className="flex min-w-0 flex-col gap-3"
    >
      <StageProgress
        label={t('stages')}
        stages={step.stages.map(({ stage, state, missing }) => ({
          key: stage,
          label: tScripts(`stages.${stage}`),
          state,
          left: missing.length,
        }))}
      />
      <ScriptTrail steps={steps} onGoBack={(to) => void report({ type: 'manager.wentBack', to })} />

      {isUnfinished ? (
        <InlineAlert
          tone="warning"
          title={leftWords.title}
          actions={
            <>
              {step.fields.length > 0 ? (
                <Button size="small" onClick={goToFirstEmpty}>
                  {t('toFirstEmpty')}
                </Button>
              ) : null}
              <DiscardButton callId={view.id} />
            </>
          }
        >
          {leftWords.text}
        </InlineAlert>
      ) : null}
      {step.name === 'returned' && conversation.lastFailure ? (
        <InlineAlert tone="warning" title={t('returned')}>
          {words('handOverFailures', conversation.lastFailure)}
        </InlineAlert>
      ) : null}

      <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
          {words('steps', step.name)}
        </h2>
        <SpokenWords conversation={conversation} />
        {step.ended ? <StepOutcome /> : null}
        {isActive ? (
          <>
            <StepFields employeeId={employeeId} onEmployee={setEmployeeId} />
            <ScriptProblem />
            {step.answers.length > 0 ? (
              <AnswerList
                answers={step.answers.map((answer) => ({
                  number: answer.number,
                  label: labelOf(answer),
                  reason: reasonOf(answer),
                  isBusy: reporting?.type === answer.event.type && isSame(reporting, answer.event),
                  onChoose: () => choose(answer),
                }))}
                onUnlisted={() => {
                  clearProblem();
                  setUnlistedOpen(true);
                }}
              />
            ) : null}
            {isUnlistedOpen ? <UnlistedAnswer onClose={() => setUnlistedOpen(false)} /> : null}
          </>
        ) : null}
      </div>

      {isActive ? (
        <div className="flex flex-wrap gap-2">
          {back ? (
            <Button icon={<CornerUpLeft />} keys={backKeys ?? undefined} onClick={goBack}>
              {t('back', { step: words('steps', back) })}
            </Button>
          ) : null}
          {canComplain ? (
            <Button
              icon={<TriangleAlert />}
              className="ml-auto border-danger text-danger-ink"
              onClick={() => void report({ type: 'caller.complained' })}
            >
              {t('complaint')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

const isSame = (event: object, other: object) =>
  Object.entries(other).every(([name, value]) => (event as Record<string, unknown>)[name] === value);

/** Typed here and not yet on the server: the answer is sent after it, so it need not wait. */
function isMetMeanwhile(requirement: string, draft: Draft, known: Draft): boolean {
  if (requirement === 'callBackAt') return draft.callBackAt !== known.callBackAt;
  const typed: Record<string, string | null> = {
    name: draft.card.name,
    city: draft.card.city,
    contactPerson: draft.card.contactPerson,
    phone: draft.card.phone,
    topic: draft.appeal.topic,
    complaintText: draft.complaint.text,
    complaintDepartment: draft.complaint.departmentKind,
  };
  return Boolean(typed[requirement]?.trim());
}
