/** What the system's chooser proposes first: the ten formats, by the names they usually have. Source: SC-75. */
export const extensions = '.txt .jpg .jpeg .png .gif .tif .tiff .zip .pdf .doc .docx .xls .xlsx .ppt .pptx'.split(' ');
