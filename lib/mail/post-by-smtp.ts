import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import type { OutgoingLetter, Post, PostAnswer } from '@/lib/domain/letters/post';

/** The mail server has that long to answer each step. */
const patienceMs = 30_000;

type SmtpError = Error & { responseCode?: number };

/**
 * Sends by a mail server.
 * @param from as letters show it, such as `MLS IT <office@example.com>`
 */
export function postBySmtp({ smtpUrl, from }: { smtpUrl: string; from: string }): Post {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  const handed = new Set<unknown>();
  transport.use('stream', (mail, done) => {
    const { messageId } = mail.data;
    mail.message.processFunc((text) => Readable.from(handing(text, () => handed.add(messageId))));
    done();
  });
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, replyTo, subject, text, files = [] }: OutgoingLetter): Promise<PostAnswer> {
      const messageId = `<${id}@${domain}>`;
      try {
        const { rejected } = await transport.sendMail({
          from,
          to: [...to],
          replyTo: replyTo.address ? replyTo : undefined,
          subject,
          text,
          attachments: files.map(({ name, mediaType, content }) => ({
            filename: name,
            contentType: mediaType,
            content: Buffer.from(content),
          })),
          messageId,
        });
        if (rejected.length === 0) return { result: 'sent' };
        return { result: 'unknown', problem: `not taken for ${rejected.map(String).join(', ')}` };
      } catch (error) {
        return answerTo(error as SmtpError, handed.has(messageId));
      } finally {
        handed.delete(messageId);
      }
    },
  };
}

/** The text as the server takes it: read no sooner than it asks for it. */
async function* handing(text: AsyncIterable<Uint8Array>, onBegun: () => void) {
  onBegun();
  yield* text;
}

/**
 * A server that answered said it: 5 for good, 4 for now. One that fell silent when the text was being handed to it may have
 * taken it; before that it cannot have.
 */
function answerTo({ message, responseCode = 0 }: SmtpError, wasHanded: boolean): PostAnswer {
  if (responseCode >= 500) return { result: 'refused', problem: message };
  return { result: responseCode < 400 && wasHanded ? 'unknown' : 'retry', problem: message };
}
