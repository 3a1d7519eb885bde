import { TextLink } from '@/components/ui/text-link';

/** A count that leads to what was counted; nothing leads nowhere. */
export function NumberLink({ value, href, label }: { value: number; href: string; label: string }) {
  if (value === 0) return 0;
  return (
    <TextLink href={href} aria-label={`${value}: ${label}`}>
      {value}
    </TextLink>
  );
}
