import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';

/** An element before it is written: its name, its attributes, what it contains. */
export type XmlNode = { name: string; attributes: Record<string, string>; children: (XmlNode | string)[] };

/** An element. A null attribute, and a null child, is not written. */
export function node(
  name: string,
  attributes: Record<string, string | null> = {},
  ...children: (XmlNode | string | null)[]
): XmlNode {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
    children: children.filter((child) => child !== null),
  };
}

const xmlns = 'http://www.w3.org/2000/xmlns/';

/** The namespaces of a document: `''` is that of names without a prefix. */
export type Namespaces = Record<string, string>;

function namespaceOf(name: string, namespaces: Namespaces): string | null {
  const [prefix] = name.includes(':') ? name.split(':', 1) : [''];
  return namespaces[prefix ?? ''] ?? null;
}

function append(document: Document, parent: Document | Element, tree: XmlNode, namespaces: Namespaces): Element {
  const element = document.createElementNS(namespaceOf(tree.name, namespaces), tree.name);
  for (const [name, value] of Object.entries(tree.attributes))
    element.setAttributeNS(name.includes(':') ? namespaceOf(name, namespaces) : null, name, value);
  for (const child of tree.children)
    if (typeof child === 'string') element.appendChild(document.createTextNode(child));
    else append(document, element, child, namespaces);
  parent.appendChild(element);
  return element;
}

/** The document as UTF-8 bytes: the same tree gives the same bytes. */
export function writeXml(tree: XmlNode, namespaces: Namespaces): Uint8Array {
  const document = new DOMImplementation().createDocument(null, '', null);
  const root = append(document, document, tree, namespaces);
  for (const [prefix, uri] of Object.entries(namespaces))
    if (prefix !== '') root.setAttributeNS(xmlns, `xmlns:${prefix}`, uri);
  const text = new XMLSerializer().serializeToString(document);
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, 'utf8');
}
