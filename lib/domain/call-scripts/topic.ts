import type { Purpose } from './conversation';
import type { Project } from './draft';

const callBackTopic = 'просьба перезвонить';

/** Of the next reaction that a parcel arrives (ON-5). */
export const deliveryTopic = 'доставка посылки';

const topics: Partial<Record<Purpose, (about: string) => string>> = {
  commercial: (about) => (about ? `запрос цен по ${about}` : 'запрос цен'),
  salesManager: () => callBackTopic,
  employee: () => callBackTopic,
  support: (about) => (about ? `вопрос техподдержке по ${about}` : 'вопрос техподдержке'),
  cooperation: (about) =>
    about ? `предложение о сотрудничестве по ${about}` : 'предложение о сотрудничестве',
  unclear: (about) => (about ? `вопрос руководству по ${about}` : 'вопрос руководству'),
  agreement: (about) => (about ? `договорённость по ${about}` : 'договорённость'),
  welcome: (about) => (about ? `знакомство с клиентом по ${about}` : 'знакомство с клиентом'),
  callLater: () => callBackTopic,
  complaint: (about) => (about ? `рекламация по ${about}` : 'рекламация'),
};

/** CARD: the topic a new appeal is prefilled with. Topics are Russian in every language of the screen. */
export function suggestTopic(purpose: Purpose | null, project: Project | null): string {
  return (purpose && topics[purpose]?.(project?.name ?? '')) ?? '';
}
