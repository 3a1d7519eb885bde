import nodemailer from 'nodemailer';

const patienceMs = 10_000;

/** Signs in at the mail server without sending anything; why it cannot be done, as the server said it, null when it can. */
export async function checkMailServer(smtpUrl: string): Promise<string | null> {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    transport.close();
  }
}
