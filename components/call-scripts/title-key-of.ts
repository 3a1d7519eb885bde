import { currentOutgoingCall } from '@/lib/domain/call-scripts/catalog';

/** The message key of a call script's name. */
export const titleKeyOf = (scriptId: string) =>
  scriptId === currentOutgoingCall.id ? 'titleOutgoing' : 'title';
