'use client';

import { LaterCallRows } from '@/components/calls/call-bar';
import { LaterConsultChoice } from '@/components/calls/control/consult-dialog';
import { LaterDeclineQuestion } from '@/components/calls/decline-dialog';
import { LaterCallDesk } from '@/components/calls/desk/later-call-desk';
import { LaterDialForm } from '@/components/calls/outgoing/dial-menu';
import { LaterRingPanel } from '@/components/calls/ring/ring-menu';
import { LaterDevicePanel } from '@/components/phone/phone-menu';
import { LaterReactionCard } from '@/components/reactions/later-reaction-card';
import { LaterHotkeyList } from '@/components/shell/hotkeys-dialog';
import { LaterHelpWords } from '@/components/supervision/help-control';
import { LaterAlertDialogWindow } from '@/components/ui/alert-dialog';
import { LaterDialogWindow } from '@/components/ui/dialog';
import { later } from '@/components/ui/later';
import { LaterMenuWindow } from '@/components/ui/menu';
import { LaterPopoverWindow } from '@/components/ui/popover';
import { LaterTooltipWindow } from '@/components/ui/tooltip';

export const SearchDialog = later(() =>
  import('@/components/search/search-dialog').then(({ SearchDialog }) => SearchDialog),
);
export const SavesDialog = later(() =>
  import('@/components/saves/saves-dialog').then(({ SavesDialog }) => SavesDialog),
);
export const LeaveDialog = later(() =>
  import('@/components/saves/leave-dialog').then(({ LeaveDialog }) => LeaveDialog),
);

/** What is opened over any page, in the order in which it is wanted: what a call needs comes first. */
export const openedParts = [
  LaterCallRows,
  LaterCallDesk,
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
