import net from 'node:net'
import { problems, Refused } from './messages.mjs'

/**
 * Refuses a port that cannot be listened on, before any long work.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 */
export function requireFreePort(host, port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? problems.portTaken(port)
          : error.code === 'EACCES'
            ? problems.portForbidden(port)
            : problems.hostWrong(host)
      reject(new Refused(sentence))
    })
    server.listen(port, host, () => server.close(() => resolve()))
  })
}
