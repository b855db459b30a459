type Child = Node | string | null | undefined | false

interface Given {
  class?: string
  /** Attributes, written as in HTML; false leaves one out. Functions listen to events: `onclick`. */
  [attribute: string]: string | number | boolean | undefined | ((event: never) => void)
}

/** An element with attributes, listeners (`onclick`) and children; text is always text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), given, children)
}

const SVG = 'http://www.w3.org/2000/svg'

/** The same of a drawing. */
export function drawn<K extends keyof SVGElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, name), given, children)
}

function filled<E extends Element>(made: E, given: Given, children: readonly Child[]): E {
  for (const [attribute, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(attribute.slice(2), value as EventListener)
    else if (value !== undefined && value !== false)
      made.setAttribute(attribute, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return made
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}`)
  return found
}

/** Tells readers of the screen what changed. */
export function announce(text: string): void {
  byId('announcer').textContent = text
}

/** Hands the reader a file. */
export function download(name: string, contents: Blob): void {
  const address = URL.createObjectURL(contents)
  element('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
