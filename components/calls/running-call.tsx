'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Intent } from '@/components/intent';
import { type Draft, type DraftPatch, withPatch } from '@/lib/domain/call-scripts/draft';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import type { CallView } from '@/lib/domain/calls/call-view';
import { AnswerQueue } from './answer-queue';
import { type DraftKeeper, type DraftState, nothingTyped } from './draft-keeper';

export type Conversation = NonNullable<CallView['conversation']>;

type RunningCall = {
  view: CallView;
  conversation: Conversation;
  /** The server's draft with everything on it that it has not heard of yet. */
  draft: Draft;
  draftState: DraftState;
  fill: (patch: DraftPatch) => void;
  /**
   * Sends what was typed, then the answer; resolves to whether it was taken. What is pressed while an answer is on its
   * way goes after it; the same one pressed twice goes once.
   */
  report: (event: ReportedEvent) => Promise<boolean>;
  /** The event that is on its way. */
  reporting: ReportedEvent | null;
  problem: ApiError | null;
  clearProblem: () => void;
  /** Nothing of the records can be changed here any more. */
  isFixed: boolean;
  /** No other card can be chosen. */
  isCardFixed: boolean;
};

const RunningCallContext = createContext<RunningCall | null>(null);

export function useRunningCall(): RunningCall {
  const call = useContext(RunningCallContext);
  if (!call) throw new Error('useRunningCall needs a RunningCall above it');
  return call;
}

type Answer = { callId: string; step: string; runVersion: number };

type Props = {
  view: CallView & { conversation: Conversation };
  keeper: DraftKeeper;
  refresh: () => Promise<void>;
  children: ReactNode;
};

/** A conversation being led: everything below reads it here, types into it and reports what was answered. */
export function RunningCall({ view, keeper, refresh, children }: Props) {
  const { conversation } = view;
  const draftState = useSyncExternalStore(keeper.subscribe, keeper.state, nothingTyped);
  const [reporting, setReporting] = useState<ReportedEvent | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const intent = useRef(new Intent());
  const answers = useRef(new AnswerQueue());
  const newest = useRef(view);
  newest.current = view;

  useEffect(() => keeper.seen(conversation.version), [keeper, conversation.version]);

  const value = useMemo<RunningCall>(() => {
    const isFixed = conversation.step.recordsWritten || conversation.step.ended || !view.mayWork;
    const send = async (step: string, event: ReportedEvent) => {
      setReporting(event);
      setProblem(null);
      try {
        await keeper.flush();
        const body = { step, event };
        await api.post<Answer>(`/calls/${view.id}/call-script/events`, body, {
          key: intent.current.keyFor(body),
        });
        intent.current.succeeded();
        await refresh();
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        intent.current.failed(error);
        setProblem(error);
        if (!error.isUnsettled) await refresh();
        return false;
      } finally {
        setReporting(null);
      }
    };
    const report = (event: ReportedEvent) => {
      const step = newest.current.conversation?.step.name ?? '';
      return answers.current.press(step, event, () => send(step, event));
    };
    return {
      view,
      conversation,
      draft: draftState.patches.reduce(withPatch, conversation.draft),
      draftState,
      fill: (patch) => {
        setProblem(null);
        keeper.type(patch);
      },
      report,
      reporting,
      problem,
      clearProblem: () => setProblem(null),
      isFixed,
      isCardFixed: isFixed || view.isCardGiven,
    };
  }, [view, conversation, draftState, keeper, refresh, reporting, problem]);

  return <RunningCallContext value={value}>{children}</RunningCallContext>;
}
