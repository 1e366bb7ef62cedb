import type { CdaHeader, CdaId, CdaPerson } from './header.ts';
import { oids } from './oids.ts';
import { cdaTime } from './times.ts';
import { node, type XmlNode } from './xml-tree.ts';

/** An id under its root. */
export const idNode = ({ root, extension }: CdaId): XmlNode => node('id', { root, extension });
/** What nobody said. */
export const unknown = (name: string): XmlNode => node(name, { nullFlavor: 'UNK' });
/** An instant, as CDA writes it. */
export const at = (name: string, instant: string): XmlNode => node(name, { value: cdaTime(instant) });

const personId = ({ rpps }: CdaPerson): XmlNode =>
  rpps === null ? unknown('id') : node('id', { root: oids.professional, extension: `8${rpps}` });

const nameNode = ({ familyName, givenName }: CdaPerson): XmlNode =>
  node('name', {}, node('family', {}, familyName), givenName === null ? null : node('given', {}, givenName));

/** What somebody practises, in words: the codes of the directory are not asked of accounts. */
const specialtyNode = ({ specialty }: CdaPerson): XmlNode | null =>
  specialty === '' ? null : node('code', { nullFlavor: 'UNK' }, node('originalText', {}, specialty));

/** Who somebody is, where, and as what: the same inside four kinds of elements. */
export const personNodes = (person: CdaPerson, inside: string): (XmlNode | null)[] => [
  personId(person),
  specialtyNode(person),
  unknown('addr'),
  unknown('telecom'),
  node(inside, {}, nameNode(person)),
];

/** The number of an establishment; said to be unknown where none was given. */
export const structureId = ({ finess }: CdaHeader['establishment']): XmlNode =>
  finess === null ? unknown('id') : node('id', { root: oids.structure, extension: `1${finess}` });

/** The establishment, inside what names it. */
export const organisation = (name: string, establishment: CdaHeader['establishment'], ...more: XmlNode[]): XmlNode =>
  node(name, {}, structureId(establishment), node('name', {}, establishment.name), ...more);
