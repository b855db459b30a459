import { byId } from './elements.ts'

const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const KEPT = 'digest-metrics-theme'

/** Follows the reader's system until the button says otherwise; calls back when the colours changed. */
export function startTheme(changed: () => void): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const chosen = () => THEMES.find((theme) => theme === localStorage.getItem(KEPT))
  const show = () => {
    const theme: Theme = chosen() ?? (dark.matches ? 'dark' : 'light')
    document.documentElement.dataset.theme = theme
    const other = theme === 'dark' ? 'light' : 'dark'
    const button = byId('theme')
    button.textContent = theme === 'dark' ? '☀' : '☾'
    button.title = `Show ${other} colours`
    button.setAttribute('aria-label', button.title)
    changed()
  }
  byId('theme').addEventListener('click', () => {
    const other: Theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'
    localStorage.setItem(KEPT, other)
    show()
  })
  dark.addEventListener('change', show)
  show()
}

/** A colour of the theme that is shown. */
export const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
