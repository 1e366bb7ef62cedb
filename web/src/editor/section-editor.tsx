import { richTextNodes } from '@concertation/shared/documents';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { TablePlugin } from '@lexical/react/LexicalTablePlugin';
import { useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentHandle } from '../sync/index.ts';
import { classNames, Spinner, VisuallyHidden } from '../ui/index.ts';
import { CollaborationPlugin } from './collaboration/collaboration-plugin.tsx';
import { KeyboardPlugin } from './keyboard-plugin.tsx';
import { LinkPlugin } from './link-plugin.tsx';
import { PastePlugin } from './paste/paste-plugin.tsx';
import { SectionToolbar } from './toolbar/section-toolbar.tsx';
import styles from './section-editor.module.css';
import { sectionTheme } from './section-theme.ts';

export type SectionEditorProps = {
  handle: DocumentHandle;
  /** The section's name in the document, as in `caseSections`. */
  section: string;
  /** The heading above the text, which also names the editor. */
  label: string;
  /** The heading's level in the page, 3 unless told. */
  level?: 2 | 3 | 4;
  /** Read only whatever the rights. */
  readOnly?: boolean;
  placeholder?: string;
};

/** One rich-text section of a live document, with its heading, its toolbar and the cursors of the others. */
export function SectionEditor({
  handle,
  section,
  label,
  level = 3,
  readOnly = false,
  placeholder,
}: SectionEditorProps) {
  const { t } = useTranslation('editor');
  const titleId = useId();
  const helpId = useId();
  const frame = useRef<HTMLElement>(null);
  const cursors = useRef<HTMLDivElement>(null);
  const Heading = `h${level}` as const;
  const writes = handle.role === 'writer' && handle.withdrawn === null && !readOnly;
  const editable = handle.editable && writes;
  const initialConfig = useMemo(
    () => ({
      namespace: 'concertation',
      nodes: richTextNodes,
      theme: sectionTheme,
      editable: false,
      editorState: null,
      onError: (error: Error) => {
        throw error;
      },
    }),
    [],
  );
  return (
    <LexicalComposer initialConfig={initialConfig}>
      <div className={styles.frame}>
        <section
          ref={frame}
          aria-labelledby={titleId}
          tabIndex={-1}
          className={classNames(styles.section, !editable && styles.readOnly)}
        >
          <div className={styles.head}>
            <Heading id={titleId} className={styles.label}>
              {label}
            </Heading>
            {editable && (
              <div className={styles.tools}>
                <SectionToolbar label={t('toolbar.label', { section: label })} />
              </div>
            )}
          </div>
          <div className={styles.page}>
            {!handle.synced && <Spinner label={t('opening')} />}
            <RichTextPlugin
              contentEditable={
                <ContentEditable
                  className={styles.text}
                  ariaLabelledBy={titleId}
                  aria-describedby={editable ? helpId : undefined}
                  aria-multiline="true"
                  aria-readonly={!editable}
                  spellCheck
                  lang="fr"
                  tabIndex={0}
                  data-section={section}
                />
              }
              placeholder={
                <p className={styles.placeholder} aria-hidden="true">
                  {handle.synced ? (editable ? (placeholder ?? t('placeholder')) : t('empty')) : ''}
                </p>
              }
              ErrorBoundary={LexicalErrorBoundary}
            />
            <div ref={cursors} className={styles.cursors} aria-hidden="true" />
          </div>
          {editable && (
            <VisuallyHidden>
              <span id={helpId}>{t('keyboardHelp')}</span>
            </VisuallyHidden>
          )}
        </section>
      </div>
      <CollaborationPlugin handle={handle} section={section} writes={writes} editable={editable} cursors={cursors} />
      <ListPlugin />
      <LinkPlugin />
      <TablePlugin hasTabHandler={false} hasCellBackgroundColor={false} hasHorizontalScroll />
      <PastePlugin />
      <KeyboardPlugin frame={frame} />
    </LexicalComposer>
  );
}
