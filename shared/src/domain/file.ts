/** The largest document accepted, in bytes: « Taille max : 30 Mo ». Source: SC-74. */
export const maximumFileBytes = 30 * 1024 * 1024;

/** The ten formats accepted, by content. Source: SC-75. */
export const fileFormats = ['txt', 'jpeg', 'png', 'gif', 'tiff', 'zip', 'pdf', 'word', 'excel', 'powerpoint'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** receiving → checking → ready, or quarantined for a reason; removed keeps the row. */
export const fileStates = ['receiving', 'checking', 'ready', 'quarantined', 'removed'] as const;
export type FileState = (typeof fileStates)[number];

/** Why a file is kept aside. */
export const fileRefusals = [
  'unknown_format',
  'lying_name',
  'dangerous',
  'oversize_image',
  'archive_bomb',
  'infected',
  'unreadable',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];
