import { sidOf } from '../line/account.ts';
import type { Line } from '../line/line.ts';

/** «Primary Customer Profile of type Business» and the one for a person (trusthub.twilio.com/v1/Policies). */
const POLICIES = {
  business: 'RN6433641899984f951173ef1738c3bdd0',
  individual: 'RN13dc4be8861a10924a79c35eaa4d812c',
};

/** Trust Hub's list of the account's profiles. */
export function listCustomerProfiles(line: Line, query: URLSearchParams): Record<string, unknown> {
  const at = 'https://trusthub.twilio.com/v1/CustomerProfiles';
  const { accountSid } = line.settings;
  const created = `${new Date(line.startedAt).toISOString().slice(0, 19)}Z`;
  const isApprovedWanted = (query.get('Status') ?? 'twilio-approved') === 'twilio-approved';
  const profiles = isApprovedWanted ? line.account.profiles : [];
  const policy = query.get('PolicySid');
  const results = profiles
    .filter((kind) => policy === null || policy === POLICIES[kind])
    .map((kind) => {
      const sid = sidOf('BU', `${accountSid}${kind}`);
      return {
        sid,
        account_sid: accountSid,
        policy_sid: POLICIES[kind],
        friendly_name: kind,
        status: 'twilio-approved',
        valid_until: null,
        email: 'office@example.com',
        status_callback: null,
        date_created: created,
        date_updated: created,
        url: `${at}/${sid}`,
        links: {
          customer_profiles_entity_assignments: `${at}/${sid}/EntityAssignments`,
          customer_profiles_evaluations: `${at}/${sid}/Evaluations`,
          customer_profiles_channel_endpoint_assignment: `${at}/${sid}/ChannelEndpointAssignments`,
        },
        errors: null,
      };
    });
  const page = `${at}?PageSize=50&Page=0`;
  return {
    results,
    meta: {
      key: 'results',
      page: 0,
      page_size: 50,
      first_page_url: page,
      previous_page_url: null,
      next_page_url: null,
      url: page,
    },
  };
}
