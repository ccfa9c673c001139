import type { Instant } from '@spark-den/kernel';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { robotoFace } from './typefaces.ts';

const FACES = {
  normal: robotoFace('Regular'),
  bold: robotoFace('Medium'),
  italics: robotoFace('Italic'),
  bolditalics: robotoFace('MediumItalic'),
};
/** Files that pdfmake reads instead of the disk's; its types leave them out. */
const { virtualfs } = pdfmake as unknown as {
  virtualfs: { writeFileSync(name: string, file: Uint8Array): void };
};
for (const [name, face] of Object.entries(FACES)) virtualfs.writeFileSync(name, face);
pdfmake.setFonts({
  Roboto: { normal: 'normal', bold: 'bold', italics: 'italics', bolditalics: 'bolditalics' },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Sets a document as PDF. The same content and instant give the same bytes, so that a hash can prove it. */
export async function renderPdf(
  definition: Pick<TDocumentDefinitions, 'content' | 'footer'> & {
    readonly title: string;
    readonly at: Instant;
  },
): Promise<Buffer> {
  const { title, at, ...rest } = definition;
  return pdfmake
    .createPdf({
      ...rest,
      info: { title, creationDate: new Date(at), modDate: new Date(at) },
      pageSize: 'LETTER',
      pageMargins: [54, 54, 54, 54],
      defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: '#1d2433' },
      styles: {
        title: { fontSize: 18, bold: true },
        label: { fontSize: 8, color: '#5a6376' },
        figure: { fontSize: 14, bold: true },
        head: { fontSize: 8, bold: true, color: '#5a6376' },
      },
    })
    .getBuffer();
}

/** Rules between rows only, as on the screen. */
export const QUIET_TABLE = {
  hLineWidth: (row: number, node: { table: { body: unknown[] } }) =>
    row === 0 || row === node.table.body.length ? 0 : 0.5,
  vLineWidth: () => 0,
  hLineColor: () => '#d5d9e2',
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: () => 0,
  paddingRight: () => 8,
};
