/** HTML written as XML, in which any tag may close itself. */
export const isXhtml = (document: string): boolean =>
  /^\s{0,200}<\?xml\b|<html[^>]{0,500}\sxmlns\s{0,5}=\s{0,5}["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i.test(
    document.slice(0, 2_000),
  )

const EMPTY_TAG = /<([a-z][\w:-]{0,40})(?:\s[^<>]*)?\/>/gi
/** Without content in HTML too, or closed by what comes next. */
const READ_AS_HTML =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|t[dhr]|thead|tbody|tfoot)$/i

/**
 * The document with each element that is empty by its own tag blanked out, at the same length: a reader of HTML would
 * take `<script/>` for the opening of a script and all that follows for its text.
 */
export function withoutEmptyTags(document: string): string {
  return document.replace(EMPTY_TAG, (tag, name: string) =>
    READ_AS_HTML.test(name) ? tag : tag.replace(/[^\n]/g, ' '),
  )
}
