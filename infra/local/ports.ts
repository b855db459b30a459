import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Everything listens here only. */
export const HOST = '127.0.0.1'

/** Where people expect the API; the services follow it port by port. */
export const USUAL_PORT = 8787

export const SERVICES = ['the API', 'S3', 'SQS', 'DynamoDB'] as const
export type Service = (typeof SERVICES)[number]

/**
 * Lets a server listen at the port of its service.
 * @param first port of the API: 0 for free ports; without it the usual ones, or a free one where one of them is taken
 * @returns its address, as `http://127.0.0.1:port`
 * @throws Error naming the service whose port is taken
 */
export async function listenAs(service: Service, server: Server, first?: number): Promise<string> {
  const port = first === 0 ? 0 : (first ?? USUAL_PORT) + SERVICES.indexOf(service)
  try {
    return await listen(server, port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (first === undefined) return await listen(server, 0)
    throw new Error(`Port ${port}, for ${service}, is taken: name another first port, or 0 for free ones`, {
      cause: error,
    })
  }
}

export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, HOST, () => {
      server.off('error', failed)
      ready()
    })
  })
  return `http://${HOST}:${(server.address() as AddressInfo).port}`
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}
