import { type Digest, digest, type Fact, facts, type Item, item, type Point, type Trend } from './api.ts'
import { announce, element } from './elements.ts'
import { type Marked, markedSentence, split } from './marked-sentence.ts'
import { counted, exactly, unitName } from './words.ts'

/** Facts on a page of the panel. */
const PAGE = 20

/** Opens the sentences that a point was made of, the number marked in each, and from there the item and its digest. */
export async function openPoint(
  panel: HTMLElement,
  { metric, label }: Pick<Trend, 'metric' | 'label'>,
  { date, start, end }: Pick<Point, 'date' | 'start' | 'end'>,
  closed: () => void,
): Promise<void> {
  const list = element('ol')
  const status = element('p', { class: 'quiet' }, 'Loading …')
  const more = element('button', { type: 'button', hidden: true }, 'More')
  panel.replaceChildren(
    element(
      'header',
      {},
      element('h2', {}, label, ' ', element('small', {}, date)),
      element('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: closed }, '✕'),
    ),
    list,
    status,
    more,
  )
  panel.hidden = false
  panel.focus()
  let shown = 0
  const load = async (cursor?: string): Promise<void> => {
    more.hidden = true
    const page = await facts(metric, { from: start, to: end, role: 'none', limit: PAGE, cursor })
    list.append(...(await Promise.all(page.facts.map(entry))))
    shown += page.facts.length
    status.textContent = shown === 0 ? 'No facts: they may have changed just now.' : ''
    announce(`${counted(shown, 'fact')} of ${label}, ${date}`)
    more.onclick = () => load(page.next).catch(fail)
    more.hidden = page.next === undefined
  }
  const fail = (error: unknown) => {
    status.textContent = error instanceof Error ? error.message : String(error)
  }
  await load().catch(fail)
}

async function entry(fact: Fact): Promise<HTMLLIElement> {
  const [source, of] = await Promise.all([item(fact.digest, fact.item), digest(fact.digest)])
  return element(
    'li',
    {},
    element('blockquote', { lang: source.language }, ...marked(markedSentence(source.text, fact))),
    element('p', { class: 'quiet' }, detailsOf(fact)),
    element(
      'details',
      {},
      element('summary', {}, source.title ?? source.section ?? source.digestTitle),
      wholeItem(source, fact),
      of && element('p', { class: 'quiet source' }, sourceOf(source, of)),
    ),
  )
}

const marked = ([before, within, after]: Marked) => [before, element('mark', {}, within), after]

const BOUNDS: Readonly<Record<string, string>> = { '~': 'about ', '>': 'more than ', '<': 'less than ' }

function detailsOf({ amount, value, unit, bound, change, subject, status, asOf }: Fact): string {
  const size = amount === null ? `${value}, a range that trends leave out` : exactly(String(value))
  return [
    `${BOUNDS[bound ?? ''] ?? ''}${size} ${unitName(unit)}`,
    change && `moved ${change}`,
    subject,
    status,
    asOf && `as of ${asOf}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function wholeItem({ text, links }: Item, { start, end }: Fact): HTMLElement {
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

const DATED: Readonly<Record<string, string>> = {
  'front-matter': 'its front matter',
  title: 'its title',
  key: 'its name',
  mail: 'the mail',
  object: 'the time of upload',
}

const sourceOf = ({ digestTitle, n, line }: Item, { key, date, dateSource }: Digest): string =>
  `${digestTitle} · ${key}, line ${line} (item ${n}) · dated ${date} by ${DATED[dateSource ?? ''] ?? dateSource}`
