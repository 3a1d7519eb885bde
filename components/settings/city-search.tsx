'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';

/** Filters the directory by the beginning of a name; the address keeps it. */
export function CitySearch({ query }: { query: string }) {
  const t = useTranslations('cities');
  const router = useRouter();
  const [typed, setTyped] = useState(query);
  useEffect(() => {
    if (typed.trim() === query) return;
    const timer = setTimeout(() => {
      router.replace(
        typed.trim()
          ? `/settings/cities?${new URLSearchParams({ query: typed.trim() })}`
          : '/settings/cities',
      );
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, query, router]);
  return (
    <TextField
      label={t('search')}
      labelHidden
      placeholder={t('search')}
      type="search"
      before={<Search />}
      className="max-w-sm"
      value={typed}
      onValueChange={setTyped}
    />
  );
}
