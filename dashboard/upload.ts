import type { Digest } from './answers.ts'
import { digest, isListed } from './api.ts'
import { announce, element } from './elements.ts'
import { say } from './language.ts'
import { counted, messageOf } from './words.ts'

/** Where the local cloud takes uploads; the page's body says so there, and nowhere else. */
const address = (): string | undefined => document.body.dataset.uploads

/** Files on their way at once: a browser opens six connections, and the page needs some of them. */
const AT_ONCE = 3
const FIRST_PAUSE_MS = 200
const LAST_PAUSE_MS = 2000
const LONGEST_WAIT_MS = 5 * 60_000

/** A file with the key that it is uploaded under: its path in the folder that was dropped. */
interface Named {
  key: string
  file: File
}

/** A place to drop digests and folders, with their progress; calls back when facts of some are served, one call at a time. */
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
  const send = (files: Iterable<Named>) => {
    for (const { key, file } of files) {
      const state = element('span', { class: 'quiet' }, say('waiting'))
      const tell = (text: string) => {
        state.textContent = text
      }
      list.prepend(element('li', {}, key, ' ', state))
      waiting.push(() =>
        follow(`${at}${key.split('/').map(encodeURIComponent).join('/')}`, file, tell).then(
          () => void refresh(),
          (error: unknown) => {
            state.className = 'bad'
            tell(messageOf(error))
            announce(`${key}: ${state.textContent}`)
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
      send([...(input.files ?? [])].map((file) => ({ key: file.name, file })))
      // So that the same file can be chosen again once it was changed.
      input.value = ''
    },
  })
  section.append(
    element(
      'label',
      { class: 'drop' },
      element('span', {}, say('dropFiles')),
      ' ',
      input,
      element('span', { class: 'button' }, say('chooseFiles')),
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
    void filesIn(event.dataTransfer).then(send)
  })
}

/** Files that were dropped, those of folders with the path in them; what a system keeps beside them is left out. */
async function filesIn(dropped: DataTransfer): Promise<Named[]> {
  const entries = [...dropped.items].flatMap((one) => one.webkitGetAsEntry() ?? [])
  const files =
    entries.length > 0
      ? (await Promise.all(entries.map(filesOf))).flat()
      : [...dropped.files].map((file) => ({ key: file.name, file }))
  return files.filter(({ key }) => !key.split('/').some((part) => part.startsWith('.')))
}

async function filesOf(entry: FileSystemEntry): Promise<Named[]> {
  const key = entry.fullPath.replace(/^\//, '')
  if (entry instanceof FileSystemFileEntry)
    return [{ key, file: await new Promise<File>((found, failed) => entry.file(found, failed)) }]
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed))
    if (some.length === 0) break
    all.push(...some)
  }
  return (await Promise.all(all.map(filesOf))).flat()
}

/** Uploads a file and waits until its facts are served. @throws Error with the reason where it is refused */
async function follow(at: string, file: File, tell: (text: string) => void): Promise<void> {
  tell(say('sending'))
  const response = await fetch(at, { method: 'PUT', body: file }).catch(() => {
    throw new Error(say('unreachable'))
  })
  const body: { id: string; etag: string; message?: string } = await response.json()
  if (!response.ok) throw new Error(body.message)
  tell(say('reading'))
  const end = Date.now() + LONGEST_WAIT_MS
  for (let pause = FIRST_PAUSE_MS; Date.now() < end; pause = Math.min(2 * pause, LAST_PAUSE_MS)) {
    const found = await uploaded(body.id)
    if (found?.etag === body.etag && found.refusal)
      throw new Error(say('refused', { message: found.refusal.message }))
    if (found?.etag === body.etag && found.served) {
      const said = say('served', { items: counted(found.items, 'item'), date: found.date ?? '' })
      tell(found.dateSource === 'object' ? `${said} ${say('servedByUpload')}` : said)
      return
    }
    await new Promise((waited) => setTimeout(waited, pause))
  }
  throw new Error(say('notServed', { minutes: LONGEST_WAIT_MS / 60_000 }))
}

/** The digest, once it is listed: until then asking for it alone would be an error in the browser's log. */
async function uploaded(id: string): Promise<Digest | undefined> {
  return (await isListed(id)) ? digest(id) : undefined
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
