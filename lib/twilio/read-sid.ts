import { plainText } from './plain-text';

/** Longer than any id of Twilio's (34 characters), short enough for a key of ours. */
const longestSid = 64;

/** An id of the provider as it may stand in our rows and keys; empty when there is none. */
export const readSid = (text: string | undefined): string => plainText(text ?? '', longestSid);
