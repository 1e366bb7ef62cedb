import { deflateRawSync, crc32 } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';

/** A PDF of so many pages, each with its number on it. */
export async function samplePdf(pages = 2): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1)
    document.addPage([420, 595]).drawText(`Page ${page}`, { x: 60, y: 480, size: 40, font });
  return document;
}

/** A picture of one colour. */
export function sampleImage(width = 640, height = 480): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: 40, g: 90, b: 110 } } });
}

export type ZipPart = { name: string; content: Uint8Array; encrypted?: boolean; declared?: number };

/** A ZIP written by hand, so that a test can lie in it. */
export function sampleZip(parts: ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted = false, declared = content.length } of parts) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted ? 0x801 : 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared, 18);
    fields.writeUInt16LE(title.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, title, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, place, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const contentTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

/** The outside of an Office document: what it is recognised by, and more parts. */
export function sampleOffice(kind: 'docx' | 'xlsx' | 'pptx', more: ZipPart[] = []): Buffer {
  const main = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' }[kind];
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${contentTypes[kind]}"/></Types>`;
  return sampleZip([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: '_rels/.rels', content: Buffer.from('<Relationships/>') },
    { name: main, content: Buffer.from('<document/>') },
    ...more,
  ]);
}

/** A compound file (OLE) whose root storage holds streams of these names; `inside` stand one storage deeper. */
export function sampleCompound(names: string[], inside: string[] = []): Buffer {
  const sector = 512;
  const entries = [
    { name: 'Root Entry', type: 5, left: -1, right: -1, child: names.length ? 1 : -1 },
    ...names.map((name, index) => ({
      name,
      type: inside.length && index === 0 ? 1 : 2,
      left: -1,
      right: index + 1 < names.length ? index + 2 : -1,
      child: inside.length && index === 0 ? names.length + 1 : -1,
    })),
    ...inside.map((name, index) => ({
      name,
      type: 2,
      left: -1,
      right: index + 1 < inside.length ? names.length + index + 2 : -1,
      child: -1,
    })),
  ];
  const directorySectors = Math.ceil(entries.length / 4);
  const file = Buffer.alloc(sector * (2 + directorySectors));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(0xfffffffe, 60);
  file.writeUInt32LE(0xfffffffe, 68);
  file.fill(0xff, 76, sector);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, sector, 2 * sector);
  file.writeUInt32LE(0xfffffffd, sector);
  for (let index = 0; index < directorySectors; index += 1)
    file.writeUInt32LE(index + 1 < directorySectors ? index + 2 : 0xfffffffe, sector + 4 * (index + 1));
  entries.forEach(({ name, type, left, right, child }, index) => {
    const at = 2 * sector + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(2 * (name.length + 1), at + 64);
    file.writeUInt8(type, at + 66);
    file.writeInt32LE(left, at + 68);
    file.writeInt32LE(right, at + 72);
    file.writeInt32LE(child, at + 76);
  });
  return file;
}
