import { currentOutgoingCall, currentWelcomeCall } from '@/lib/domain/call-scripts/catalog';

/** The message key of a call script's name. */
export const titleKeyOf = (scriptId: string) => titleKeys[scriptId] ?? 'title';

const titleKeys: Record<string, 'titleOutgoing' | 'titleWelcome'> = {
  [currentOutgoingCall.id]: 'titleOutgoing',
  [currentWelcomeCall.id]: 'titleWelcome',
};
