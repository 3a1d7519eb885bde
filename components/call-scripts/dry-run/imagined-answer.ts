import type { FieldName } from '@/lib/domain/call-scripts/call-script';
import type { DraftPatch } from '@/lib/domain/call-scripts/draft';

/** What the imagined caller tells when asked for these fields; null when they are choices or ask for nothing required. */
export function imaginedAnswer(fields: readonly FieldName[]): DraftPatch | null {
  if (fields.includes('name')) {
    return {
      card: {
        name: 'ООО «Василёк»',
        city: 'Томск',
        contactPerson: 'Сергеева Ольга Ивановна',
        phone: '8 (3822) 55-66-77',
      },
    };
  }
  if (fields.includes('complaintText')) {
    return {
      complaint: { text: 'Вторую неделю не приходит обещанное обновление.', departmentKind: 'support' },
    };
  }
  if (fields.includes('email')) return { email: 'sergeeva@example.com' };
  return null;
}
