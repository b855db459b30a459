import { digest } from './api.ts'
import { announce, element } from './elements.ts'
import { counted, messageOf } from './words.ts'

/** Where the local cloud takes uploads; the page's body says so there, and nowhere else. */
const address = (): string | undefined => document.body.dataset.uploads

const FIRST_PAUSE_MS = 200
const LAST_PAUSE_MS = 2000

/** A place to drop digests, with their progress; calls back whenever one's facts are served. */
export function startUpload(section: HTMLElement, served: () => void): void {
  const at = address()
  if (at === undefined) return
  const list = element('ul', { 'aria-live': 'polite' })
  const send = (files: Iterable<File>) => {
    for (const file of files) {
      const state = element('span', { class: 'quiet' }, 'uploading …')
      list.prepend(element('li', {}, file.name, ' ', state))
      follow(at, file, (text) => {
        state.textContent = text
      })
        .then(served)
        .catch((error: unknown) => {
          state.className = 'bad'
          state.textContent = messageOf(error)
          announce(`${file.name}: ${state.textContent}`)
        })
    }
  }
  const input = element('input', { type: 'file', multiple: true, onchange: () => send(input.files ?? []) })
  section.append(
    element('h2', {}, 'Upload'),
    element('label', { class: 'drop' }, 'Drop digests anywhere on this page, or choose files', input),
    list,
  )
  section.hidden = false
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    document.body.classList.add('dropping')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping')
  })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    document.body.classList.remove('dropping')
    send(event.dataTransfer?.files ?? [])
  })
}

/** Uploads a file and waits until its facts are served. @throws Error with the reason where it is refused */
async function follow(at: string, file: File, say: (text: string) => void): Promise<void> {
  const response = await fetch(`${at}${encodeURIComponent(file.name)}`, { method: 'PUT', body: file })
  const body: { id: string; etag: string; message?: string } = await response.json()
  if (!response.ok) throw new Error(body.message)
  say('being read …')
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LAST_PAUSE_MS)) {
    const found = await digest(body.id)
    if (found?.etag === body.etag && found.refusal) throw new Error(`refused: ${found.refusal.message}`)
    if (found?.etag === body.etag && found.served) {
      say(`served: ${counted(found.items, 'item')}, dated ${found.date}`)
      return
    }
    await new Promise((waited) => setTimeout(waited, pause))
  }
}
