import { attributeOf, type ChildNode, type Element, isElement } from './html-elements.ts'
import { hides } from './styles.ts'

/** One rule of a page: whether it hides the elements of its selector. */
interface Rule {
  /** The parts of the selector from the left, each of the element inside of the one before. */
  compounds: readonly Compound[]
  hides: boolean
}

interface Compound {
  tag: string | null
  id: string | null
  classes: readonly string[]
}

/** Characters of all style elements that are read, and rules that are kept. */
const STYLES_LENGTH = 200_000
const RULES = 2_000
/** Compounds of a selector. */
const SELECTOR_DEPTH = 5

const COMMENT = /\/\*[^*]{0,10000}\*\//g
/** `@media screen`, `@media all`: what holds for anybody who reads. */
const FOR_ALL = /^@media (?:only )?(?:screen|all)(?: and \(min-width:\s?\d{1,3}px\))?$/i

/**
 * What a page's own style elements hide by rules that hold on any screen. Of the ways to select, the tag, the class, the
 * id and the element around are known; of two rules on one element the later counts.
 */
export class StyleRules {
  /** The rules whose last compound has this class, id or tag, in the order of the page. */
  readonly #byName = new Map<string, Rule[]>()
  #count = 0

  constructor(nodes: readonly ChildNode[]) {
    let css = ''
    for (const text of stylesIn(nodes)) if (css.length < STYLES_LENGTH) css += `${text}\n`
    this.#read(css.slice(0, STYLES_LENGTH).replace(COMMENT, ' '))
  }

  /** True or false where a rule says so, null where none does. */
  hides(element: Element): boolean | null {
    if (this.#count === 0) return null
    let found: Rule | null = null
    let order = -1
    for (const name of namesOf(element)) {
      for (const rule of this.#byName.get(name) ?? []) {
        const at = this.#order.get(rule) ?? 0
        if (at > order && matches(rule.compounds, element)) {
          found = rule
          order = at
        }
      }
    }
    return found?.hides ?? null
  }

  readonly #order = new Map<Rule, number>()

  #read(css: string): void {
    /** Whether the blocks around hold for all who read. */
    const around: boolean[] = []
    for (let at = 0; at < css.length && this.#count < RULES; ) {
      const end = css.slice(at).search(/[{}]/)
      if (end === -1) return
      const head = css.slice(at, at + end).trim()
      const isOpening = css[at + end] === '{'
      at += end + 1
      if (!isOpening) around.pop()
      else if (head.startsWith('@')) around.push(FOR_ALL.test(head.replace(/\s+/g, ' ')))
      else {
        const close = css.indexOf('}', at)
        const declarations = css.slice(at, close === -1 ? css.length : close)
        if (around.every(Boolean)) this.#add(head, declarations)
        at += declarations.length + 1
      }
    }
  }

  #add(selectors: string, declarations: string): void {
    const isHiding = hides(declarations)
    if (isHiding === null) return
    for (const selector of selectors.split(',', 50)) {
      const compounds = compoundsOf(selector.trim())
      const last = compounds?.at(-1)
      if (!compounds || !last) continue
      const rule = { compounds, hides: isHiding }
      const name = last.id ? `#${last.id}` : last.classes[0] ? `.${last.classes[0]}` : (last.tag ?? '')
      const known = this.#byName.get(name)
      if (known) known.push(rule)
      else this.#byName.set(name, [rule])
      this.#order.set(rule, this.#count++)
    }
  }
}

function* stylesIn(nodes: readonly ChildNode[]): Generator<string> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (node.tagName !== 'style') yield* stylesIn(node.childNodes)
    else for (const text of node.childNodes) if ('value' in text) yield text.value
  }
}

/** @returns null for a selector of another kind: a state, an attribute, a sibling */
function compoundsOf(selector: string): Compound[] | null {
  if (!/^[\w\s.#>*-]{1,200}$/.test(selector)) return null
  const parts = selector.split(/\s{0,5}>\s{0,5}|\s{1,5}/)
  if (parts.length > SELECTOR_DEPTH) return null
  return parts.map((part) => ({
    tag: /^[a-z]\w{0,20}/i.exec(part)?.[0].toLowerCase() ?? null,
    id: /#([\w-]{1,80})/.exec(part)?.[1] ?? null,
    classes: Array.from(part.matchAll(/\.([\w-]{1,80})/g), ([, name = '']) => name),
  }))
}

const classesOf = (element: Element): string[] => attributeOf(element, 'class').slice(0, 500).split(/\s+/, 20)

function namesOf(element: Element): string[] {
  const id = attributeOf(element, 'id')
  const names = classesOf(element).map((name) => `.${name}`)
  return id === '' ? [...names, element.tagName] : [...names, `#${id}`, element.tagName]
}

function matches(compounds: readonly Compound[], element: Element): boolean {
  let left = compounds.length - 1
  if (!isCompound(compounds[left] as Compound, element)) return false
  for (let around = element.parentNode; around !== null && left > 0; around = parentOf(around))
    if ('tagName' in around && isCompound(compounds[left - 1] as Compound, around)) left--
  return left === 0
}

const parentOf = (node: NonNullable<Element['parentNode']>): Element['parentNode'] =>
  'parentNode' in node ? node.parentNode : null

function isCompound({ tag, id, classes }: Compound, element: Element): boolean {
  if (tag !== null && tag !== element.tagName) return false
  if (id !== null && id !== attributeOf(element, 'id')) return false
  if (tag === null && id === null && classes.length === 0) return false
  return classes.length === 0 || classes.every((name) => classesOf(element).includes(name))
}
