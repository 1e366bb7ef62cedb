import type { Provider, UserState } from '@lexical/yjs';
import type { Awareness } from 'y-protocols/awareness';

/** One person's state in a document: who they are, written by the server, and a cursor for each section. */
type PersonState = { user?: { name?: string; color?: string }; sections?: Record<string, UserState> };

/** A cursor follows the typing at this pace, in milliseconds; the text itself is not delayed. */
const cursorPace = 80;

/**
 * What @lexical/yjs takes for a provider, for one section: it would otherwise write the whole awareness state, and one
 * document has several sections. It only carries cursors; connecting is the channel's affair. Names and colours come
 * from what the server wrote, whatever the state itself says.
 */
export function sectionProvider(awareness: Awareness, section: string): Provider {
  const states = () => awareness.getStates() as Map<number, PersonState>;
  let mine: UserState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    if (awareness.getLocalState() === null) return;
    const { [section]: _replaced, ...others } = states().get(awareness.clientID)?.sections ?? {};
    awareness.setLocalStateField('sections', mine ? { ...others, [section]: mine } : others);
  };
  const setLocalState = (cursor: UserState | null) => {
    mine = cursor && { ...cursor };
    if (mine) timer ??= setTimeout(send, cursorPace);
    else send();
  };
  return {
    awareness: {
      getLocalState: () => mine,
      setLocalState,
      setLocalStateField: (field, value) => mine && setLocalState({ ...mine, [field]: value }),
      // Those of the others: one's own is the caret.
      getStates: () => {
        const shown = new Map<number, UserState>();
        for (const [client, { user, sections }] of states()) {
          const cursor = sections?.[section];
          if (cursor && user?.name && client !== awareness.clientID)
            shown.set(client, { ...cursor, name: user.name, color: user.color ?? '#666666' });
        }
        return shown;
      },
      on: (event, callback) => awareness.on(event, callback),
      off: (event, callback) => awareness.off(event, callback),
    },
    connect: () => undefined,
    disconnect: () => undefined,
    on: () => undefined,
    off: () => undefined,
  };
}
