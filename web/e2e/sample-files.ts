import { deflateSync, crc32 } from 'node:zlib';

export type SampleFile = { name: string; mimeType: string; buffer: Buffer };

/** A PDF of so many pages, each with its number on it, written by hand. */
export function samplePdf(name: string, pages: number): SampleFile {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${numbers.map((page) => `${2 * page + 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...numbers.flatMap((page) => {
      const words = `BT /F 30 Tf 50 720 Td (Compte-rendu d'imagerie) Tj 0 -50 Td /F 60 Tf (Page ${page}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${2 * page + 3} 0 R>>`,
        `<</Length ${words.length}>>stream\n${words}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(file, 'latin1') };
}

/** A PNG: rings of grey, as a slice would look from far. */
export function samplePng(name: string, side = 512): SampleFile {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const rows = Buffer.alloc(side * (side + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const far = Math.hypot(x - side / 2, (y - side / 2) * 1.2) / (side / 2);
      rows[y * (side + 1) + x + 1] = far > 0.9 ? 8 : Math.round(110 + 70 * Math.cos(far * 14));
    }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) };
}

/** A text of so many megabytes. */
export function sampleText(name: string, megabytes = 0): SampleFile {
  const line = 'Sans particularité.\n';
  const bytes = Buffer.from(line);
  return { name, mimeType: 'text/plain', buffer: megabytes ? Buffer.alloc(megabytes * 1024 * 1024, bytes) : bytes };
}
