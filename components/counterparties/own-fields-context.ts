'use client';

import { createContext } from 'react';
import type { CardPage } from '@/lib/domain/counterparties/card-page';

/** The own fields of the card on this screen, by which its history names them. */
export const OwnFieldsContext = createContext<CardPage['card']['ownFields']>([]);
