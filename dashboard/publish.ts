import type { SeriesView } from './answers.ts'
import type { Curve } from './curve.ts'
import { download, drawn } from './elements.ts'
import { say } from './language.ts'
import { describedBy, fullName, titleOf } from './series-name.ts'
import { counted } from './words.ts'

const LINE_PX = 18
const EDGE = 16

/** What of the style sheet a picture needs to look as it does on the page. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-family',
  'font-weight',
] as const

/** A drawing that stands by itself: its title, what it shows, its chart and where it is from. */
export function pictureOf(chart: SVGSVGElement, curves: readonly Curve[], address: string): SVGSVGElement {
  const [width, height] = [Number(chart.getAttribute('width')), Number(chart.getAttribute('height'))]
  const head = curves.map(({ series, number }) => ({ text: fullName(series), number }))
  const top = EDGE + head.length * LINE_PX + 8
  const styles = getComputedStyle(document.documentElement)
  const colour = (name: string) => styles.getPropertyValue(`--${name}`).trim()
  const text = (content: string, y: number, given: Record<string, string | number>) =>
    drawn(
      'text',
      { x: EDGE, y, 'font-family': 'system-ui, sans-serif', fill: colour('text'), ...given },
      content,
    )
  const body = chart.cloneNode(true) as SVGSVGElement
  inline(chart, body)
  body.querySelector('.cursor')?.remove()
  body.setAttribute('y', String(top))
  return drawn(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: height + top + 2 * LINE_PX,
      viewBox: `0 0 ${width} ${height + top + 2 * LINE_PX}`,
    },
    drawn('title', {}, head.map((line) => line.text).join('; ')),
    drawn('rect', { width: '100%', height: '100%', fill: colour('surface') }),
    ...head.flatMap((line, n) => {
      const y = EDGE + (n + 0.8) * LINE_PX
      return [
        drawn('rect', { x: EDGE, y: y - 10, width: 10, height: 10, fill: colour(`curve-${line.number}`) }),
        text(line.text, y, { x: EDGE + 16, 'font-size': 14, 'font-weight': 600 }),
      ]
    }),
    body,
    text(sourceLine(curves, address), height + top + LINE_PX, { 'font-size': 11, fill: colour('quiet') }),
  )
}

function sourceLine(curves: readonly Curve[], address: string): string {
  const digests = Math.max(0, ...curves.map(({ series }) => series.digests))
  const days = curves.map(({ series }) => series.lastDay).toSorted()
  return say('source', { digests: counted(digests, 'digest'), day: days.at(-1) ?? '', address })
}

/** Writes what the style sheet says of each part into the part: a file has no style sheet beside it. */
function inline(from: Element, to: Element): void {
  const styles = getComputedStyle(from)
  for (const name of STYLES) to.setAttribute(name, styles.getPropertyValue(name))
  for (const [n, child] of [...from.children].entries()) {
    const copy = to.children[n]
    if (copy !== undefined) inline(child, copy)
  }
}

export function saveSvg(picture: SVGSVGElement, name: string): void {
  download(`${name}.svg`, new Blob([textOf(picture)], { type: 'image/svg+xml' }))
}

/** The same as pixels, twice as fine as the page's. @throws Error where the browser cannot draw it */
export async function savePng(picture: SVGSVGElement, name: string): Promise<void> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  const [width, height] = [Number(picture.getAttribute('width')), Number(picture.getAttribute('height'))]
  canvas.width = width * 2
  canvas.height = height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((blob) => blob && download(`${name}.png`, blob), 'image/png')
}

const textOf = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture)

/** What the columns of a table of points mean and where they are from, for whoever gets the file. */
export function metadataOf(series: SeriesView, address: string): Blob {
  const {
    id,
    entity,
    measure,
    status,
    metric,
    unit,
    kind,
    modality,
    over,
    length,
    digests,
    firstDay,
    lastDay,
  } = series
  const about = {
    title: titleOf(series),
    description: describedBy(series),
    ...{ id, entity, measure, status, metric, unit, kind, modality, over, length },
    source: { digests, firstDay, lastDay, address },
    licence: 'The figures are those of the digests that were uploaded; their licence is that of the digests.',
  }
  return new Blob([`${JSON.stringify(about, null, 2)}\n`], { type: 'application/json' })
}

/** A name for files: letters, digits and dashes of a title. */
export const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'figures'
