import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { problems, Refused } from './messages.mjs'
import { root } from './root.mjs'

/**
 * What a start was asked to do.
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {'demo' | 'empty' | 'cohort2020' | null} mode null: as the database is, and demo for a new one
 * @property {string} host
 * @property {number} port
 * @property {string} address where a browser finds the portal
 * @property {string} local where this machine finds it, for the first question whether it answers
 * @property {string} dataFolder
 * @property {string | null} databaseUrl null: the embedded database
 * @property {string | null} appDatabaseUrl
 * @property {string | null} secret null: the one in the data folder
 */

/**
 * Reads the command line and the environment.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {StartOptions}
 */
export function readStartOptions(args, environment) {
  const set = (name) =>
    environment[name] === undefined || environment[name] === '' ? null : environment[name]
  const host = set('HOST') ?? '127.0.0.1'
  const port = readPort(set('PORT') ?? '3000')
  const databaseUrl = set('DATABASE_URL')
  const secret = set('CHENGJI_SECRET')
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) throw new Refused(problems.databaseUrlWrong())
  if (databaseUrl !== null && secret === null) throw new Refused(problems.secretMissing())
  if (secret !== null && secret.length < 32) throw new Refused(problems.secretShort())
  return {
    ...readArguments(args),
    host,
    port,
    address: set('NEXTAUTH_URL') ?? httpAddress(isEverywhere(host) ? ownAddress() : host, port),
    local: httpAddress(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port),
    dataFolder: path.resolve(root, set('CHENGJI_DATA_DIR') ?? '.data'),
    databaseUrl,
    appDatabaseUrl: databaseUrl === null ? null : set('APP_DATABASE_URL'),
    secret,
  }
}

function readArguments(args) {
  let mode = null
  let help = false
  const choose = (chosen) => {
    if (mode !== null && mode !== chosen) throw new Refused(problems.optionsExclude())
    mode = chosen
  }
  const rest = [...args]
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    if (option === '--help' || option === '-h') help = true
    else if (option === '--empty') choose('empty')
    else if (option === '--cohort' || option.startsWith('--cohort=')) {
      const cohort = option === '--cohort' ? (rest.shift() ?? '') : option.slice('--cohort='.length)
      if (cohort !== '2020') throw new Refused(problems.unknownCohort(cohort))
      choose('cohort2020')
    } else throw new Refused(problems.unknownOption(option))
  }
  return { mode, help }
}

function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw new Refused(problems.portWrong('PORT', text))
  return port
}

const isEverywhere = (host) => host === '0.0.0.0' || host === '::'

/** The address under which others in the network find this machine. */
function ownAddress() {
  const found = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)
  return found?.address ?? '127.0.0.1'
}

const httpAddress = (host, port) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

const isPostgresUrl = (text) =>
  URL.canParse(text) &&
  ['postgres:', 'postgresql:'].includes(new URL(text).protocol) &&
  new URL(text).pathname.length > 1
