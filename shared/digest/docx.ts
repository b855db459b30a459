import mammoth from 'mammoth'
import { DigestError } from '../model/digest-error.ts'
import { storedZip, unzip } from './zip.ts'

/** The text of a DOCX document; its pictures and fonts are not looked at. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/[^/]{0,80}\.rels|word\/(?:_rels\/)?[^/]{1,80}\.(?:xml|rels))$/

/** Styles of whole paragraphs that say more than their look. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", 'strike => s']

/** Ends of blocks, behind which a line of HTML may end. */
const BLOCK_END = /<\/(?:p|h[1-6]|li|tr|table|ul|ol)>/g

export const isDocx = (names: Iterable<string>): boolean => [...names].includes('word/document.xml')

/**
 * The HTML of a DOCX document (ECMA-376): headings, lists, tables and links as such.
 * @throws DigestError 'format' for an archive that is none, is damaged or encrypted; 'too-large' over a limit
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const files = unzip(bytes, (name) => WANTED.test(name))
  if (!isDocx(files.keys())) {
    throw new DigestError(
      'format',
      'The document is a ZIP archive and no DOCX document. Send what is in it file by file.',
    )
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: storedZip(files) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return value.replace(BLOCK_END, '$&\n')
  } catch (cause) {
    const why =
      cause instanceof Error
        ? cause.message
            .replace(/[\s.]+/g, ' ')
            .slice(0, 200)
            .trim()
        : 'unknown'
    throw new DigestError('format', `The DOCX document cannot be read: ${why}.`, { cause })
  }
}
