import { notFound } from 'next/navigation';

/** An address that leads nowhere is told inside the console, so that the call bar stays. */
export default function MissingPage() {
  notFound();
}
