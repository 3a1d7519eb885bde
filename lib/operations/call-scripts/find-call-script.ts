import type { CallScript } from '@/lib/domain/call-scripts/call-script';
import { newestCallScript } from '@/lib/domain/call-scripts/catalog';
import { notFound } from '@/lib/domain/errors';

/** @throws Refusal `notFound` */
export function findCallScript(scriptId: string): CallScript {
  const script = newestCallScript(scriptId);
  if (!script) throw notFound('call script');
  return script;
}
