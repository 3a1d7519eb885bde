import { createHash, randomBytes } from 'node:crypto';
import { hashPassword, isPasswordRight } from './password';

/** 256 random bits for a link or a token; only its hash is kept. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** How a token of the API begins, so that it is recognised wherever it is found. */
export const apiTokenPrefix = 'cb_';

/** A token of the API: the prefix and 256 random bits. */
export const newApiToken = (): string => newSecret(apiTokenPrefix);

/** Of a random secret, so a fast hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What operations need of secrets and passwords. */
export const secrets = {
  newSecret: () => newSecret(),
  newApiToken,
  hashSecret,
  hashPassword,
  isPasswordRight,
};
