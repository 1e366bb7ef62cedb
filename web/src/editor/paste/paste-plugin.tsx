import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getRoot,
  $getSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  TextNode,
} from 'lexical';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/index.ts';
import { cleanHtml } from './clean-html.ts';
import { $insertCleanDocument, $insertCleanText } from './insert-clean.ts';
import { cellLimit, sectionLimit } from './limits.ts';

function transferOf(event: Event): DataTransfer | null {
  return event instanceof ClipboardEvent ? event.clipboardData : null;
}

/** Cleans what is pasted, refuses what is too large, and says what was left out. */
export function PastePlugin() {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const { show } = useToast();
  useEffect(() => {
    let dragging = false;
    const $size = () => $getRoot().getTextContentSize();
    const refuseFull = () => show({ tone: 'danger', message: t('paste.full') });

    const $paste = (transfer: DataTransfer): void => {
      const html = transfer.getData('text/html');
      const text = transfer.getData('text/plain');
      if (!html && !text) {
        if (transfer.files.length > 0) show({ message: t('paste.images') });
        return;
      }
      const clean = html ? cleanHtml(html) : null;
      const length = clean ? (clean.document.body.textContent ?? '').length : text.length;
      if ($size() + length > sectionLimit) return refuseFull();
      if (clean && clean.document.querySelectorAll('td, th').length > cellLimit) {
        show({ tone: 'danger', message: t('paste.table', { count: cellLimit }) });
        return;
      }
      editor.update(
        () => {
          const selection = $getSelection();
          if (clean && selection) $insertCleanDocument(editor, clean.document, selection);
          else $insertCleanText(text);
        },
        { tag: PASTE_TAG },
      );
      if (clean?.images) show({ message: t('paste.images') });
    };

    return mergeRegister(
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const transfer = transferOf(event);
          event.preventDefault();
          if (transfer && editor.isEditable()) $paste(transfer);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(DRAGSTART_COMMAND, () => ((dragging = true), false), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        DROP_COMMAND,
        (event) => {
          const own = dragging;
          dragging = false;
          if (own) return false;
          event.preventDefault();
          show({ message: t('paste.drop') });
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        BEFORE_INPUT_COMMAND,
        (event) => {
          if (!event.inputType.startsWith('insert') || $size() < sectionLimit) return false;
          event.preventDefault();
          refuseFull();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // A style has no meaning that everybody can see; formats do.
      editor.registerNodeTransform(TextNode, (node) => {
        if (node.getStyle() !== '') node.setStyle('');
      }),
    );
  }, [editor, show, t]);
  return null;
}
