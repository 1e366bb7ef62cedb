import type { Participant } from '@concertation/shared/contracts';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/index.ts';
import { useCall, useCallScreen } from '../call-context.ts';
import { cutFaces, orderFaces, whoShares } from './order-participants.ts';
import { SharedPreview } from './shared-preview.tsx';
import styles from './strip.module.css';
import { Tile } from './tile.tsx';
import { useSpoke } from './use-spoke.ts';

/** Width of a face and of the gap after it, in CSS pixels. */
const pitch = 144;
/** Room for « et 8 autres ». */
const counted = 92;
/** Faces shown at most: each is a video to receive and to draw (product.md §0.10). */
const most = 8;
const nobody: readonly Participant[] = [];

/** How many faces hold in the width that the commands leave. */
function usePlaces(strip: RefObject<HTMLElement | null>): number {
  const [places, setPlaces] = useState(3);
  useEffect(() => {
    const { current: measured } = strip;
    if (!measured) return;
    const observer = new ResizeObserver(() =>
      setPlaces(Math.min(Math.max(Math.floor((measured.clientWidth - counted) / pitch), 1), most)),
    );
    observer.observe(measured);
    return () => observer.disconnect();
  }, [strip]);
  return places;
}

/** Faces in a row beside the sheet, who speaks first; the others are counted, and heard. The shared screen takes a place. */
export function Strip({ places: given }: { places?: number | undefined }) {
  const { t } = useTranslation('call');
  const { setSide } = useCallScreen();
  const strip = useRef<HTMLUListElement>(null);
  const measured = usePlaces(strip);
  const participants = useCall((state) => state.room?.participants ?? nobody);
  const me = useCall((state) => state.participantId);
  const spoke = useSpoke();
  const sharing = whoShares(participants);
  const places = given ?? measured - (sharing && measured > 2 ? 1 : 0);
  const { faces, hidden } = cutFaces(orderFaces(participants, spoke, me), places, me);
  return (
    <ul ref={strip} className={styles.strip} aria-label={t('area.faces')} data-single={given === 1 || undefined}>
      {sharing && given === undefined && (
        <li>
          <SharedPreview seat={sharing} />
        </li>
      )}
      {faces.map((seat) => (
        <li key={seat.participantId}>
          <Tile seat={seat} size="small" />
        </li>
      ))}
      {hidden > 0 && given === undefined && (
        <li className={styles.more}>
          <Button size="small" variant="quiet" onPress={() => setSide('participants')}>
            {t('area.more', { count: hidden })}
          </Button>
        </li>
      )}
    </ul>
  );
}
