import { RestError } from './rest-error.ts';

export type Form = {
  /** Whether it was sent, be it empty. */
  has(name: string): boolean;
  text(name: string): string | null;
  all(name: string): string[];
  flag(name: string): boolean | null;
  /** Throws 20001 when the value is no whole number within the bounds. */
  number(name: string, fallback: number, least: number, most: number): number;
  method(name: string): 'GET' | 'POST';
  /** A callback with the events asked for; null when no address was given. */
  callback(
    name: string,
    byDefault: string[],
  ): { address: string; method: 'GET' | 'POST'; events: string[] } | null;
};

export function readForm(parameters: URLSearchParams): Form {
  const text = (name: string) => parameters.get(name) || null;
  const all = (name: string) => parameters.getAll(name).filter(Boolean);
  const invalid = (name: string, value: string) =>
    new RestError(400, 20001, `Invalid parameter ${name}: ${value}`);
  const method = (name: string): 'GET' | 'POST' => {
    const value = text(name)?.toUpperCase() ?? 'POST';
    if (value !== 'GET' && value !== 'POST') throw invalid(name, value);
    return value;
  };
  return {
    has: (name) => parameters.has(name),
    text,
    all,
    method,
    flag(name) {
      const value = text(name)?.toLowerCase() ?? null;
      if (value === null) return null;
      if (value !== 'true' && value !== 'false') throw invalid(name, value);
      return value === 'true';
    },
    number(name, fallback, least, most) {
      const value = text(name);
      if (value === null) return fallback;
      if (!/^\d+$/.test(value) || Number(value) < least || Number(value) > most) throw invalid(name, value);
      return Number(value);
    },
    callback(name, byDefault) {
      const address = text(name);
      if (address === null) return null;
      if (!/^https?:\/\//.test(address)) throw new RestError(400, 21609, `Invalid ${name} URL: ${address}`);
      // A REST list comes as a repeated parameter; one value with spaces is taken apart as well.
      const events = all(`${name}Event`).flatMap((value) => value.split(/\s+/));
      return { address, method: method(`${name}Method`), events: events.length > 0 ? events : byDefault };
    },
  };
}

/** An absolute web address, or null when it was not given. Throws 21205. */
export function webAddress(form: Form, name: string): string | null {
  const address = form.text(name);
  if (address !== null && !/^https?:\/\//.test(address))
    throw new RestError(400, 21205, `Url parameter is malformed: ${name}=${address}`);
  return address;
}
