import { storedZip } from '../../shared/digest/zip.ts'

/** Text at a place of a page, in points from the lower left corner. */
export interface Placed {
  x: number
  y: number
  text: string
  size?: number
}

/** A PDF document of these pages, in letters of Helvetica, as small as the standard allows. */
export function pdfOf(pages: readonly (readonly Placed[])[]): Buffer {
  const objects = ['', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>']
  const kids: string[] = []
  for (const page of pages) {
    const drawn = page.map(({ x, y, text, size = 10 }) => {
      const escaped = text.replace(/[\\()]/g, '\\$&')
      return `BT /F1 ${size} Tf ${x} ${y} Td (${escaped}) Tj ET`
    })
    const stream = drawn.join('\n')
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    const contents = objects.length
    objects.push(
      `<< /Type /Page /Parent ${2 * pages.length + 3} 0 R /MediaBox [0 0 600 800] /Contents ${contents} 0 R /Resources << /Font << /F1 2 0 R >> >> >>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects.push(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`)
  objects[0] = `<< /Type /Catalog /Pages ${objects.length} 0 R >>`
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + trailer, 'latin1')
}

const OFFICE = 'http://schemas.openxmlformats.org'
const asMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text: string): string => `<w:r><w:t>${asMarkup(text)}</w:t></w:r>`

export const paragraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}</w:p>`

export const struckParagraph = (before: string, struck: string, behind: string): string =>
  `<w:p>${run(before)}<w:r><w:rPr><w:strike/></w:rPr><w:t>${struck}</w:t></w:r>${run(behind)}</w:p>`

export function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  const header = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cells(head)}</w:tr>`
  return `<w:tbl>${header}${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/** A DOCX document with this body. */
export function docxOf(...body: readonly string[]): Buffer {
  const xml = (root: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${root}`)
  const types = `${OFFICE}/package/2006/content-types`
  const relations = `${OFFICE}/package/2006/relationships`
  const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return storedZip(
    new Map([
      [
        '[Content_Types].xml',
        xml(
          `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${document}"/></Types>`,
        ),
      ],
      [
        '_rels/.rels',
        xml(
          `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
      ],
      [
        'word/document.xml',
        xml(
          `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
        ),
      ],
    ]),
  )
}
