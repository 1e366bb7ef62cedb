import type { FileFormat } from '@concertation/shared/domain';
import { extensionOf } from '../clean-name.ts';
import { Refused } from './refused.ts';

/** The extensions that tell the truth about each format; the first one is given to a name that has none. */
const extensions: Record<FileFormat, readonly [string, ...string[]]> = {
  txt: ['txt', 'text'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png', 'apng'],
  gif: ['gif'],
  tiff: ['tif', 'tiff'],
  zip: ['zip'],
  pdf: ['pdf'],
  word: ['docx', 'doc'],
  excel: ['xlsx', 'xls'],
  powerpoint: ['pptx', 'ppt', 'pps'],
};
const accepted = new Set(Object.values(extensions).flat());

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Extensions that a computer runs when their file is opened, whatever it holds. */
export const programExtensions = listed(
  'exe com scr pif bat cmd msi msp dll sys cpl lnk url reg inf hta ' +
    'js jse mjs vbs vbe wsf wsh ps1 psm1 sh bash py pl rb php jar app ' +
    'docm dotm xlsm xlam pptm iso img vhd chm scf gadget apk dmg swf',
);

/** Extensions that a browser renders, with the scripts inside. */
const pageExtensions = listed('htm html xhtml shtml mht mhtml svg svgz xml xsl');

/**
 * Returns the name, with an extension when it had none. Throws Refused: `dangerous` for an extension that would be run,
 * `lying_name` for one that says another format than the content, `unknown_format` for a text of a kind not accepted (csv…).
 */
export function checkExtension(name: string, format: FileFormat): string {
  const extension = extensionOf(name);
  if (extension === null) return `${name}.${extensions[format][0]}`;
  if (extensions[format].includes(extension)) return name;
  if (programExtensions.has(extension) || pageExtensions.has(extension)) throw new Refused('dangerous');
  throw new Refused(format === 'txt' && !accepted.has(extension) ? 'unknown_format' : 'lying_name');
}
