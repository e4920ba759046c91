import { openDataFolder, readSecret } from './data-folder.mjs'
import { ensureInstalled } from './install.mjs'
import { beginLife, plainly } from './life.mjs'
import { problems, startHelp } from './messages.mjs'
import { requireFreePort } from './port.mjs'
import { root } from './root.mjs'
import { readStartOptions } from './start-options.mjs'

const explain = (error) => plainly(error, (detail) => problems.unexpected(detail))

/**
 * What npm start does before anything is installed; serve.ts does the rest.
 * @param {readonly string[]} args
 */
export async function launch(args) {
  process.chdir(root)
  const life = beginLife(explain)
  try {
    const options = readStartOptions(args, process.env)
    if (options.help) {
      console.log(startHelp)
      return life.end(0)
    }
    if (options.databaseUrl === null) {
      const release = openDataFolder(options.dataFolder, options.address)
      await life.acquire(Promise.resolve(release), (giveBack) => giveBack())
    }
    await requireFreePort(options.host, options.port)
    await ensureInstalled(life)
    const { register } = await import('tsx/esm/api')
    register()
    const { serve } = await import('./serve.ts')
    await serve({ ...options, secret: options.secret ?? readSecret(options.dataFolder) }, life)
  } catch (error) {
    await life.fail(error)
  }
}
