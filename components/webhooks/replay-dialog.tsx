'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Button } from '@/components/ui/button';
import { useClock } from '@/components/ui/clock';
import { DateTimeField } from '@/components/ui/date-time-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { readTypedTime, typedTimeAt } from '@/lib/domain/deadlines/typed-time';
import { dayMs } from '@/lib/domain/duration';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';

/** Sends the events of a period again; how many there are is told first. */
export function ReplayDialog({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t('replay')}</Button>}
      title={t('replay')}
      description={t('replayText')}
    >
      {isOpen ? <Replay webhook={webhook} onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

type Period = { from: number; until: number };

function Replay({ webhook: { id }, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const format = useFormatter();
  const timeZone = useTimeZone()!;
  const words = useErrorWords();
  const router = useRouter();
  const clock = useClock();
  const [from, setFrom] = useState(() => typedTimeAt(clock.now() - dayMs, timeZone));
  const [until, setUntil] = useState(() => typedTimeAt(clock.now() + 60_000, timeZone));
  const [counted, setCounted] = useState<(Period & { count: number; most: number }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const period = { from: readTypedTime(from, timeZone), until: readTypedTime(until, timeZone) };
  const count = useChange<Period, { count: number; most: number }>(
    ({ from, until }) => api.get(`/webhooks/${id}/replay?from=${from}&until=${until}`),
    { onDone: (answer, asked) => setCounted({ ...asked, ...answer }) },
  );
  const replay = useChange<Period, { count: number }>(
    (wanted, options) => api.post(`/webhooks/${id}/replay`, wanted, options),
    {
      onDone: (answer) => {
        notify(t('replayed', { count: answer.count }));
        onClose();
        router.refresh();
      },
    },
  );
  const ask = () => {
    setCounted(null);
    setProblem(null);
    if (period.from === null || period.until === null) return setProblem('required');
    if (period.until <= period.from) return setProblem('webhooks.problems.period');
    void count.run({ from: period.from, until: period.until });
  };
  const changed = (set: (typed: string) => void) => (typed: string) => {
    set(typed);
    setCounted(null);
  };
  const error = replay.error ?? count.error;
  const isTooMany = counted !== null && counted.count > counted.most;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <DateTimeField label={t('from')} value={from} onValueChange={changed(setFrom)} />
        <DateTimeField
          label={t('until')}
          value={until}
          onValueChange={changed(setUntil)}
          error={problem ? words.ofField(problem) : undefined}
        />
      </div>
      {counted ? (
        <InlineAlert tone={isTooMany ? 'warning' : 'info'} urgent>
          {isTooMany
            ? t('tooManyCounted', { most: format.number(counted.most) })
            : t('counted', { count: counted.count })}
        </InlineAlert>
      ) : null}
      {error instanceof ApiError ? (
        <InlineAlert tone="danger" urgent>
          {Object.values(error.fields).map(words.ofField).join(' ') || words.ofError(error)}
        </InlineAlert>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        {counted && counted.count > 0 && !isTooMany ? (
          <Button
            variant="primary"
            busy={replay.busy}
            onClick={() => void replay.run({ from: counted.from, until: counted.until })}
          >
            {t('replayConfirm')}
          </Button>
        ) : (
          <Button variant="primary" busy={count.busy} onClick={ask}>
            {t('count')}
          </Button>
        )}
      </div>
    </div>
  );
}
