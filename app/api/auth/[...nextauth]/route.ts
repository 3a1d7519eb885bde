import { ulid } from 'ulid';
import { answerAuth } from '@/lib/auth/next-auth';
import { services } from '@/lib/context';
import { env } from '@/lib/env';

async function answer(request: Request): Promise<Response> {
  const { store } = await services();
  return answerAuth(request, { store, settings: env(), now: Date.now, newId: ulid });
}

export { answer as GET, answer as POST };
