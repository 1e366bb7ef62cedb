import type { Message } from '@concertation/shared/contracts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncer } from '../../../ui/index.ts';

/** Tells assistive technology who wrote, each time messages of others arrive; never those that were there already. */
export function useArrivals(
  messages: readonly Message[],
  meId: string,
  nameOf: (accountId: string) => string,
): ReactNode {
  const { t } = useTranslation('messages');
  const { announce, region } = useAnnouncer();
  const until = useRef(messages.at(-1)?.sentAt ?? '');
  useEffect(() => {
    const arrived = messages.filter(({ authorId, sentAt }) => authorId !== meId && sentAt > until.current);
    until.current = messages.at(-1)?.sentAt ?? until.current;
    const names = [...new Set(arrived.map(({ authorId }) => nameOf(authorId)))];
    if (names.length > 0) announce(names.map((name) => t('conversation.arrived', { name })).join('. '));
  });
  return region;
}
