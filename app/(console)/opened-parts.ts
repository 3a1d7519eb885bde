'use client';

import { LaterCallRows } from '@/components/calls/call-bar';
import { LaterCallDesk } from '@/components/calls/desk/later-call-desk';
import { LaterConsultChoice, LaterDeclineQuestion, LaterHelpWords } from '@/components/calls/later-questions';
import { LaterDialForm } from '@/components/calls/outgoing/dial-menu';
import { LaterRingPanel } from '@/components/calls/ring/ring-menu';
import { LaterDevicePanel } from '@/components/phone/phone-menu';
import { LaterReactionCard } from '@/components/reactions/later-reaction-card';
import { LaterHotkeyList } from '@/components/shell/hotkeys-dialog';
import { LaterAlertDialogWindow } from '@/components/ui/alert-dialog';
import { LaterDialogWindow } from '@/components/ui/dialog';
import { later } from '@/components/ui/later';
import { LaterMenuWindow } from '@/components/ui/menu';
import { LaterPopoverWindow } from '@/components/ui/popover';
import { LaterTooltipWindow } from '@/components/ui/tooltip';
import { fetchAgentPhone } from '@/lib/twilio/later-phone';

export const ConsoleAlerts = later(() =>
  import('./console-alerts').then(({ ConsoleAlerts }) => ConsoleAlerts),
);
export const SearchDialog = later(
  () => import('@/components/search/search-dialog').then(({ SearchDialog }) => SearchDialog),
  { isTypedInto: true },
);
export const SavesDialog = later(() =>
  import('@/components/saves/saves-dialog').then(({ SavesDialog }) => SavesDialog),
);
export const LeaveDialog = later(() =>
  import('@/components/saves/leave-dialog').then(({ LeaveDialog }) => LeaveDialog),
);

/** What is opened over any page or works in it unseen, in the order in which it is wanted: what a call needs comes first. */
export const openedParts = [
  LaterCallRows,
  LaterCallDesk,
  { fetch: fetchAgentPhone },
  LaterAlertDialogWindow,
  LaterDeclineQuestion,
  LaterConsultChoice,
  LaterDialogWindow,
  LaterPopoverWindow,
  LaterHelpWords,
  LaterMenuWindow,
  LaterTooltipWindow,
  LaterReactionCard,
  LaterDialForm,
  LaterDevicePanel,
  LaterRingPanel,
  SearchDialog,
  SavesDialog,
  LeaveDialog,
  LaterHotkeyList,
];
