import { ok, refuse, type Result } from '@/lib/values'

export interface VerifyOptions {
  readonly files: readonly string[]
  /** A file of figures as `evaluate` takes it. */
  readonly figures: string | null
  /** The portal's public key, as the portal itself shows it. */
  readonly key: string | null
  readonly json: boolean
}

export const usage =
  'usage: npm run --silent verify -- FILE.json|PACK.zip… [--figures FILE.csv] [--key KEY] [--json]'

/** Reads the command line; every fault is named, not only the first. */
export function parseOptions(args: readonly string[]): Result<VerifyOptions, readonly string[]> {
  const faults: string[] = []
  const files: string[] = []
  const given: Record<'figures' | 'key', string | null> = { figures: null, key: null }
  let json = false
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, own] = /^--(figures|key)(?:=(.*))?$/s.exec(arg) ?? []
    if (arg === '--json') json = true
    else if (name === 'figures' || name === 'key') {
      if (given[name] !== null) faults.push(`expected --${name} once, got it again`)
      const next = rest[0]?.startsWith('--') ? undefined : rest[0]
      given[name] = own ?? next ?? ''
      if (own === undefined && next !== undefined) rest.shift()
      if (given[name] === '') faults.push(`expected a value for --${name}, got none`)
    } else if (arg.startsWith('--')) faults.push(`expected an option, got ${JSON.stringify(arg)}`)
    else files.push(arg)
  }
  if (files.length === 0) faults.push('expected a file to verify, got none')
  return faults.length > 0 ? refuse(faults) : ok({ files, ...given, json })
}
