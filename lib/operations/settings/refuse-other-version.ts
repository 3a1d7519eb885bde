import { Refusal } from '@/lib/domain/errors';

/** @throws Refusal `conflict`, with the version there is now, when somebody else changed the record since the one given */
export function refuseOtherVersion(given: number, { version }: { version: number }): void {
  if (given !== version) throw new Refusal('conflict', 'it was changed meanwhile', {}, { version });
}
