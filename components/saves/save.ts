import type { ApiError, UnansweredChange } from '@/components/api-error';

/** What was typed into a form, to be put back where it was typed. */
export type KeptText = { subject: string; text: string };

/** A change that a person has pressed and the server has not answered yet. */
export type Save = {
  /** In the order of the presses. */
  id: string;
  personId: string;
  /** The page that sends it; when that page is gone, another one of the same person takes it over. */
  pageId: string;
  /** What it is about, for whatever must not be sent twice or follows it. */
  lane: string;
  request: UnansweredChange;
  /** What was pressed, in words. */
  about: string;
  /** Where it was pressed; null when there is nothing to open. */
  href: string | null;
  form: KeptText | null;
  /** Of the press, epoch ms of this device. */
  at: number;
  /** From then on it is not sent by itself any more: nobody means it still. */
  goodUntil: number;
  /** It may have reached the server: its words stay as they are. */
  isAttempted: boolean;
  /** How often the server failed at it. */
  failures: number;
  refusal: Refused | null;
};

export type Refused = Pick<ApiError, 'code' | 'status' | 'fields' | 'details'>;

export type SaveStore = {
  put(save: Save): Promise<void>;
  remove(id: string): Promise<void>;
  /** The person's saves whose page is gone, from now on this page's; another person's are neither read nor moved. */
  takeOver(personId: string, pageId: string): Promise<Save[]>;
};

/** Whether it waits to be sent; a refused one waits for its person. */
export const isWaiting = (save: Save) => save.refusal === null;
