import { notFound } from 'next/navigation';
import { Refusal } from '@/lib/domain/errors';

/** Reads for a page: what is not there, or not for this person, is the page «not found». */
export async function readOrNotFound<Answer>(read: Promise<Answer>): Promise<Answer> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'notFound' || error.code === 'forbidden')) notFound();
    throw error;
  }
}
