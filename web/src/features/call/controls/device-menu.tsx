import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { classNames, Icon, Menu } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import type { DeviceKind } from '../call-state.ts';
import styles from './controls.module.css';
import { useDeviceChoices } from './use-device-choices.ts';

/** The devices of one kind, opened by the arrow beside their command. */
export function DeviceMenu({ kind, label }: { kind: Exclude<DeviceKind, 'speaker'>; label: string }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const chosen = useCall((state) => state.devices.chosen[kind]);
  const { choices, toDevice } = useDeviceChoices(kind);
  return (
    <Menu
      label={label}
      placement="bottom"
      trigger={
        <Button className={classNames(styles.control, styles.choose)} aria-label={label}>
          <Icon name="chevronDown" size={16} />
        </Button>
      }
      groups={[
        {
          id: 'devices',
          title: t(`greenRoom.${kind}`),
          selected: chosen ?? 'system',
          entries: choices.map((choice) => ({
            ...choice,
            onAction: () => void call.choose(kind, toDevice(choice.id)),
          })),
        },
      ]}
    />
  );
}
