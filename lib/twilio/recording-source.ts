import type { FetchedRecording, RecordingSource } from '@/lib/domain/recordings/recording';

export type RecordingSourceSettings = {
  twilioAccountSid: string;
  twilioApiKeySid: string;
  twilioApiKeySecret: string;
  twilioApiBaseUrl?: string;
};

/** For the whole of a long conversation. */
const timeoutMs = 300_000;

/**
 * Recordings by their SID from Twilio's own host, never from an address a request named; a redirect elsewhere is not
 * followed, since the key would go along.
 */
export function createRecordingSource(settings: RecordingSourceSettings): RecordingSource {
  const { twilioAccountSid, twilioApiKeySid, twilioApiKeySecret } = settings;
  const host = settings.twilioApiBaseUrl ?? 'https://api.twilio.com';
  const key = Buffer.from(`${twilioApiKeySid}:${twilioApiKeySecret}`).toString('base64');
  const ask = (method: 'GET' | 'DELETE', recording: string) =>
    fetch(`${host}/2010-04-01/Accounts/${twilioAccountSid}/Recordings/${recording}`, {
      method,
      headers: { authorization: `Basic ${key}` },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  return {
    async fetchRecording(recordingSid, kind): Promise<FetchedRecording> {
      if (!isRecordingSid(recordingSid)) return { result: 'gone', problem: 'no SID of a recording' };
      const channels = kind === 'conversation' ? '?RequestedChannels=2' : '';
      try {
        const answer = await ask('GET', `${recordingSid}.wav${channels}`);
        if (answer.status === 200 && answer.body) return { result: 'found', bytes: answer.body };
        await answer.body?.cancel();
        const problem = `${answer.status} ${answer.statusText}`.trim();
        return { result: answer.status === 410 ? 'gone' : 'retry', problem };
      } catch (error) {
        return { result: 'retry', problem: String(error).slice(0, 300) };
      }
    },
    async deleteRecording(recordingSid) {
      if (!isRecordingSid(recordingSid)) return true;
      try {
        const answer = await ask('DELETE', `${recordingSid}.json`);
        await answer.body?.cancel();
        return answer.ok || answer.status === 404 || answer.status === 410;
      } catch {
        return false;
      }
    },
  };
}

const isRecordingSid = (text: string) => /^RE[0-9a-f]{32}$/i.test(text);
