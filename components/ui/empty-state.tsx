import type { ReactNode } from 'react';

type Props = { icon?: ReactNode; title: ReactNode; text?: ReactNode; actions?: ReactNode };

/** Nothing is here, and what to do about it. */
export function EmptyState({ icon, title, text, actions }: Props) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      {icon ? <div className="text-faint [&_svg]:size-8">{icon}</div> : null}
      <p className="font-semibold text-lg">{title}</p>
      {text ? <p className="max-w-prose text-soft">{text}</p> : null}
      {actions ? <div className="flex flex-wrap justify-center gap-2 pt-2">{actions}</div> : null}
    </div>
  );
}
