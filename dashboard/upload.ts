import { digest } from './api.ts'
import { announce, element } from './elements.ts'
import { counted, messageOf } from './words.ts'

/** Where the local cloud takes uploads; the page's body says so there, and nowhere else. */
const address = (): string | undefined => document.body.dataset.uploads

/** Files on their way at once: a browser opens six connections, and the page needs some of them. */
const AT_ONCE = 3
const FIRST_PAUSE_MS = 200
const LAST_PAUSE_MS = 2000
const LONGEST_WAIT_MS = 5 * 60_000

/** A place to drop digests, with their progress; calls back when facts of some are served, one call at a time. */
export function startUpload(section: HTMLElement, served: () => Promise<unknown>): void {
  const at = address()
  if (at === undefined) return
  const list = element('ul', { 'aria-live': 'polite' })
  const refresh = oneAtATime(served)
  const waiting: (() => Promise<void>)[] = []
  let working = 0
  const work = async () => {
    if (working === AT_ONCE) return
    working++
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next()
    working--
  }
  const send = (files: Iterable<File>) => {
    for (const file of files) {
      const state = element('span', { class: 'quiet' }, 'waiting …')
      const say = (text: string) => {
        state.textContent = text
      }
      list.prepend(element('li', {}, file.name, ' ', state))
      waiting.push(() =>
        follow(at, file, say).then(
          () => void refresh(),
          (error: unknown) => {
            state.className = 'bad'
            say(messageOf(error))
            announce(`${file.name}: ${state.textContent}`)
          },
        ),
      )
      void work()
    }
  }
  const input = element('input', {
    class: 'unseen',
    type: 'file',
    multiple: true,
    onchange: () => {
      send([...(input.files ?? [])])
      // So that the same file can be chosen again once it was changed.
      input.value = ''
    },
  })
  section.append(
    element('h2', {}, 'Upload'),
    element(
      'label',
      { class: 'drop' },
      'Drop digests anywhere on this page, or ',
      input,
      element('span', { class: 'button' }, 'choose files'),
    ),
    list,
  )
  section.hidden = false
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    document.body.classList.add('dropping')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping')
  })
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    document.body.classList.remove('dropping')
    send(event.dataTransfer.files)
  })
}

/** Uploads a file and waits until its facts are served. @throws Error with the reason where it is refused */
async function follow(at: string, file: File, say: (text: string) => void): Promise<void> {
  say('uploading …')
  const sent = fetch(`${at}${encodeURIComponent(file.name)}`, { method: 'PUT', body: file })
  const response = await sent.catch(() => {
    throw new Error('cannot be sent: it is a folder, or the local cloud has stopped')
  })
  const body: { id: string; etag: string; message?: string } = await response.json()
  if (!response.ok) throw new Error(body.message)
  say('being read …')
  const end = Date.now() + LONGEST_WAIT_MS
  for (let pause = FIRST_PAUSE_MS; Date.now() < end; pause = Math.min(2 * pause, LAST_PAUSE_MS)) {
    const found = await digest(body.id)
    if (found?.etag === body.etag && found.refusal) throw new Error(`refused: ${found.refusal.message}`)
    if (found?.etag === body.etag && found.served) {
      say(`served: ${counted(found.items, 'item')}, dated ${found.date}`)
      return
    }
    await new Promise((waited) => setTimeout(waited, pause))
  }
  throw new Error(`not served within ${LONGEST_WAIT_MS / 60_000} minutes`)
}

/** Calls made while one is under way become one more behind it. */
function oneAtATime(call: () => Promise<unknown>): () => void {
  let busy = false
  let again = false
  const run = async () => {
    again = busy
    if (busy) return
    busy = true
    await call()
    busy = false
    if (again) void run()
  }
  return run
}
