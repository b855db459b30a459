import type { Digest, Fact, Item, SeriesPoint, SeriesView, Telling } from './answers.ts'
import { digest, item, tellings } from './api.ts'
import { announce, element } from './elements.ts'
import { say, wordFor } from './language.ts'
import { type Marked, markedSentence, split } from './marked-sentence.ts'
import { describedBy, titleOf } from './series-name.ts'
import { counted, messageOf, sized } from './words.ts'

/** Tellings on a page of the panel. */
const PAGE = 20

export interface TellingsGiven {
  series: SeriesView
  point: SeriesPoint
  closed(): void
  /** Opens the point before (-1) or behind (1); missing where there is none. */
  stepped: Partial<Record<-1 | 1, () => void>>
  leftOut(digest: string): void
}

/** Opens what a point was made of: the telling chosen and why, then the others, each with its sentence. */
export async function openTellings(panel: HTMLElement, given: TellingsGiven): Promise<void> {
  const { series, point, stepped } = given
  const [chosen, others] = [element('ol', { class: 'chosen' }), element('ol')]
  const otherHeading = element('h3', { hidden: true }, say('otherTellings'))
  const status = element('p', { class: 'quiet' }, say('loading'))
  const more = element('button', { type: 'button', hidden: true }, say('more'))
  const step = (to: -1 | 1, sign: string, name: string) =>
    element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        disabled: !stepped[to],
        'aria-label': name,
        title: name,
        onclick: () => stepped[to]?.(),
      },
      sign,
    )
  const amount = sized(point.value ?? '0', series.unit)
  panel.replaceChildren(
    element(
      'header',
      {},
      element('h2', {}, titleOf(series), ' ', element('small', {}, `${point.date} · ${describedBy(series)}`)),
      step(-1, '‹', say('previousPoint')),
      step(1, '›', say('nextPoint')),
      element(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': say('close'), onclick: given.closed },
        '✕',
      ),
    ),
    element('p', { class: 'value' }, amount, point.values > 1 && element('small', {}, ` ${say('conflict')}`)),
    element('h3', {}, say('tellingsOf', { value: amount })),
    element('p', { class: 'quiet' }, point.chosen && wordFor('reason', point.chosen)),
    chosen,
    otherHeading,
    others,
    status,
    more,
  )
  panel.hidden = false
  panel.focus()
  panel.onkeydown = (event) => {
    const way = STEPS[event.key]
    if (way === undefined || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    stepped[way]?.()
  }
  const items = new Map<string, Promise<Item>>()
  const itemOf = ({ digest: of, item: n }: Telling) => {
    const asked = items.get(`${of}/${n}`) ?? item(of, n)
    items.set(`${of}/${n}`, asked)
    return asked
  }
  let shown = 0
  const load = async (cursor?: string): Promise<void> => {
    more.hidden = true
    const page = await tellings(series.id, { from: point.start, to: point.end, limit: PAGE, cursor })
    for (const telling of page.tellings) {
      const listed = await entry(telling, series, await itemOf(telling), given)
      ;(telling.standing === 'chosen' ? chosen : others).append(listed)
    }
    shown += page.tellings.length
    otherHeading.hidden = others.childElementCount === 0
    status.textContent = shown === 0 ? say('noTellings') : ''
    announce(`${counted(shown, 'telling')}: ${titleOf(series)}, ${point.date}`)
    more.onclick = () => load(page.next).catch(fail)
    more.hidden = page.next === undefined
  }
  const fail = (error: unknown) => {
    status.textContent = messageOf(error)
  }
  await load().catch(fail)
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 }

async function entry(
  telling: Telling,
  series: SeriesView,
  source: Item,
  { leftOut }: TellingsGiven,
): Promise<HTMLLIElement> {
  return element(
    'li',
    {},
    element(
      'blockquote',
      { lang: source.language },
      ...marked(markedSentence(source.text, placeOf(telling))),
    ),
    element('p', { class: 'quiet' }, detailsOf(telling, series)),
    sourceOf(source, { digest: telling.digest, ...placeOf(telling) }),
    element(
      'button',
      { type: 'button', class: 'link', onclick: () => leftOut(telling.digest) },
      say('leaveOut'),
    ),
  )
}

const marked = ([before, within, after]: Marked) => [before, element('mark', {}, within), after]

/** Where its quantity stands in the text of its item. */
const placeOf = ({ sentence, from: start, to: end }: Telling) => ({ sentence, start, end })

function detailsOf(
  { value, bound, told, start, end, said, standing }: Telling,
  { unit }: SeriesView,
): string {
  const days = start === end ? end : `${start} – ${end}`
  return [
    `${bound === null ? '' : wordFor('bound', bound)}${sized(value, unit)}`,
    said === 'digest' ? say('notSaid') : say('holdsFor', { period: days }),
    said === 'inferred' && say('inferred'),
    say('toldOn', { day: told }),
    standing !== 'chosen' && wordFor('standing', standing),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The item in its digest, folded until somebody wants to see it. */
export function sourceOf(source: Item, { digest: id, start, end }: Pick<Fact, 'digest' | 'start' | 'end'>) {
  const from = element('p', { class: 'quiet source' })
  const tell = async () => {
    if (from.textContent !== '') return
    from.textContent = say('loading')
    from.textContent = await digest(id).then((found) => lineOf(source, found), messageOf)
  }
  return element(
    'details',
    { ontoggle: tell },
    element('summary', {}, source.title ?? source.section ?? source.digestTitle),
    wholeItem(source, start, end),
    from,
  )
}

function wholeItem({ text, links }: Item, start: number, end: number): HTMLElement {
  const addresses = links.filter(({ url }) => /^https?:/.test(url))
  return element(
    'div',
    { class: 'item' },
    element('p', {}, ...marked(split(text, start, end))),
    addresses.length > 0 &&
      element(
        'ul',
        {},
        ...addresses.map(({ text: name, url }) =>
          element(
            'li',
            {},
            element('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, name || url),
          ),
        ),
      ),
  )
}

const lineOf = ({ digestTitle, n, line }: Item, { key, date, dateSource }: Digest): string =>
  say('line', {
    digest: digestTitle,
    key,
    line,
    item: n,
    date: date ?? '',
    source: wordFor('dated', dateSource ?? ''),
  })
