import { type Digest, digest, type Fact, facts, type Item, item, type Point, type Trend } from './api.ts'
import { announce, element } from './elements.ts'
import { type Marked, markedSentence, split } from './marked-sentence.ts'
import { counted, exactly, messageOf, sized, unitName } from './words.ts'

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
  const items = new Map<string, Promise<Item>>()
  const itemOf = ({ digest: of, item: n }: Fact) => {
    const asked = items.get(`${of}/${n}`) ?? item(of, n)
    items.set(`${of}/${n}`, asked)
    return asked
  }
  let shown = 0
  const load = async (cursor?: string): Promise<void> => {
    more.hidden = true
    const page = await facts(metric, { from: start, to: end, role: 'none', limit: PAGE, cursor })
    list.append(...(await Promise.all(page.facts.map((fact) => entry(fact, itemOf)))))
    shown += page.facts.length
    status.textContent = shown === 0 ? 'No facts: they may have changed just now.' : ''
    announce(`${counted(shown, 'fact')} of ${label}, ${date}`)
    more.onclick = () => load(page.next).catch(fail)
    more.hidden = page.next === undefined
  }
  const fail = (error: unknown) => {
    status.textContent = messageOf(error)
  }
  await load().catch(fail)
}

async function entry(fact: Fact, itemOf: (fact: Fact) => Promise<Item>): Promise<HTMLLIElement> {
  const source = await itemOf(fact)
  const from = element('p', { class: 'quiet source' })
  // Once, when somebody wants to know.
  const tell = async () => {
    if (from.textContent !== '') return
    from.textContent = 'Loading …'
    from.textContent = await digest(fact.digest).then(
      (found) => (found ? sourceOf(source, found) : 'The digest is gone.'),
      messageOf,
    )
  }
  return element(
    'li',
    {},
    element('blockquote', { lang: source.language }, ...marked(markedSentence(source.text, fact))),
    element('p', { class: 'quiet' }, detailsOf(fact)),
    element(
      'details',
      { ontoggle: tell },
      element('summary', {}, source.title ?? source.section ?? source.digestTitle),
      wholeItem(source, fact),
      from,
    ),
  )
}

const marked = ([before, within, after]: Marked) => [before, element('mark', {}, within), after]

const BOUNDS: Readonly<Record<string, string>> = { '~': 'about ', '>': 'more than ', '<': 'less than ' }

function detailsOf({ amount, value, unit, bound, change, subject, status, period }: Fact): string {
  const size = Array.isArray(value)
    ? `${value.map(exactly).join(' to ')} ${unitName(unit)}`
    : sized(value, unit)
  return [
    `${BOUNDS[bound ?? ''] ?? ''}${size}`,
    amount === null && 'a range, left out of trends',
    change && `moved ${change}`,
    subject,
    status,
    period.said !== 'digest' && `as of ${period.to}`,
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
