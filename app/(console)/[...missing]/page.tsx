import { notFound } from 'next/navigation';
import { notFoundMetadata } from '@/app/not-found-words';

export const generateMetadata = notFoundMetadata;

/** An address that leads nowhere is told inside the console, so that the call bar stays. */
export default function MissingPage() {
  notFound();
}
