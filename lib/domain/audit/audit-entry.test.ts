import { expect, test } from 'vitest';
import { seenKinds } from '@/lib/domain/access-log/seen';
import { auditKindOfSeen } from './audit-entry';

test('each kind of file that leaves the console is audited as exported, everything else as viewed (AD-1)', () => {
  const exported = seenKinds.filter((kind) => auditKindOfSeen(kind) === 'exported');
  expect(exported).toEqual(seenKinds.filter((kind) => kind.endsWith('File')));
  expect(exported).toEqual(expect.arrayContaining(['personalDataFile', 'folderFile', 'documentFile']));
});
