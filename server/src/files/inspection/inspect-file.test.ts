import { PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sampleCompound, sampleImage, sampleOffice, samplePdf, sampleZip } from '../../../test/support/sample-files.ts';
import { inspectFile } from './inspect-file.ts';

const text = (words: string, encoding: BufferEncoding = 'utf8') => Buffer.from(words, encoding);
const seen = async (content: Uint8Array, name: string) => {
  const { refusal, format, pages } = await inspectFile(content, name);
  return refusal ?? `${format} ${pages}`;
};

// SC-75
test('the ten formats are recognised by their content, old and new', async () => {
  const image = sampleImage();
  const pdf = await (await samplePdf(3)).save();
  const expected: [string, Uint8Array, string][] = [
    ['lettre.txt', text('Chère consœur,\r\n\tle patient va bien.\f'), 'txt 0'],
    ['ancien.txt', Buffer.from([0x93, 0x63, 0x9c, 0x75, 0x72, 0xe9, 0x94]), 'txt 0'],
    ['photo.JPG', await image.clone().jpeg().toBuffer(), 'jpeg 1'],
    ['photo.jpeg', await image.clone().jpeg().toBuffer(), 'jpeg 1'],
    ['schema.png', await image.clone().png().toBuffer(), 'png 1'],
    ['boucle.gif', await image.clone().gif().toBuffer(), 'gif 1'],
    ['scan.tif', await image.clone().tiff().toBuffer(), 'tiff 1'],
    ['scan.tiff', await image.clone().tiff().toBuffer(), 'tiff 1'],
    ['serie.zip', sampleZip([{ name: 'IM0001', content: text('DICM') }]), 'zip 0'],
    ['anapath.pdf', pdf, 'pdf 3'],
    ['cr.docx', sampleOffice('docx'), 'word 0'],
    ['cr.doc', sampleCompound(['WordDocument', '1Table']), 'word 0'],
    ['bilan.xlsx', sampleOffice('xlsx'), 'excel 0'],
    ['bilan.xls', sampleCompound(['Workbook']), 'excel 0'],
    ['vieux.xls', sampleCompound(['Book']), 'excel 0'],
    ['rcp.pptx', sampleOffice('pptx'), 'powerpoint 0'],
    ['rcp.ppt', sampleCompound(['PowerPoint Document']), 'powerpoint 0'],
  ];
  for (const [name, content, what] of expected) assert.is(await seen(content, name), what, name);
});

test('a name without an extension receives its own; the content decides', async () => {
  const { name, refusal } = await inspectFile(await sampleImage().png().toBuffer(), 'schéma du 12. mars');
  assert.is(refusal, null);
  assert.is(name, 'schéma du 12. mars.png');
});

test('a name that says another format is a lie; one that would be run is dangerous', async () => {
  const png = await sampleImage().png().toBuffer();
  for (const name of ['a.jpg', 'a.pdf', 'a.docx', 'a.txt', 'a.dcm']) assert.is(await seen(png, name), 'lying_name');
  for (const name of ['a.exe', 'a.pdf.js', 'a.html', 'a.svg', 'a.lnk']) assert.is(await seen(png, name), 'dangerous');
  assert.is(await seen(text('a;b\n1;2'), 'a.csv'), 'unknown_format', 'a text of a kind that is not accepted');
  assert.is(await seen(text('bonjour'), 'a.pdf'), 'lying_name');
  assert.is(await seen(sampleOffice('docx'), 'a.xlsx'), 'lying_name');
});

test('pages, drawings and programs are refused whatever their name', async () => {
  const dangerous = [
    text('<!DOCTYPE html><p>a'),
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    text('notes\n<script>alert(1)</script>'),
    text('<?php system($_GET[0]);'),
    text('#!/bin/sh\nrm -rf /'),
    text('\uFEFF@echo off\r\ndel *'),
    text('{\\rtf1 \\object}'),
    Buffer.concat([text('MZ'), Buffer.alloc(400)]),
    Buffer.concat([Buffer.from('7f454c460201010000000000000000000200', 'hex'), Buffer.alloc(100)]),
  ];
  for (const content of dangerous)
    assert.is(await seen(content, 'a.txt'), 'dangerous', content.toString('latin1', 0, 20));
});

test('what is none of the ten is unknown', async () => {
  assert.is(await seen(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'a.txt'), 'unknown_format');
  assert.is(await seen(text('a\0b'), 'a.txt'), 'unknown_format');
  assert.is(await seen(Buffer.concat([Buffer.alloc(128), text('DICM'), Buffer.alloc(40)]), 'a.dcm'), 'unknown_format');
  assert.is(await seen(await sampleImage(8, 8).webp().toBuffer(), 'a.webp'), 'unknown_format');
  assert.is(await seen(sampleCompound(['Setup']), 'a.doc'), 'unknown_format', 'an installer');
});

