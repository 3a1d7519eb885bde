import { elementsOf, textOf, type XmlElement } from '../twiml/xml.ts';
import { dialConference } from './dial-conference.ts';
import { dialPhones } from './dial-phones.ts';
import { dialQueue } from './dial-queue.ts';
import { type Next, type Scope, sourceAt } from './scope.ts';

export type DialResult = Record<string, string>;

/** `<Dial>`: with an action the call goes there afterwards, without one to the next verb. */
export async function dial(scope: Scope, verb: XmlElement): Promise<Next> {
  const nouns = elementsOf(verb);
  const action = verb.attributes.action
    ? sourceAt(scope, verb.attributes.action, verb.attributes.method)
    : null;
  const conference = nouns.find(({ name }) => name === 'Conference');
  const queue = nouns.find(({ name }) => name === 'Queue');

  let result: DialResult | null;
  if (conference) result = await dialConference(scope, verb, conference, action);
  else if (queue) result = await dialQueue(scope, queue);
  else {
    const bare = textOf({ ...verb, children: verb.children.filter((child) => typeof child === 'string') });
    const targets = bare ? [{ name: 'Number', attributes: {}, children: [bare] }] : nouns;
    result = await dialPhones(scope, verb, targets);
  }
  if (!result || !action) return 'next';
  return { ...action, parameters: result };
}
