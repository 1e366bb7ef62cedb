import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, mergeRegister } from 'lexical';
import { useEffect, useState } from 'react';
import { readToolbarState, restingState, type ToolbarState } from './toolbar-state.ts';

/** Where the selection of the editor around it stands, and whether there is something to undo. */
export function useToolbarState(): ToolbarState & { canUndo: boolean; canRedo: boolean } {
  const [editor] = useLexicalComposerContext();
  const [state, setState] = useState(restingState);
  const [canUndo, setCanUndo] = useState(false);
  const [canRedo, setCanRedo] = useState(false);
  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState }) => {
          const next = editorState.read(readToolbarState);
          setState((previous) => (JSON.stringify(previous) === JSON.stringify(next) ? previous : next));
        }),
        editor.registerCommand(CAN_UNDO_COMMAND, (can) => (setCanUndo(can), false), COMMAND_PRIORITY_LOW),
        editor.registerCommand(CAN_REDO_COMMAND, (can) => (setCanRedo(can), false), COMMAND_PRIORITY_LOW),
      ),
    [editor],
  );
  return { ...state, canUndo, canRedo };
}
