/** A letter as it is handed to a mail server. */
export type OutgoingLetter = {
  /** Stays the same when it is sent again, so that a reader's mail program shows it once. */
  id: string;
  to: readonly string[];
  /** Where answers go: the person's own address. */
  replyTo: { name: string; address: string };
  subject: string;
  text: string;
  files?: readonly { name: string; mediaType: string; content: Uint8Array }[];
};

/**
 * `retry`: it was not taken, and later it may be; `refused`: it never will be; `unknown`: whether it was taken nobody can
 * say.
 */
export type PostAnswer = { result: 'sent' } | { result: 'retry' | 'refused' | 'unknown'; problem: string };

/** Sends letters. It answers, and does not throw. */
export interface Post {
  send(letter: OutgoingLetter): Promise<PostAnswer>;
}
