import { RestError } from './rest-error.ts';

const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 1_000;

/** One page of a list in Twilio's v2010 shape. */
export function pageOf<T>(
  path: string,
  query: URLSearchParams,
  name: string,
  rows: T[],
): Record<string, unknown> {
  const whole = (key: string, fallback: number) => {
    const value = query.get(key);
    if (value === null) return fallback;
    if (!/^\d+$/.test(value)) throw new RestError(400, 20001, `Invalid parameter ${key}: ${value}`);
    return Number(value);
  };
  const size = Math.min(LARGEST_SIZE, Math.max(1, whole('PageSize', DEFAULT_SIZE)));
  const page = whole('Page', 0);
  const start = page * size;
  const shown = rows.slice(start, start + size);
  const address = (number: number) => {
    const other = new URLSearchParams(query);
    other.set('PageSize', String(size));
    other.set('Page', String(number));
    if (number > 0) other.set('PageToken', `PA${number}`);
    else other.delete('PageToken');
    return `${path}?${other}`;
  };
  return {
    [name]: shown,
    page,
    page_size: size,
    start,
    end: start + Math.max(0, shown.length - 1),
    uri: address(page),
    first_page_uri: address(0),
    previous_page_uri: page > 0 ? address(page - 1) : null,
    next_page_uri: start + size < rows.length ? address(page + 1) : null,
  };
}
