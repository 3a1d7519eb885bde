import { redirect } from 'next/navigation';
import { currentInboundCall } from '@/lib/domain/call-scripts/catalog';

/** There is one call script so far: the section opens it. */
export default function CallScriptsPage() {
  redirect(`/call-scripts/${currentInboundCall.id}`);
}
