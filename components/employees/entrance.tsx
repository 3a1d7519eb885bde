import { PhoneCall } from 'lucide-react';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/shell/language-switch';

type Props = { title: ReactNode; text?: ReactNode; motto: ReactNode; wide?: boolean; children: ReactNode };

/** The frame of the pages before the sign-in. */
export function Entrance({ title, text, motto, wide = false, children }: Props) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] bg-canvas desk:grid-cols-[22rem_1fr] desk:grid-rows-1">
      <header className="flex items-center justify-between gap-4 bg-rail px-6 py-4 text-rail-ink desk:flex-col desk:items-start desk:px-8 desk:py-10">
        <div className="flex items-center gap-3">
          <span className="flex size-10 items-center justify-center rounded-lg bg-rail-raised">
            <PhoneCall aria-hidden="true" className="size-5" />
          </span>
          <span className="font-semibold text-xl">Callboard</span>
        </div>
        <p className="max-w-64 text-lg text-rail-soft phone:sr-only">{motto}</p>
      </header>
      <main className="flex justify-center px-4 py-8 desk:px-8 desk:py-12">
        <div className={wide ? 'w-full max-w-4xl' : 'w-full max-w-sm'}>
          <div className="flex items-start justify-between gap-4 pb-6">
            <div className="min-w-0">
              <h1 className="font-semibold text-2xl">{title}</h1>
              {text ? <p className="pt-1 text-soft">{text}</p> : null}
            </div>
            <LanguageSwitch />
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
