import { Button } from '../../../ui/index.ts';
import styles from './chips.module.css';

/** Things chosen one by one, each with a button that takes it away. */
export function Chips({
  label,
  items,
  removeLabel,
  onRemove,
}: {
  /** What the list is, for assistive technology. */
  label: string;
  items: readonly { id: string; label: string }[];
  removeLabel: (label: string) => string;
  onRemove: (id: string) => void;
}) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles.chip}>
          {item.label}
          <Button
            variant="quiet"
            size="small"
            icon="close"
            aria-label={removeLabel(item.label)}
            onPress={() => onRemove(item.id)}
          />
        </li>
      ))}
    </ul>
  );
}
