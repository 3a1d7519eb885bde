import twilio from 'twilio';
import { expect, test, vi } from 'vitest';
import { createTelephony } from './telephony';

test('the address of the phone provider does not depend on the environment', async () => {
  vi.stubEnv('TWILIO_REGION', 'au1').stubEnv('TWILIO_EDGE', 'sydney');
  const response = { statusCode: 200, body: { status: 'completed', end_time: null }, headers: {} };
  const request = vi.spyOn(twilio.RequestClient.prototype, 'request').mockResolvedValue(response as never);
  const telephony = createTelephony({
    twilioAccountSid: `AC${'0'.repeat(32)}`,
    twilioApiKeySid: `SK${'0'.repeat(32)}`,
    twilioApiKeySecret: 'secret',
    publicUrl: 'https://calls.example.com',
  });
  await telephony.callStatus('CA1');
  expect(new URL(request.mock.calls[0]![0].uri).hostname).toBe('api.twilio.com');
});
