import type { IncomingMessage } from 'node:http'

/** Names by which a machine calls itself; those that end in .localhost are kept for that (RFC 6761). */
const OWN_NAME = /^(127(\.\d+){3}|\[::1\]|([\w-]+\.)*localhost)$/i
/** What containers call the machine that they run on. */
const CONTAINERS_NAME = 'host.docker.internal'

/**
 * Why a request is not answered: programs of this machine may ask everything, but a web page that somebody has open must
 * not, neither from an origin of its own nor under a name that leads here.
 * @param origins other origins whose pages may ask
 * @returns undefined where it is answered
 */
export function refusalOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  origins: readonly string[] = [],
): string | undefined {
  const { host = '', origin } = headers
  if (!isOwn(host))
    return `This address is for programs of this machine; the host ${JSON.stringify(host)} is none of its names.`
  if (origin === undefined) {
    if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate')
      return 'This address is for programs of this machine, not for pages of other sites.'
    return undefined
  }
  if (origin === `http://${host}` || origins.includes('*') || origins.includes(origin)) return undefined
  return `This address is for programs of this machine; pages of ${JSON.stringify(origin)} may not ask it.`
}

function isOwn(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return OWN_NAME.test(name) || name.toLowerCase() === CONTAINERS_NAME
}
