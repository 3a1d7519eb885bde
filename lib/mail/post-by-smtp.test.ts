import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutgoingLetter } from '@/lib/domain/letters/post';
import { checkMailServer } from './check-mail-server';
import { postBySmtp } from './post-by-smtp';

type Script = Partial<Record<'MAIL' | 'RCPT' | 'DATA' | 'TEXT', string | 'hangUp'>>;

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = undefined;
});

const letter = {
  id: 'L1',
  to: ['client@example.com'],
  replyTo: { name: 'Сидорова Анна', address: 'anna@mlsit.example' },
  subject: 'Счёт',
  text: 'Добрый день!',
};

describe('a letter handed to a mail server', () => {
  test('is sent with its sender, its id and whom answers go to', async () => {
    const { port, received } = await listen({});
    expect(await send(port)).toEqual({ result: 'sent' });
    const text = received.join('\n');
    expect(text).toContain('From: MLS IT <office@mlsit.example>');
    expect(text).toContain('To: client@example.com');
    expect(text).toContain('<anna@mlsit.example>');
    expect(text).toContain('Message-ID: <L1@mlsit.example>');
    expect(text).toContain(Buffer.from('Добрый день!').toString('base64').slice(0, 12));
  });

  test('goes to a domain in Cyrillic by the name that mail servers know', async () => {
    const { port, received } = await listen({});
    expect(await send(port, { to: ['ivanov@почта.рф'] })).toEqual({ result: 'sent' });
    expect(received).toContain('RCPT TO:<ivanov@xn--80a1acny.xn--p1ai>');
    expect(received.join('\n')).toContain('To: ivanov@xn--80a1acny.xn--p1ai');
  });

  test('is sent with its files, under their own names', async () => {
    const { port, received } = await listen({});
    const content = Buffer.from('%PDF-1.7 счёт');
    const files = [{ name: 'Счёт.pdf', mediaType: 'application/pdf', content }];
    expect(await send(port, { files })).toEqual({ result: 'sent' });
    const text = received.join('\n');
    expect(text).toContain('Content-Type: application/pdf');
    expect(text).toContain('Content-Disposition: attachment');
    expect(text).toContain(content.toString('base64'));
  });

  test('that is not taken now is to be sent later; one that never will be is refused', async () => {
    const busy = await listen({ RCPT: '451 try later' });
    expect(await send(busy.port)).toMatchObject({ result: 'retry', problem: expect.stringContaining('451') });
    server?.close();
    const unknown = await listen({ RCPT: '550 no such user' });
    expect(await send(unknown.port)).toMatchObject({ result: 'refused' });
  });

  test('is to be sent later when there is no server, or it falls silent before the text', async () => {
    const { port } = await listen({ MAIL: 'hangUp' });
    expect(await send(port)).toMatchObject({ result: 'retry' });
    await new Promise((done) => server!.close(done));
    server = undefined;
    expect(await send(port)).toMatchObject({ result: 'retry' });
  });

  test('may have been taken when the server falls silent after the text: nobody knows', async () => {
    const { port } = await listen({ TEXT: 'hangUp' });
    expect(await send(port)).toMatchObject({ result: 'unknown' });
  });
});

test('a mail server is tried without a letter, and says why it refuses', async () => {
  const { port, received } = await listen({});
  expect(await checkMailServer(`smtp://127.0.0.1:${port}`)).toBeNull();
  expect(received.some((line) => line.startsWith('MAIL'))).toBe(false);
  await new Promise((done) => server!.close(done));
  server = undefined;
  expect(await checkMailServer(`smtp://127.0.0.1:${port}`)).toContain('ECONNREFUSED');
});

const send = (port: number, more: Partial<OutgoingLetter> = {}) =>
  postBySmtp({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'MLS IT <office@mlsit.example>' }).send({
    ...letter,
    ...more,
  });

/** A mail server that answers as told. */
async function listen(script: Script): Promise<{ port: number; received: string[] }> {
  const received: string[] = [];
  server = createServer((socket) => {
    sockets.push(socket);
    let isText = false;
    let pending = '';
    const answer = (part: keyof Script, usual: string) => {
      const said = script[part] ?? usual;
      if (said === 'hangUp') socket.destroy();
      else socket.write(`${said}\r\n`);
    };
    socket.on('error', () => undefined);
    socket.write('220 mail\r\n');
    socket.on('data', (data) => {
      pending += data.toString();
      let end = pending.indexOf('\r\n');
      for (; end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        received.push(line);
        if (isText) {
          if (line !== '.') continue;
          isText = false;
          answer('TEXT', '250 taken');
        } else if (line.startsWith('MAIL')) answer('MAIL', '250 ok');
        else if (line.startsWith('RCPT')) answer('RCPT', '250 ok');
        else if (line.startsWith('DATA')) {
          isText = true;
          answer('DATA', '354 go on');
        } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return { port: (server.address() as { port: number }).port, received };
}
