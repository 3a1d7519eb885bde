'use client';

import { Search } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';

const pauseMs = 250;

/** Filters the directory by the beginning of a name; the address keeps it, and may be changed by others. */
export function CitySearch({ query }: { query: string }) {
  const t = useTranslations('cities');
  const router = useRouter();
  const pathname = usePathname();
  const asked = useSearchParams();
  const [typed, setTyped] = useState(query);
  const sought = useRef(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (query === sought.current) return;
    sought.current = query;
    setTyped(query);
  }, [query]);
  const search = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sought.current = text.trim();
      const next = new URLSearchParams(asked);
      next.delete('after');
      if (sought.current) next.set('query', sought.current);
      else next.delete('query');
      router.replace(`${pathname}?${next}`);
    }, pauseMs);
  };
  return (
    <TextField
      label={t('search')}
      labelHidden
      placeholder={t('search')}
      type="search"
      before={<Search />}
      className="max-w-sm"
      value={typed}
      onValueChange={search}
    />
  );
}