test('Office: macros are refused, what is encrypted or broken is unreadable, what is inside is not the outside', async () => {
  const macro = [{ name: 'word/vbaProject.bin', content: Buffer.alloc(10) }];
  assert.is(await seen(sampleOffice('docx', macro), 'a.docx'), 'dangerous');
  assert.is(await seen(sampleCompound(['WordDocument', 'Macros']), 'a.doc'), 'dangerous');
  assert.is(await seen(sampleCompound(['EncryptedPackage']), 'a.docx'), 'unreadable');
  assert.is(await seen(sampleCompound(['ObjectPool', 'WordDocument'], ['Workbook']), 'a.doc'), 'word 0');
  const broken = sampleCompound(['WordDocument']);
  broken.writeUInt32LE(0x00ffffff, 48);
  assert.is(await seen(broken, 'a.doc'), 'unreadable');
});

test('a PDF that acts, or hides something, is dangerous', async () => {
  const script = await samplePdf();
  script.addJavaScript('a', 'app.alert(1)');
  assert.is(await seen(await script.save(), 'a.pdf'), 'dangerous');
  const carrying = await samplePdf();
  await carrying.attach(text('MZ'), 'a.exe');
  assert.is(await seen(await carrying.save(), 'a.pdf'), 'dangerous');
  const launch = await samplePdf();
  launch.catalog.set(PDFName.of('OpenAction'), launch.context.obj({ S: 'Launch', F: 'cmd.exe' }));
  assert.is(await seen(await launch.save({ useObjectStreams: false }), 'a.pdf'), 'dangerous');
  const plain = Buffer.from(await (await samplePdf()).save());
  assert.is(await seen(Buffer.concat([text('<html>'), plain]), 'a.pdf'), 'dangerous');
  assert.is(await seen(Buffer.concat([text('\n'), plain]), 'a.pdf'), 'dangerous', 'not at the first byte');
  assert.is(await seen(Buffer.concat([plain, text('<script>1</script>')]), 'a.pdf'), 'dangerous');
  assert.is(await seen(Buffer.concat([plain, sampleZip([{ name: 'a', content: text('a') }])]), 'a.pdf'), 'dangerous');
});

test('a PDF that is broken is unreadable', async () => {
  assert.is(await seen(text('%PDF-1.7\nnothing'), 'a.pdf'), 'unreadable');
});

test('an image that is broken, or too large, is told apart', async () => {
  const jpeg = await sampleImage().jpeg().toBuffer();
  assert.is(await seen(jpeg.subarray(0, 30), 'a.jpg'), 'unreadable');
  assert.is(await seen(await sampleImage(60_001, 1).png().toBuffer(), 'a.png'), 'oversize_image');
  const bomb = await sampleImage(100, 100).png().toBuffer();
  bomb.writeUInt32BE(50_000, 16);
  bomb.writeUInt32BE(50_000, 20);
  assert.is(await seen(bomb, 'a.png'), 'oversize_image', 'by what its header says, before it is decoded');
});

test('a TIFF has the pages that it has', async () => {
  const page = await sampleImage(20, 20).png().toBuffer();
  const pages = await sharp([page, page, page], { join: { animated: true } })
    .tiff()
    .toBuffer();
  assert.is(await seen(pages, 'a.tif'), 'tiff 3');
});

test('an archive is really inflated, and never believed', async () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);
  assert.is(await seen(sampleZip([{ name: 'a', content: zeros }]), 'a.zip'), 'archive_bomb', 'by its ratio');
  const lying = sampleZip([{ name: 'a', content: zeros, declared: 10 }]);
  assert.not.match(await seen(lying, 'a.zip'), 'zip', 'a size that is not true');
  const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: new Uint8Array() }));
  assert.is(await seen(sampleZip(many), 'a.zip'), 'archive_bomb', 'by its entries');
  const docxBomb = sampleOffice('docx', [{ name: 'word/a.xml', content: zeros }]);
  assert.is(await seen(docxBomb, 'a.docx'), 'archive_bomb', 'an Office document is one too');
  assert.is(
    await seen(sampleZip([{ name: 'a.docx', content: docxBomb }]), 'a.zip'),
    'archive_bomb',
    'and inside another',
  );
});

test('an archive that leaves its folder, hides or runs something is dangerous', async () => {
  const content = text('a');
  for (const name of ['../a', '/etc/a', 'a/../../b', 'C:/a', '..\\a'])
    assert.is(await seen(sampleZip([{ name, content }]), 'a.zip'), 'dangerous', name);
  assert.is(await seen(sampleZip([{ name: 'a', content, encrypted: true }]), 'a.zip'), 'dangerous');
  assert.is(
    await seen(sampleZip([{ name: 'b.zip', content: sampleZip([{ name: 'a', content }]) }]), 'a.zip'),
    'dangerous',
  );
  assert.is(
    await seen(sampleZip([{ name: 'lire.txt', content: Buffer.concat([text('MZ'), Buffer.alloc(90)]) }]), 'a.zip'),
    'dangerous',
  );
  assert.is(await seen(sampleZip([{ name: 'lire.js', content }]), 'a.zip'), 'dangerous');
});

test('an archive of documents is an archive; a broken one is unreadable', async () => {
  const parts = [
    { name: 'courriers/', content: new Uint8Array() },
    { name: 'courriers/cr.docx', content: sampleOffice('docx') },
    { name: 'INDEX.HTM', content: text('<html>') },
  ];
  assert.is(await seen(sampleZip(parts), 'a.zip'), 'zip 0');
  assert.is(await seen(sampleZip(parts).subarray(0, 300), 'a.zip'), 'unreadable');
});

test.run();
