'use client';

import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

type Props = {
  tone?: Tone;
  title?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Speaks up when it appears: for what the person must know now. */
  urgent?: boolean;
  className?: string;
  children?: ReactNode;
};

const LOOKS = {
  info: { icon: Info, style: 'bg-info-tint', sign: 'text-info-ink' },
  success: { icon: CircleCheck, style: 'bg-good-tint', sign: 'text-good-ink' },
  warning: { icon: TriangleAlert, style: 'bg-warn-tint', sign: 'text-warn-ink' },
  danger: { icon: CircleAlert, style: 'bg-danger-tint', sign: 'text-danger-ink' },
};

/** A message in the flow of the page: colour, sign and a word for the tone. */
export function InlineAlert({ tone = 'info', title, actions, urgent = false, className, children }: Props) {
  const t = useTranslations('common.tone');
  const { icon: Icon, style, sign } = LOOKS[tone];
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={clsx('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-3 py-2', style, className)}
    >
      <Icon aria-hidden="true" className={clsx('mt-0.5 size-4 shrink-0', sign)} />
      <div className="min-w-0 flex-1 basis-48">
        <span className="sr-only">{t(tone)}: </span>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
