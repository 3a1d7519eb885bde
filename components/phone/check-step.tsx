'use client';

import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export type CheckResult = 'unknown' | 'good' | 'fair' | 'bad';

const icons = { unknown: CircleDashed, good: CircleCheck, fair: CircleAlert, bad: CircleX };
const tones = { unknown: 'text-faint', good: 'text-good-ink', fair: 'text-warn-ink', bad: 'text-danger-ink' };

type Props = { title: string; result: CheckResult; text: string | null; children?: ReactNode };

/** One thing of the workplace that is checked: what it is, how it stands, what to do. */
export function CheckStep({ title, result, text, children }: Props) {
  const t = useTranslations('phone.check.results');
  const Icon = icons[result];
  return (
    <li className="flex gap-3">
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${tones[result]}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p className="font-semibold">
          {title} <span className="font-normal text-soft">— {t(result)}</span>
        </p>
        <p role="status" className="empty:hidden">
          {text}
        </p>
        {children}
      </div>
    </li>
  );
}
