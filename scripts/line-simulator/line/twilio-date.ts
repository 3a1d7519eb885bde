/** RFC 2822 in UTC, the way Twilio writes it: `Fri, 20 Aug 2010 01:13:42 +0000`. */
export function twilioDate(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
