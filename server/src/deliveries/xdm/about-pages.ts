import type { CdaHeader } from '../../reports/index.ts';
import { plainAscii } from './plain-names.ts';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What the archive is, for who opens it by hand. It names no patient. Source: IHE XDM, README.TXT. */
export function readme({ establishment }: CdaHeader): string {
  return [
    'Archive IHE XDM produite par Concertation.',
    `Etablissement : ${plainAscii(establishment.name)}`,
    '',
    'INDEX.HTM                      page pour ouvrir le document',
    'IHE_XDM/SUBSET01/METADATA.XML  description du document (XDS)',
    'IHE_XDM/SUBSET01/DOC00001.XML  compte-rendu, CDA R2 niveau 1',
    'IHE_XDM/SUBSET01/DOC00001.PDF  les memes pages, PDF/A-1',
    '',
  ].join('\r\n');
}

/** The page from which the document is opened. It names no patient. Source: IHE XDM, INDEX.HTM. */
export function index({ establishment }: CdaHeader): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML Basic 1.0//EN" "http://www.w3.org/TR/xhtml-basic/xhtml-basic10.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr">',
    '<head><title>Compte-rendu</title></head>',
    '<body>',
    '<h1>Compte-rendu de réunion de concertation pluridisciplinaire</h1>',
    `<p>${escape(establishment.name)}</p>`,
    '<ul>',
    '<li><a href="IHE_XDM/SUBSET01/DOC00001.PDF">Compte-rendu (PDF)</a></li>',
    '<li><a href="IHE_XDM/SUBSET01/DOC00001.XML">Compte-rendu (CDA)</a></li>',
    '<li><a href="README.TXT">À propos de cette archive</a></li>',
    '</ul>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
