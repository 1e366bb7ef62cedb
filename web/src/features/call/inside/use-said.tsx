import type { Participant, WaitingGuest } from '@concertation/shared/contracts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';
import { whatChanged } from './what-changed.ts';

const nobody: readonly Participant[] = [];
const noGuest: readonly WaitingGuest[] = [];

/** Tells assistive technology who comes, leaves, raises a hand, asks to enter or shares a screen; never one's own acts. */
export function useSaid(): ReactNode {
  const { t } = useTranslation('call');
  const participants = useCall((state) => state.room?.participants ?? nobody);
  const waiting = useCall((state) => state.room?.waiting ?? noGuest);
  const me = useCall((state) => state.participantId);
  const before = useRef({ participants, waiting });
  const [said, setSaid] = useState({ sentence: '', count: 0 });
  useEffect(() => {
    const { current: was } = before;
    before.current = { participants, waiting };
    // What stood when one came in is on the screen; what happens next is said.
    if (was.participants.length === 0) return;
    const sentences = whatChanged(was, { participants, waiting }, me).map(({ kind, names }) => {
      const listed = names.join(', ');
      return kind === 'shares' ? t('said.shares', { name: listed }) : t(`said.${kind}`, { names: listed });
    });
    if (sentences.length > 0) setSaid(({ count }) => ({ sentence: sentences.join(' '), count: count + 1 }));
  }, [participants, waiting, me, t]);
  return (
    <div aria-live="polite">
      <VisuallyHidden key={said.count}>{said.sentence}</VisuallyHidden>
    </div>
  );
}
