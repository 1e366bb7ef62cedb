import { useRef, useState } from 'react';
import { ComboField, type ComboFieldProps } from '../../../ui/index.ts';

/**
 * A search that adds what is chosen to a list, then starts again, empty and still under the fingers. A new box each
 * time: one that is emptied while it has the focus opens its list again, over what was just added.
 */
export function AddingField({
  onTextChange,
  onAdd,
  ...field
}: Omit<ComboFieldProps, 'onClear' | 'chosenId' | 'onChoose'> & { onAdd: (id: string) => void }) {
  const [turn, setTurn] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const choose = (id: string) => {
    onAdd(id);
    onTextChange('');
    setTurn(turn + 1);
    setTimeout(() => place.current?.querySelector('input')?.focus());
  };
  return (
    <div ref={place}>
      <ComboField
        key={turn}
        {...field}
        onTextChange={onTextChange}
        chosenId={null}
        onChoose={choose}
        onClear={() => onTextChange('')}
      />
    </div>
  );
}
