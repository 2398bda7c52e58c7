import { strFromU8, unzipSync } from 'fflate';

/** What a DOCX file says, paragraph by paragraph, and its styles; throws where it is none. */
export function readDocx(bytes: Uint8Array): { paragraphs: string[]; text: string; styles: string } {
  const parts = unzipSync(bytes);
  const part = (name: string) => {
    const found = parts[name];
    if (!found) throw new Error(`the file has no ${name}`);
    return strFromU8(found);
  };
  const paragraphs = [...part('word/document.xml').matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
  return { paragraphs, text: paragraphs.join('\n'), styles: part('word/styles.xml') };
}
