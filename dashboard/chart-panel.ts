import { type Drawing, drawChart, nearestTo, type Placed } from './chart.ts'
import { type Curve, dayOf } from './curve.ts'
import { announce, drawn, element } from './elements.ts'
import { say } from './language.ts'
import { describedBy, titleOf } from './series-name.ts'
import { roundly, sized } from './words.ts'

export interface PanelGiven {
  curves: readonly Curve[]
  times: readonly [number, number]
  isLog: boolean
  isIndex: boolean
  picked(place: Placed): void
  /** Days, both inclusive. */
  zoomed(from: string | undefined, to: string | undefined): void
}

export interface ChartPanel {
  readonly root: HTMLElement
  /** The drawing as it stands in the page. */
  drawing(): Drawing | undefined
  /** Draws to the width that the root has in the page. */
  draw(): void
  destroy(): void
}

const HEIGHT = 260
/** A pointer that moves less far than this, in pixels, was a click. */
const CLICK_REACH = 5

/** How far a key moves among the points of a curve. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  PageUp: (at) => at - 10,
  PageDown: (at) => at + 10,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

const CURVE_MOVES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** One chart with what the pointer and the keys do: read a point, open it, zoom. */
export function chartPanel(given: PanelGiven): ChartPanel {
  const { curves } = given
  let drawing: Drawing | undefined
  let current: Placed | undefined
  const name = curves.map(({ series }) => titleOf(series)).join('; ')
  const readout = element('p', { class: 'readout' }, say('zoomHint'))
  const plot = element('div', {
    class: 'plot',
    tabindex: 0,
    // Lets the arrow keys through to the chart, which readers of the screen keep for themselves elsewhere.
    role: 'application',
    'aria-roledescription': 'chart',
    'aria-label': say('chartOf', { name }),
  })
  const root = element('div', { class: 'panel' }, readout, plot)

  const show = (place: Placed | undefined) => {
    current = place
    readout.replaceChildren(...(place === undefined ? [say('zoomHint')] : toldOf(place, given.isIndex)))
    const cursor = drawing?.svg.querySelector('.cursor')
    cursor?.replaceChildren(...(place === undefined ? [] : cursorAt(place)))
  }
  const at = (event: PointerEvent | MouseEvent) => {
    const box = plot.getBoundingClientRect()
    return { left: event.clientX - box.left, top: event.clientY - box.top }
  }

  let pressed: { left: number; top: number } | undefined
  const selection = element('div', { class: 'selection', hidden: true })
  plot.addEventListener('pointermove', (event) => {
    const { left, top } = at(event)
    if (pressed !== undefined && Math.abs(left - pressed.left) > CLICK_REACH) {
      selection.hidden = false
      selection.style.left = `${Math.min(left, pressed.left)}px`
      selection.style.width = `${Math.abs(left - pressed.left)}px`
    }
    if (drawing) show(nearestTo(drawing.placed, left, top))
  })
  plot.addEventListener('pointerleave', () => pressed === undefined && show(undefined))
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    pressed = at(event)
    if (event.pointerType === 'mouse') plot.setPointerCapture(event.pointerId)
  })
  plot.addEventListener('pointercancel', () => {
    pressed = undefined
    selection.hidden = true
  })
  plot.addEventListener('pointerup', (event) => {
    const start = pressed
    pressed = undefined
    selection.hidden = true
    if (start === undefined || drawing === undefined) return
    const end = at(event)
    if (Math.abs(end.left - start.left) <= CLICK_REACH) {
      const place = nearestTo(drawing.placed, end.left, end.top)
      if (place !== undefined) given.picked(place)
      return
    }
    const [from, to] = [start.left, end.left].toSorted((a, b) => a - b) as [number, number]
    const { x } = drawing
    given.zoomed(dayOf(x.invert(from).getTime()), dayOf(x.invert(to).getTime()))
  })
  plot.addEventListener('dblclick', () => given.zoomed(undefined, undefined))
  plot.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && current !== undefined) return given.picked(current)
    const place = placeAfter(event.key, current, drawing?.placed ?? [], curves)
    if (place === undefined) return
    event.preventDefault()
    show(place)
    announce(readout.textContent ?? '')
  })

  const draw = () => {
    drawing = drawChart({ ...given, width: Math.max(240, plot.clientWidth), height: HEIGHT })
    plot.replaceChildren(drawing.svg, selection)
  }
  const resized = new ResizeObserver(() => {
    if (drawing !== undefined && Math.abs(Number(drawing.svg.getAttribute('width')) - plot.clientWidth) > 1)
      draw()
  })
  return {
    root,
    drawing: () => drawing,
    draw() {
      draw()
      resized.observe(plot)
    },
    destroy: () => resized.disconnect(),
  }
}

/** Where a key leads from a point; undefined for a key that leads nowhere. */
function placeAfter(
  key: string,
  current: Placed | undefined,
  placed: readonly Placed[],
  curves: readonly Curve[],
): Placed | undefined {
  const curve = current?.curve ?? curves[0]
  const own = placed.filter((place) => place.curve === curve)
  const index = current === undefined ? own.length : own.findIndex(({ spot }) => spot === current.spot)
  const move = MOVES[key]
  if (move !== undefined) return own[Math.max(0, Math.min(own.length - 1, move(index, own.length)))]
  const step = CURVE_MOVES[key]
  if (step === undefined || curve === undefined) return undefined
  const next = curves[(curves.indexOf(curve) + step + curves.length) % curves.length]
  const others = placed.filter((place) => place.curve === next)
  return current === undefined ? others.at(-1) : nearestTo(others, current.left, current.top)
}

function toldOf({ curve, spot }: Placed, isIndex: boolean): (Node | string)[] {
  const { series, number } = curve
  const amount =
    spot.exact !== undefined
      ? sized(spot.exact, series.unit)
      : isIndex
        ? roundly(spot.value)
        : sized(roundlyDecimal(spot.value), series.unit)
  const notes = [spot.conflict && say('conflict'), !spot.said && say('notSaid')].filter(Boolean)
  return [
    element('span', { class: `key key-${number}` }),
    `${spot.date}: ${amount} — ${titleOf(series)}, ${describedBy(series)}`,
    notes.length > 0 ? ` (${notes.join('; ')})` : '',
  ]
}

/** Computed values have no more digits than a double can be trusted with. */
const roundlyDecimal = (value: number): string => String(Number(value.toPrecision(12)))

const cursorAt = ({ left, top }: Placed) => [
  drawn('line', { x1: left, x2: left, y1: 0, y2: HEIGHT - 30 }),
  drawn('circle', { cx: left, cy: top, r: 5 }),
]
