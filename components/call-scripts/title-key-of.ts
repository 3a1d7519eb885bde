import {
  currentInboundCall,
  currentOutgoingCall,
  currentSatisfactionRound,
  currentWelcomeCall,
} from '@/lib/domain/call-scripts/catalog';

/** The message key of a call script's name. */
export const titleKeyOf = (scriptId: string) => titleKeys[scriptId] ?? 'title';

const titleKeys: Record<string, 'title' | 'titleOutgoing' | 'titleWelcome' | 'titleRound'> = {
  [currentInboundCall.id]: 'title',
  [currentOutgoingCall.id]: 'titleOutgoing',
  [currentWelcomeCall.id]: 'titleWelcome',
  [currentSatisfactionRound.id]: 'titleRound',
};
