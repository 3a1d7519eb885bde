import { normaliseName } from '@/lib/domain/counterparties/name';

/** The words an appeal is found by, each once, as searches compare them. */
export const topicWords = (topic: string): string[] => [
  ...new Set(normaliseName(topic).split(' ').filter(Boolean)),
];
