import { useCall } from '../call-context.ts';
import styles from './stage.module.css';

type Place = { x: number; y: number };

function Pointer({ at: { x, y }, name }: { at: Place; name: string }) {
  return (
    <span className={styles.pointer} style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%` }}>
      <span className={styles.dot} />
      <span className={styles.pointerName}>{name}</span>
    </span>
  );
}

/** Where people point on the shared screen, each with their name. `mine`: where I point, shown without waiting. */
export function Pointers({ mine }: { mine: Place | null }) {
  const pointers = useCall((state) => state.pointers);
  const room = useCall((state) => state.room);
  const me = useCall((state) => state.participantId);
  const named = (id: string | null) => room?.participants.find(({ participantId }) => participantId === id)?.name ?? '';
  return (
    <>
      {[...pointers].map(
        ([participantId, at]) =>
          participantId !== me && <Pointer key={participantId} at={at} name={named(participantId)} />,
      )}
      {mine && <Pointer at={mine} name={named(me)} />}
    </>
  );
}
