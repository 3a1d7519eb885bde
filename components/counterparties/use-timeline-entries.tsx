'use client';

import {
  FileText,
  FolderCheck,
  FolderInput,
  FolderOpen,
  Mail,
  Paperclip,
  Pencil,
  PhoneIncoming,
  PhoneOutgoing,
  ShieldCheck,
  ShoppingCart,
  Smile,
  SquareX,
  StickyNote,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { FileLink } from '@/components/attachments/file-link';
import { useSizeWords } from '@/components/attachments/use-size-words';
import { LetterState } from '@/components/letters/letter-state';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { ChangedFieldList } from '@/components/reactions/changed-field-list';
import { TextLink } from '@/components/ui/text-link';
import type { TimelineEntry as DrawnEntry } from '@/components/ui/timeline';
import type { TimelineEntry } from '@/lib/domain/counterparties/card-timeline';
import { useCardFieldWords } from './use-card-field-words';

type Entry<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;
type Drawn = Omit<DrawnEntry, 'key' | 'time'>;

/** Draws the entries of a card's timeline. */
export function useTimelineEntries(): (entry: TimelineEntry) => DrawnEntry {
  const t = useTranslations('counterparties');
  const reactions = useTranslations('reactions');
  const rounds = useTranslations('rounds');
  const folders = useTranslations('folders');
  const format = useFormatter();
  const purchases = useTranslations('purchases');
  const sums = useSumWords();
  const size = useSizeWords();
  const fieldWords = useCardFieldWords();

  const appealLink = ({ id, number }: { id: string; number: number }) => (
    <TextLink href={`/appeals/${id}`}>{reactions('appealNumber', { number: String(number) })}</TextLink>
  );
  const line = (...parts: ReactNode[]) =>
    parts.filter(Boolean).map((part, index) => (
      <span key={index}>
        {index > 0 ? ' · ' : null}
        {part}
      </span>
    ));

  const call = ({ call: { id, direction, outcome, mayReview, employeeName } }: Entry<'call'>): Drawn => {
    const isOurs = direction === 'outbound';
    const words = `${t(isOurs ? 'callOutgoing' : 'call')}: ${t(`callOutcome.${outcome ?? 'open'}`)}`;
    return {
      icon: isOurs ? <PhoneOutgoing /> : <PhoneIncoming />,
      tone: outcome === 'missed' || outcome === 'abandoned' ? 'danger' : 'plain',
      title: mayReview ? <TextLink href={`/calls/${id}`}>{words}</TextLink> : words,
      detail: employeeName,
    };
  };
  const reaction = ({
    reaction: { type, topic, note, employee, appeal, callId, mayReviewCall, letter },
  }: Entry<'reaction'>): Drawn => ({
    icon: type === 'letterIn' || type === 'letterOut' ? <Mail /> : <StickyNote />,
    tone: type === 'complaint' || letter?.state === 'failed' ? 'danger' : 'accent',
    title: `${reactions(`types.${type}`)}: ${topic}`,
    detail: (
      <>
        {line(
          employee.name,
          appealLink(appeal),
          callId && mayReviewCall ? <TextLink href={`/calls/${callId}`}>{t('ofCall')}</TextLink> : null,
        )}
        {letter ? <LetterState letter={letter} /> : null}
        {note ? <span className="block whitespace-pre-line">{note}</span> : null}
      </>
    ),
  });
  const appealOpened = ({ appeal, employeeName }: Entry<'appealOpened'>): Drawn => ({
    icon: <FolderOpen />,
    title: t('appealOpened', { topic: appeal.topic }),
    detail: line(employeeName, appealLink(appeal)),
  });
  const appealClosed = ({ appeal, employeeName, reason }: Entry<'appealClosed'>): Drawn => ({
    icon: <FolderCheck />,
    title: t('appealClosed', { topic: appeal.topic }),
    detail: line(employeeName, appealLink(appeal), reason && `«${reason}»`),
  });
  const nextReactionClosed = (entry: Entry<'nextReactionClosed'>): Drawn => ({
    icon: <SquareX />,
    title: t('nextReactionClosed', { topic: entry.topic }),
    detail: line(
      entry.employeeName,
      entry.appeal && appealLink(entry.appeal),
      entry.reason && `«${entry.reason}»`,
    ),
  });
  const file = ({ file: attached }: Entry<'file'>): Drawn => ({
    icon: <Paperclip />,
    title: <FileLink file={attached} />,
    detail: line(size(attached.byteLength), attached.createdBy?.name),
  });
  const purchase = ({ purchase: bought }: Entry<'purchase'>): Drawn => ({
    icon: <ShoppingCart />,
    tone: 'accent',
    title: t('bought', {
      what: [bought.project?.name, sums.sum(bought.sumKopecks)].filter(Boolean).join(', '),
    }),
    detail: line(
      sums.day(bought.boughtOn),
      purchases(bought.paidOn ? 'paid' : 'unpaid', { date: bought.paidOn ? sums.day(bought.paidOn) : '' }),
      bought.contractNumber && purchases('contractNumber', { number: bought.contractNumber }),
      bought.createdBy?.name,
    ),
  });
  const complaintClosed = ({ complaint, employeeName, reason }: Entry<'complaintClosed'>): Drawn => ({
    icon: <ShieldCheck />,
    title: (
      <TextLink href={`/complaints/${complaint.id}`}>
        {t('complaintClosed', { number: String(complaint.number) })}
      </TextLink>
    ),
    detail: line(employeeName, reason && `«${reason}»`),
  });
  const round = ({ round: { id, state }, employeeName }: Entry<'round'>): Drawn => ({
    icon: <Smile />,
    tone: state === 'dissatisfied' ? 'danger' : 'plain',
    title: (
      <TextLink href={`/rounds/${id}`}>{t('roundEnded', { state: rounds(`states.${state}`) })}</TextLink>
    ),
    detail: employeeName,
  });
  const folder = ({ folder: { id, number }, employeeName }: Entry<'folder'>): Drawn => ({
    icon: <FolderInput />,
    tone: 'accent',
    title: <TextLink href={`/folders/${id}`}>{t('folderHandedOver', { number: String(number) })}</TextLink>,
    detail: employeeName,
  });
  const document = ({ document: { title, folder }, employeeName }: Entry<'document'>): Drawn => ({
    icon: <FileText />,
    title: t('documentMade', { title }),
    detail: line(
      folder ? (
        <TextLink href={`/folders/${folder.id}`}>
          {folders('numbered', { number: String(folder.number) })}
        </TextLink>
      ) : null,
      employeeName,
    ),
  });
  const change = ({ change: changed }: Entry<'change'>): Drawn => ({
    icon: <Pencil />,
    title: t('cardChanged', { who: changed.employeeName ?? t('systemChange') }),
    detail: <ChangedFieldList change={changed} {...fieldWords} />,
  });

  const draw = (entry: TimelineEntry): Drawn => {
    switch (entry.kind) {
      case 'call':
        return call(entry);
      case 'reaction':
        return reaction(entry);
      case 'appealOpened':
        return appealOpened(entry);
      case 'appealClosed':
        return appealClosed(entry);
      case 'nextReactionClosed':
        return nextReactionClosed(entry);
      case 'file':
        return file(entry);
      case 'purchase':
        return purchase(entry);
      case 'complaintClosed':
        return complaintClosed(entry);
      case 'round':
        return round(entry);
      case 'folder':
        return folder(entry);
      case 'document':
        return document(entry);
      case 'change':
        return change(entry);
    }
  };
  return (entry) => ({ key: entry.id, time: format.dateTime(entry.at, 'dateTime'), ...draw(entry) });
}
