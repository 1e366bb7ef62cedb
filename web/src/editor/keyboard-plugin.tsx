import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, KEY_ESCAPE_COMMAND, mergeRegister } from 'lexical';
import { type RefObject, useEffect } from 'react';
import { shortcutOf } from './toolbar/shortcuts.ts';
import { runAction } from './toolbar/run-action.ts';

/** Escape leaves the text for the section around it, Alt+F10 goes to the toolbar, and the toolbar's own shortcuts. */
export function KeyboardPlugin({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          KEY_ESCAPE_COMMAND,
          () => {
            frame.current?.focus();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            if (event.altKey && event.key === 'F10') {
              frame.current?.querySelector<HTMLElement>('[role="toolbar"] button:not(:disabled)')?.focus();
              event.preventDefault();
              return true;
            }
            const action = editor.isEditable() ? shortcutOf(event) : null;
            if (!action) return false;
            event.preventDefault();
            runAction(editor, action);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, frame],
  );
  return null;
}
