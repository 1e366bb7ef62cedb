import type { ReactNode } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './file-drop.module.css';

export type FileDropProps = {
  /** Names the zone: what to bring here. */
  label: string;
  /** On the button that opens the system's chooser. */
  choose: string;
  onFiles: (files: File[]) => void;
  /** Extensions that the chooser proposes first, as in `.pdf`. */
  extensions?: readonly string[];
  /** One file is chosen; of several dropped, whoever takes them takes the first. */
  single?: boolean;
  /** Takes less room: beside a field. */
  compact?: boolean;
  children?: ReactNode;
};

/** Where files are dropped, pasted (with the focus on it), or chosen with a button. Folders are left out. */
export function FileDrop({
  label,
  choose,
  onFiles,
  extensions,
  single = false,
  compact = false,
  children,
}: FileDropProps) {
  const take = async (items: readonly { kind: string; getFile?: () => Promise<File> }[]) => {
    const files = await Promise.all(items.flatMap(({ getFile }) => (getFile ? [getFile()] : [])));
    if (files.length > 0) onFiles(files);
  };
  return (
    <DropZone
      aria-label={label}
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => void take(items)}
      className={classNames(styles.zone, compact && styles.compact)}
    >
      <FileTrigger
        allowsMultiple={!single}
        {...(extensions ? { acceptedFileTypes: extensions } : {})}
        onSelect={(chosen) => chosen && onFiles([...chosen])}
      >
        <Button icon="add" size={compact ? 'small' : 'medium'}>
          {choose}
        </Button>
      </FileTrigger>
      <div className={styles.words}>{children}</div>
    </DropZone>
  );
}
