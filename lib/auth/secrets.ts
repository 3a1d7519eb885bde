import { createHash, randomBytes } from 'node:crypto';
import { hashPassword, isPasswordRight } from './password';

/** 256 random bits for a link or a token; only its hash is kept. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** Of a random secret, so a fast hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What operations need of secrets and passwords. */
export const secrets = { newSecret: () => newSecret(), hashSecret, hashPassword, isPasswordRight };
