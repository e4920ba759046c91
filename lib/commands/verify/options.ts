import { ok, refuse, type Result } from '@/lib/values'

export interface VerifyOptions {
  readonly files: readonly string[]
  /** A file of figures as `evaluate` takes it. */
  readonly figures: string | null
  readonly json: boolean
}

export const usage = 'usage: npm run --silent verify -- FILE.json|PACK.zip… [--figures FILE.csv] [--json]'

/** Reads the command line; every fault is named, not only the first. */
export function parseOptions(args: readonly string[]): Result<VerifyOptions, readonly string[]> {
  const faults: string[] = []
  const files: string[] = []
  let figures: string | null = null
  let json = false
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') json = true
    else if (arg === '--figures' || arg.startsWith('--figures=')) {
      if (figures !== null) faults.push('expected --figures once, got it again')
      const next = rest[0]?.startsWith('--') ? undefined : rest[0]
      figures = arg === '--figures' ? (next ?? '') : arg.slice('--figures='.length)
      if (arg === '--figures' && next !== undefined) rest.shift()
      if (figures === '') faults.push('expected a value for --figures, got none')
    } else if (arg.startsWith('--')) faults.push(`expected an option, got ${JSON.stringify(arg)}`)
    else files.push(arg)
  }
  if (files.length === 0) faults.push('expected a file to verify, got none')
  return faults.length > 0 ? refuse(faults) : ok({ files, figures, json })
}
