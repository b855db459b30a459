import { byId } from './elements.ts'
import { say } from './language.ts'

const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const KEPT = 'digest-metrics-theme'

/** Follows the reader's system until the button says otherwise. */
export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const chosen = () => THEMES.find((theme) => theme === localStorage.getItem(KEPT))
  const show = () => {
    const theme: Theme = chosen() ?? (dark.matches ? 'dark' : 'light')
    document.documentElement.dataset.theme = theme
    const other = theme === 'dark' ? 'light' : 'dark'
    const button = byId('theme')
    button.textContent = theme === 'dark' ? '☀' : '☾'
    button.title = say('colours', { theme: say(other) })
    button.setAttribute('aria-label', button.title)
  }
  byId('theme').addEventListener('click', () => {
    const other: Theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'
    localStorage.setItem(KEPT, other)
    show()
  })
  dark.addEventListener('change', show)
  show()
}
