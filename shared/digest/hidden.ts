import { attributeOf, type ChildNode, type Element, isElement } from './html-elements.ts'
import type { StyleRules } from './style-rules.ts'
import { hides } from './styles.ts'

/** An attribute is looked at no further. */
const ATTRIBUTE_LENGTH = 2_000

/** Text that a page shows to screen readers alone, by the names that frameworks gave the rule. */
const FOR_SCREEN_READERS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|a-offscreen|u-hidden-visually)(?:\s|$)/i
/** What holds a story is one, whatever it tells screen readers: a page saved under an open dialog is all hidden to them. */
const HOLDS_STORIES = /^(?:p|li|td|h[1-6]|main|article|section)$/
const LARGEST_PREVIEW = 50

/** True for what nobody sees, or what only says again, to some readers, what others see. */
export function isHidden(element: Element, rules: StyleRules): boolean {
  if (element.attrs.length === 0) return rules.hides(element) === true
  if (hasAttribute(element, 'hidden')) return true
  const style = attributeOf(element, 'style')
  const hidesItself = style === '' ? null : hides(style)
  if (hidesItself ?? rules.hides(element)) return !isTwinOfHidden(element)
  if (FOR_SCREEN_READERS.test(attributeOf(element, 'class').slice(0, ATTRIBUTE_LENGTH)))
    return !isTwinOfHidden(element)
  return isHiddenFromReaders(element) && isPreview(element)
}

const hasAttribute = ({ attrs }: Element, name: string): boolean => attrs.some((known) => known.name === name)

const isHiddenFromReaders = (element: Element): boolean => attributeOf(element, 'aria-hidden') === 'true'

/** "$20" for screen readers beside "$20" for the eye, which is hidden from screen readers: one of the two is kept. */
function isTwinOfHidden(element: Element): boolean {
  if (!FOR_SCREEN_READERS.test(attributeOf(element, 'class').slice(0, ATTRIBUTE_LENGTH))) return false
  const siblings = element.parentNode?.childNodes ?? []
  return siblings.length < LARGEST_PREVIEW && siblings.filter(isElement).some(isHiddenFromReaders)
}

/** A few words without a block of their own. */
function isPreview(element: Element): boolean {
  let left = LARGEST_PREVIEW
  const isShort = (nodes: readonly ChildNode[]): boolean =>
    nodes.every(
      (node) =>
        --left > 0 && (!isElement(node) || (!HOLDS_STORIES.test(node.tagName) && isShort(node.childNodes))),
    )
  return isShort(element.childNodes)
}
