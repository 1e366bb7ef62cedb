import type { ReactNode } from 'react';
import { DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './order-list.module.css';

export type OrderListProps<Item extends { id: string }> = {
  label: string;
  items: readonly Item[];
  /** What each control says: the row's name, « take », « up », « down ». */
  words: (item: Item) => { name: string; drag: string; up: string; down: string };
  /** The item asked for comes at this place (0 is the first). */
  onMove: (id: string, place: number) => void;
  children: (item: Item, index: number) => ReactNode;
};

/**
 * A list whose rows change places: dragged with a mouse or a finger, taken with the keyboard at their handle (Enter,
 * arrows, Enter), or moved one step by their arrows.
 */
export function OrderList<Item extends { id: string }>({
  label,
  items,
  words,
  onMove,
  children,
}: OrderListProps<Item>) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['move'],
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map(String);
      const others = items.filter(({ id }) => id !== moved);
      const at = others.findIndex(({ id }) => id === target.key);
      if (moved !== undefined && at !== -1) onMove(moved, target.dropPosition === 'after' ? at + 1 : at);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.drop ?? ''} />,
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      dependencies={[items, children]}
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      className={styles.list ?? ''}
    >
      {(item) => {
        const { name, drag, up, down } = words(item);
        const at = items.indexOf(item);
        return (
          <GridListItem id={item.id} textValue={name} className={styles.row ?? ''}>
            <Button slot="drag" size="small" variant="quiet" icon="grip" aria-label={drag} className={styles.handle} />
            <span className={styles.words}>{children(item, at)}</span>
            <span className={styles.moves}>
              <Button
                size="small"
                variant="quiet"
                icon="chevronUp"
                aria-label={up}
                onPress={() => onMove(item.id, at - 1)}
              />
              <Button
                size="small"
                variant="quiet"
                icon="chevronDown"
                aria-label={down}
                onPress={() => onMove(item.id, at + 1)}
              />
            </span>
          </GridListItem>
        );
      }}
    </GridList>
  );
}
