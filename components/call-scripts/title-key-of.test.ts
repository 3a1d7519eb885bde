import { expect, test } from 'vitest';
import { callScripts } from '@/lib/domain/call-scripts/catalog';
import { titleKeyOf } from './title-key-of';

test('no two call scripts go by one name', () => {
  const names = callScripts.map(({ id }) => titleKeyOf(id));
  expect(new Set(names).size).toBe(new Set(callScripts.map(({ id }) => id)).size);
});
