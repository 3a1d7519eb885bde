import type { Line } from '../line/line.ts';
import { accountResource } from './account.ts';
import { applicationResource, findApplication, listApplications, updateApplication } from './applications.ts';
import { listCustomerProfiles } from './customer-profiles.ts';
import type { Form } from './form.ts';
import { keyResource, listKeys } from './keys.ts';
import { listNotifications } from './notifications.ts';
import { findNumber, listNumbers, numberResource, updateNumber } from './numbers.ts';
import { RestError } from './rest-error.ts';
import { phoneNumberRoute } from './routes.ts';

/**
 * What is asked about the account rather than about a call: itself, its keys, numbers, applications, profiles and
 * failed webhooks. Null when the address is none of these. An account that is not active tells of itself alone.
 */
export function accountRoute(
  line: Line,
  method: string,
  path: string,
  query: URLSearchParams,
  form: Form,
): Record<string, unknown> | null {
  const isGet = method === 'GET';
  const isPost = method === 'POST';
  const root = `/2010-04-01/Accounts/${line.settings.accountSid}`;
  if (path === `${root}.json` && isGet) return accountResource(line);
  const [, resource, sid] =
    (path.startsWith(`${root}/`)
      ? /^\/(Applications|IncomingPhoneNumbers|Keys|Notifications)(?:\/([^/]+))?\.json$/.exec(
          path.slice(root.length),
        )
      : /^\/v\d\/(CustomerProfiles|PhoneNumbers)(?:\/([^/]+))?$/.exec(path)) ?? [];
  if (resource === undefined) return null;
  if (line.account.status !== 'active') throw new RestError(403, 20005, 'Account not active');
  switch (`${resource}${sid === undefined ? '' : '/:sid'}`) {
    case 'Applications':
      return isGet ? listApplications(line, path, query) : null;
    case 'Applications/:sid': {
      const application = findApplication(line, sid!, path);
      if (isPost) return updateApplication(line, application, form);
      return isGet ? applicationResource(line, application) : null;
    }
    case 'IncomingPhoneNumbers':
      return isGet ? listNumbers(line, path, query) : null;
    case 'IncomingPhoneNumbers/:sid': {
      const number = findNumber(line, sid!, path);
      if (isPost) return updateNumber(line, number, form);
      return isGet ? numberResource(line, number) : null;
    }
    case 'Keys':
      return isGet ? listKeys(line, path, query) : null;
    case 'Keys/:sid':
      return isGet ? keyResource(line, sid!, path) : null;
    case 'Notifications':
      return isGet ? listNotifications(line, path, query) : null;
    case 'CustomerProfiles':
      return isGet ? listCustomerProfiles(line, query) : null;
    case 'PhoneNumbers/:sid':
      return isGet ? phoneNumberRoute(line, sid!, path) : null;
    default:
      return null;
  }
}
