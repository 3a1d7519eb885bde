import type { Post } from '@/lib/domain/letters/post';

/** The demo's: a letter leaves for nowhere and is shown in the console's own mailbox. */
export const postToMailbox = (): Post => ({ send: async () => ({ result: 'sent' }) });
