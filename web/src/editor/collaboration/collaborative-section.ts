import { sectionRoot, sectionText, tidyBlocks, tidying } from '@concertation/shared/documents';
import {
  type Binding,
  createYjsBinding,
  initLocalState,
  type Provider,
  setLocalStateFocus,
  syncCursorPositions,
  syncLexicalUpdateToYjs,
} from '@lexical/yjs';
import {
  $getRoot,
  BLUR_COMMAND,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_EDITOR,
  FOCUS_COMMAND,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_TAG,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
} from 'lexical';
import * as Y from 'yjs';
import { forgetBinding } from './forget-binding.ts';
import { keepsOthersText } from './keeps-others-text.ts';
import { showRemoteChanges } from './show-remote-changes.ts';

export type CollaborativeSection = {
  undo: Y.UndoManager;
  /** Unbinds, and empties the editor: its content belongs to the document. */
  dispose: () => void;
};

export type CollaborationOptions = {
  editor: LexicalEditor;
  document: Y.Doc;
  section: string;
  provider: Provider;
  /** Where the cursors of the others are drawn; null without a screen. */
  cursors?: HTMLElement | null;
};

function showWhatIsThere(binding: Binding): void {
  const text = binding.root.getSharedType();
  if (text.length === 0) return;
  binding.editor.update(
    () => {
      binding.root.applyChildrenYjsDelta(binding, text.toDelta());
      binding.root.syncChildrenFromYjs(binding);
    },
    { discrete: true, skipTransforms: true, tag: [COLLABORATION_TAG, SKIP_COLLAB_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
}

/**
 * Ties an editor to one section of a document, both ways, with undo of one's own edits only.
 *
 * Not the stock CollaborationPlugin: over a document that already has a text it shows an empty editor, a second mount
 * doubles the text, and undo deletes what a colleague typed. It leans on Yjs and Lexical internals, so their versions
 * are pinned, and a randomised test holds it.
 */
export function bindSection({
  editor,
  document,
  section,
  provider,
  cursors = null,
}: CollaborationOptions): CollaborativeSection {
  const id = sectionRoot(section);
  const shared = sectionText(document, section);
  forgetBinding(shared);
  tidyBlocks(document, shared, [shared]);
  const binding = createYjsBinding({ editor, id, doc: document, docMap: new Map([[id, document]]), rootName: id });
  binding.cursorsContainer = cursors;
  showWhatIsThere(binding);

  // Joining adjacent texts after a colleague's change is nobody's edit: undo must not take it back.
  let joining = false;
  const undo = new Y.UndoManager(shared, {
    trackedOrigins: new Set([binding]),
    deleteFilter: keepsOthersText,
    captureTransaction: () => !joining,
  });

  const onRemote = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.origin === binding) return;
    if (transaction.origin !== tidying)
      tidyBlocks(
        document,
        shared,
        events.map(({ target }) => target as unknown).filter((target) => target instanceof Y.XmlText),
      );
    showRemoteChanges(binding, provider, events, transaction);
  };
  shared.observeDeep(onRemote as Parameters<typeof shared.observeDeep>[0]);

  const showCursors = () => syncCursorPositions(binding, provider);
  provider.awareness.on('update', showCursors);
  initLocalState(provider, '', '', false, {});
  showCursors();

  // Later: the document changes inside a read of the editor, which takes no command.
  const tellHistory = () =>
    queueMicrotask(() => {
      editor.dispatchCommand(CAN_UNDO_COMMAND, undo.undoStack.length > 0);
      editor.dispatchCommand(CAN_REDO_COMMAND, undo.redoStack.length > 0);
    });
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) undo.on(event, tellHistory);

  const focused = (focus: boolean) => () => {
    setLocalStateFocus(provider, '', '', focus, {});
    return false;
  };
  const unregister = mergeRegister(
    editor.registerUpdateListener(
      ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
        if (tags.has(SKIP_COLLAB_TAG)) return;
        if (tags.has(HISTORY_PUSH_TAG) || tags.has(PASTE_TAG)) undo.stopCapturing();
        joining = tags.has(COLLABORATION_TAG) || tags.has(HISTORIC_TAG);
        try {
          syncLexicalUpdateToYjs(
            binding,
            provider,
            prevEditorState,
            editorState,
            dirtyElements,
            dirtyLeaves,
            normalizedNodes,
            tags,
          );
        } finally {
          joining = false;
        }
      },
    ),
    editor.registerCommand(UNDO_COMMAND, () => (undo.undo(), true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => (undo.redo(), true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(FOCUS_COMMAND, focused(true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(BLUR_COMMAND, focused(false), COMMAND_PRIORITY_EDITOR),
  );

  return {
    undo,
    dispose: () => {
      unregister();
      shared.unobserveDeep(onRemote as Parameters<typeof shared.observeDeep>[0]);
      provider.awareness.off('update', showCursors);
      provider.awareness.setLocalState(null);
      undo.destroy();
      binding.root.destroy(binding);
      forgetBinding(shared);
      cursors?.replaceChildren();
      editor.update(() => void $getRoot().clear(), { discrete: true, tag: SKIP_COLLAB_TAG });
    },
  };
}
