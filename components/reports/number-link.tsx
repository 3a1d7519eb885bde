import { TextLink } from '@/components/ui/text-link';

type Props = {
  value: number;
  href: string;
  label: string;
  /** How the figure is written, when not as the count itself. */
  text?: string;
};

/** A figure that leads to what it was counted from; nothing leads nowhere. */
export function NumberLink({ value, href, label, text = String(value) }: Props) {
  if (value === 0) return text;
  return (
    <TextLink
      href={href}
      aria-label={`${text}: ${label}`}
      className="phone:inline-flex phone:min-h-6 phone:min-w-6 phone:items-center"
    >
      {text}
    </TextLink>
  );
}
