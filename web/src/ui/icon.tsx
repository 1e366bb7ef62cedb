/** Own drawings, 20 × 20, one stroke. An icon never carries a meaning alone: words stand beside it or name its button. */
const drawings = {
  add: 'M10 4v12M4 10h12',
  back: 'M12 4l-6 6 6 6',
  bell: 'M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4 1.5 5 1.5 5H4s1.5-1 1.5-5zM8.3 16a1.8 1.8 0 0 0 3.4 0',
  bold: 'M6.5 4h4.4a2.9 2.9 0 0 1 0 5.8H6.5zM6.5 9.8h5.2a3.1 3.1 0 0 1 0 6.2H6.5z',
  building: 'M5 17V3.5h10V17M3 17h14M8.5 17v-3.5h3V17M8 7h.1M12 7h.1M8 10.2h.1M12 10.2h.1',
  calendar: 'M4 5.5h12v11H4zM4 9h12M7 3v4M13 3v4',
  camera: 'M3 6h9.5v8H3zM12.5 9.2l4.5-2.4v6.4l-4.5-2.4',
  cameraOff: 'M6.5 6h6v5.5M12.5 9.2l4.5-2.4v6.4l-3-1.6M11 14H3V6h.5M3 3l14 14',
  check: 'M4 10.5l4 4 8-9',
  chevronDown: 'M5 8l5 5 5-5',
  chevronRight: 'M8 5l5 5-5 5',
  chevronUp: 'M5 12l5-5 5 5',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM10 6v4l2.6 1.8',
  close: 'M5 5l10 10M15 5L5 15',
  cohort:
    'M8.5 6.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM15.5 6.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM8.5 13.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM15.5 13.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  connection: 'M2.5 10.5h3.2L8 5l4 10.5 2.2-5h3.3',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  document: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5M7.5 13h5',
  download: 'M10 3v10M6 9.5l4 4 4-4M4 16.5h12',
  edit: 'M4 16l.8-3.4L13 4.4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3L7.4 15.2z',
  fullScreen: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  grip: 'M7.5 5h.1M12.5 5h.1M7.5 10h.1M12.5 10h.1M7.5 15h.1M12.5 15h.1',
  hand: 'M6 11V5.8a1.1 1.1 0 0 1 2.2 0V9V4.2a1.1 1.1 0 0 1 2.2 0V9V4.8a1.1 1.1 0 0 1 2.2 0V10V7.2a1.1 1.1 0 0 1 2.2 0V12c0 3-1.8 5-4.6 5-2.2 0-3.2-1-4.3-2.8L3.9 11.3a1.1 1.1 0 0 1 1.9-1.1z',
  hangUp: 'M2.5 12.2c-.4-2.6 3-5.2 7.5-5.2s7.9 2.6 7.5 5.2l-.2 1-3.9-.8-.3-2.3c-2-.7-4.2-.7-6.2 0l-.3 2.3-3.9.8z',
  heading: 'M5 4v12M15 4v12M5 10h10',
  help: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM7.9 8.2a2.1 2.1 0 1 1 3.3 1.7c-.8.5-1.2.9-1.2 1.8M10 14v.1',
  info: 'M10 9v5M10 6.2v.3M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  italic: 'M8.5 4h6M5.5 16h6M12 4L8 16',
  key: 'M12.5 11.5a4 4 0 1 0-3.6-2.2L3 15.2V17h3v-2h2v-2h1.4zM13.6 6.4v.2',
  language: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM3.2 9h13.6M3.2 12h13.6M10 3c-4 4.5-4 9.5 0 14M10 3c4 4.5 4 9.5 0 14',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  list: 'M8 5.5h8M8 10h8M8 14.5h8M4.2 5.5h.1M4.2 10h.1M4.2 14.5h.1',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  mail: 'M3 5h14v10.5H3zM3.3 5.4L10 11l6.7-5.6',
  microphone: 'M7.5 5.5a2.5 2.5 0 0 1 5 0v4a2.5 2.5 0 0 1-5 0zM4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5',
  microphoneOff:
    'M12.5 8V5.5a2.5 2.5 0 0 0-4.8-1M7.5 7.5v2a2.5 2.5 0 0 0 3.8 2.1M4.5 9.5A5.5 5.5 0 0 0 13.4 14M15.3 11a5.5 5.5 0 0 0 .2-1.5M10 15v2.5M3 3l14 14',
  mute: 'M3.5 8v4H6l4 3.5v-11L6 8zM13 8l4 4M17 8l-4 4',
  more: 'M5.1 10a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0zM10.6 10a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0zM16.1 10a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0z',
  numberedList: 'M9 5.5h7M9 10h7M9 14.5h7M4 4.2l1-.7v4M3.8 11.8c.4-.9 2-.8 2 .3 0 .8-2 1.7-2 2.4h2.2',
  opinion: 'M3.5 4.5h13v9H10l-3.8 3v-3H3.5zM7 8h6M7 10.6h4',
  patients: 'M4.5 3h11v14h-11zM12 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM6.8 14c.4-1.8 1.6-2.6 3.2-2.6s2.8.8 3.2 2.6',
  person: 'M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM4 17c.6-3.4 3-5 6-5s5.4 1.6 6 5',
  pause: 'M7 4.5v11M13 4.5v11',
  people:
    'M10.5 7.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM2.5 16c.5-2.8 2.6-4.2 5.5-4.2s5 1.4 5.5 4.2M13 5.2a2.4 2.4 0 0 1 0 4.6M15 12.3c1.5.6 2.3 1.9 2.5 3.7',
  phone:
    'M6.7 3.5L8.3 7 6.6 8.6c.9 2 2.5 3.7 4.7 4.8l1.7-1.7 3.5 1.6v2.2c0 .8-.7 1.3-1.5 1.2C8.9 16 4 11.1 3.3 5c-.1-.8.5-1.5 1.3-1.5z',
  play: 'M6.5 4.5l9 5.5-9 5.5z',
  pointer: 'M5 3.5l10.5 5.5-4.5 1.5-2 4.700z',
  popOut: 'M8.5 4h-5v12.5H16v-5M11.5 3.5h5v5M16.5 3.5L9.5 10.5',
  redo: 'M16 5v4.5h-4.5M15.5 9.5A6 6 0 1 0 14 14.5',
  screen: 'M3 4h14v9.5H3zM7 17h6M10 13.5V17',
  search: 'M13.5 8.8a4.8 4.8 0 1 1-9.5 0 4.8 4.8 0 0 1 9.5 0zM12.3 12.2L16.5 16.5',
  settings:
    'M3.5 6h6M13.5 6h3M3.5 14h3M10.5 14h6M13.5 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM10.5 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  signOut: 'M8 4H4v12h4M9 10h8M13.5 6.5L17 10l-3.5 3.5',
  staff:
    'M6.4 7.6a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM11.7 5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM17 7.6a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM2.5 12h15M4.5 12l1 5h9l1-5',
  star: 'M10 3l2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.3l5-.7z',
  strikethrough:
    'M4 10h12M13.5 6.5C13 5 11.7 4 10 4 8 4 6.7 5.2 6.7 6.8c0 4 6.6 2.5 6.6 6.2 0 1.8-1.5 3-3.3 3-1.9 0-3.3-1-3.7-2.8',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M3.5 11.8h13M10 4.5v11',
  theme: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14z',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5',
  underline: 'M6 4v5.5a4 4 0 0 0 8 0V4M5 16.5h10',
  undo: 'M4 5v4.5h4.5M4.5 9.5A6 6 0 1 1 6 14.5',
  zoomIn: 'M13.5 8.8a4.8 4.8 0 1 1-9.5 0 4.8 4.8 0 0 1 9.5 0zM12.3 12.2L16.5 16.5M8.8 6.8v4M6.8 8.8h4',
  zoomOut: 'M13.5 8.8a4.8 4.8 0 1 1-9.5 0 4.8 4.8 0 0 1 9.5 0zM12.3 12.2L16.5 16.5M6.8 8.8h4',
  warning: 'M10 3.5l7 12.5H3zM10 8v4M10 14v.2',
} as const;

export type IconName = keyof typeof drawings;

/** Shows one drawing at the size of the text beside it, hidden from assistive technology. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
