import { fieldsMap, sectionText } from '@concertation/shared/documents';
import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { refreshFacts, useRead } from '../../../api/index.ts';
import type { DocumentHandle } from '../../../sync/index.ts';

/** After the last keystroke: whoever writes the decision is not interrupted, and everybody sees it soon enough. */
const settledMs = 800;

/** Tells whether the decision is still the one that was looked at; the server alone says its words. */
const fingerprint = (document: Y.Doc): string =>
  JSON.stringify([sectionText(document, 'proposal').toString(), fieldsMap(document).toJSON()]);

/**
 * The decision's words and what was said of them, asked again when the decision changes in the live document, once it is
 * saved, and when rows behind the report change.
 */
export function useReadBack(reportId: string, handle: DocumentHandle): ReturnType<typeof useRead<'readReadBack'>> {
  const read = useRead('readReadBack', { params: { reportId } });
  const { document, onFacts, saveState } = handle;
  const saving = useRef(false);
  const askAgain = useRef<() => void>(() => undefined);

  useEffect(() => onFacts(() => void refreshFacts('readReadBack', { params: { reportId } })), [onFacts, reportId]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = fingerprint(document);
    askAgain.current = () => {
      const now = fingerprint(document);
      // Not yet durable: asked for once it is.
      if (saving.current || now === seen) return;
      seen = now;
      void refreshFacts('readReadBack', { params: { reportId } });
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(askAgain.current, settledMs);
    };
    document.on('update', changed);
    return () => {
      document.off('update', changed);
      clearTimeout(timer);
    };
  }, [document, reportId]);

  const isOpen = saveState === 'saved' || saveState === 'read_only';
  useEffect(() => {
    saving.current = saveState === 'saving' || saveState === 'waiting_storage';
    if (isOpen) askAgain.current();
  }, [saveState, isOpen]);

  return read;
}
