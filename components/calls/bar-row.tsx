import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  tone?: 'ringing' | 'talking' | 'plain' | 'warning';
  icon: ReactNode;
  /** The first line: what happens, for how long. */
  state: ReactNode;
  /** Who it is about. */
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
  /** So many actions that their keys are shown on a wide screen only. */
  isCrowded?: boolean;
};

const TONES = {
  ringing: 'bg-good-tint',
  talking: 'bg-accent-tint',
  plain: 'bg-surface',
  warning: 'bg-warn-tint',
};

/** On a phone as wide as each other, two beside each other, with words on two lines where they must. */
const CROWDED =
  'max-2xl:[&_[data-keys]]:hidden phone:grid phone:w-full phone:grid-cols-2 phone:[&_button]:w-full phone:[&_button]:justify-start phone:[&_button]:whitespace-normal phone:[&_button]:px-3 phone:[&_button]:text-left phone:[&_button]:text-sm phone:[&_button]:leading-tight';

/** One call in the bar. */
export function BarRow({ tone = 'plain', icon, state, title, detail, actions, isCrowded }: Props) {
  return (
    <article
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-2 not-first:border-t phone:px-3',
        TONES[tone],
      )}
    >
      <span aria-hidden="true" className="text-soft [&_svg]:size-6">
        {icon}
      </span>
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-soft text-sm">{state}</p>
        <p className="font-semibold text-lg [overflow-wrap:anywhere]">{title}</p>
        {detail ? <div className="text-soft [overflow-wrap:anywhere]">{detail}</div> : null}
      </div>
      {actions ? (
        <div className={clsx('flex flex-wrap items-center gap-2', isCrowded && CROWDED)}>{actions}</div>
      ) : null}
    </article>
  );
}
